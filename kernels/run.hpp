#pragma once

// The run of one start to its label: SPEC.md section 5, step by step.

#include "kernels/arrival.hpp"

namespace tauroa {

/// What became of a start, and the steps that were computed for it.
struct outcome {
    std::int16_t label;
    std::uint32_t steps;
};

/// The iterations of a start: those of one that cannot arrive any more are K, however soon that was known.
TAUROA_HD inline std::uint32_t iterations_of(const outcome& o, std::uint32_t horizon) {
    return o.label == not_arrived ? horizon : o.steps;
}

/// Iterates s from x_k until its end, or until x_until; s is left at its last state. Label `under_way`: not yet.
template <update_order update, game Game>
TAUROA_HD inline outcome advance(state<Game, double>& s, const dynamics<Game>& d, const arrival_rule& rule,
                                 std::uint32_t k, std::uint32_t until) {
    for (;; ++k) {
        const std::int16_t label = label_at<Game>(s.x, k, rule);
        if (label != under_way || k == until) return {label, k};
        step<update, Game>(s, d);
    }
}

/// Start i of a block, as a state.
template <game Game>
TAUROA_HD inline state<Game, double> start_of(const start_block& starts, std::uint64_t i) {
    constexpr auto n = static_cast<std::uint64_t>(dimension<Game>);
    point<double, dimension<Game>> x;
    if (starts.points != nullptr) {
        for (int v = 0; v < dimension<Game>; ++v)
            x[v] = starts.points[(starts.first + i) * n + static_cast<std::uint64_t>(v)];
    } else {
        const double across = starts.across_at[(starts.first + i) % starts.columns];
        const double up = starts.up >= 0 ? starts.up_at[(starts.first + i) / starts.columns] : 0.0;
        // Values are chosen, no index computed: x stays in registers.
        for (int v = 0; v < dimension<Game>; ++v)
            x[v] = select(v == starts.across, across, select(v == starts.up, up, starts.base[v]));
    }
    return initial_state<Game, double>(x);
}

/// A coordinate as it is kept. NaN is written as one NaN: its sign and payload differ between processors.
TAUROA_HD inline double recorded(double x) {
    constexpr double nan = __builtin_nan(""), infinity = __builtin_huge_val();
    return x <= infinity ? x : nan;
}

/// Writes what became of start i: label, iterations, last state.
template <game Game>
TAUROA_HD inline void record(const results& to, std::uint64_t i, std::int16_t label, std::uint32_t iterations,
                             const point<double, dimension<Game>>& x) {
    to.label[i] = label;
    to.iterations[i] = iterations;
    if (to.final_state == nullptr) return;
    constexpr auto n = static_cast<std::uint64_t>(dimension<Game>);
    for (int v = 0; v < dimension<Game>; ++v)
        to.final_state[i * n + static_cast<std::uint64_t>(v)] = recorded(x[v]);
}

}  // namespace tauroa
