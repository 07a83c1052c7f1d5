#pragma once

// The reference backend's run of a block: one start after the other, nothing clever.

#include "kernels/backend.hpp"
#include "kernels/game_list.hpp"
#include "kernels/noisy_run.hpp"

namespace tauroa {

namespace detail {

inline std::uint32_t some_steps_after(std::uint32_t k, std::uint32_t horizon) {
    constexpr std::uint32_t at_once = 1U << 20U;
    return horizon - k > at_once ? k + at_once : horizon;
}

template <update_order update, game Game>
void run_block(const problem& p, const start_block& starts, const results& to, progress& done) {
    const auto d = dynamics_of<Game>(p);
    const arrival_rule rule = arrival_rule_of(p);
    for (std::uint64_t i = 0; i < starts.count; ++i) {
        auto s = start_of<Game>(starts, i);
        outcome o{under_way, 0};
        while (o.label == under_way && !done.stop)  // some steps at a time: there may be 2^32
            o = advance<update, Game>(s, d, rule, o.steps, some_steps_after(o.steps, p.steps));
        if (done.stop) return;
        record<Game>(to, i, o.label, iterations_of(o, p.steps), s.x);
        done.starts += 1;
        done.steps += o.steps;
    }
}

template <update_order update, game Game>
void run_noisy_block(const problem& p, const start_block& starts, const results& to, progress& done) {
    auto d = dynamics_of<Game>(p);
    const stochastic with = stochastic_of(p);
    const arrival_rule rule = arrival_rule_of(p);
    for (std::uint64_t i = 0; i < starts.count; ++i) {
        noisy_start<Game> of{start_of<Game>(starts, i), number_of_start(starts, i)};
        outcome o{under_way, 0};
        std::uint32_t k = 0;
        for (; o.label == under_way && !done.stop; k = some_steps_after(k, p.steps))
            o = advance_with_noise<update>(of, d, with, rule, k, some_steps_after(k, p.steps));
        if (done.stop) return;
        record<Game>(to, i, o.label, o.steps, of.s.x);
        done.starts += 1;
        done.steps += o.label == diverged ? o.steps : p.steps;
    }
}

}  // namespace detail

/// game_runs::one_by_one.
template <game Game>
void run_one_by_one(const problem& p, const start_block& starts, const results& to, progress& done) {
    visit_update(p.update, [&](auto update) {
        if (p.disturbance != nullptr)
            detail::run_noisy_block<update(), Game>(p, starts, to, done);
        else
            detail::run_block<update(), Game>(p, starts, to, done);
    });
}

}  // namespace tauroa
