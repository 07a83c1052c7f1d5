#pragma once

// The run of one start to its label: SPEC.md section 5, step by step.

#include "kernels/arrival.hpp"

namespace tauroa {

struct outcome {
    std::int16_t label;
    std::uint32_t iterations;
};

/// Iterates s from x_0 until it arrives, diverges or has taken `steps` steps; s is left at its last state.
template <update_order update, game Game>
TAUROA_HD inline outcome run_to_label(state<Game, double>& s, const dynamics<Game>& d,
                                      const arrival_rule& rule, std::uint32_t steps) {
    for (std::uint32_t k = 0;; ++k) {
        const std::int16_t label = label_at<Game>(s.x, rule);
        if (label != not_arrived || k == steps) return {label, k};
        step<update, Game>(s, d);
    }
}

/// Start i of a block, as a state.
template <game Game>
TAUROA_HD inline state<Game, double> start_of(const start_block& starts, std::uint64_t i) {
    point<double, dimension<Game>> x;
    for (int v = 0; v < dimension<Game>; ++v) x[v] = starts.base[v];
    x[starts.across] = starts.across_at[i % starts.columns];
    if (starts.up >= 0) x[starts.up] = starts.up_at[i / starts.columns];
    return state_at<Game, double>(x);
}

/// Writes what became of start i.
template <game Game>
TAUROA_HD inline void record(const results& to, std::uint64_t i, outcome o,
                             const point<double, dimension<Game>>& x) {
    to.label[i] = o.label;
    to.iterations[i] = o.iterations;
    if (to.final_state == nullptr) return;
    for (int v = 0; v < dimension<Game>; ++v)
        to.final_state[i * static_cast<std::uint64_t>(dimension<Game>) + static_cast<std::uint64_t>(v)] =
            x[v];
}

}  // namespace tauroa
