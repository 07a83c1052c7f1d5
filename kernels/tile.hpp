#pragma once

// What one GPU thread does: the bodies of the cuda backend's kernels, loop-free over starts, so that they run
// as they are on the host, too. Live starts stand in slots, coordinate by coordinate (coalesced); all of a
// tile have the same k.

#include "kernels/noisy_run.hpp"

namespace tauroa {

/// The live starts of a tile. Where they stand in the tile never changes what becomes of them.
struct live_starts {
    double* x = nullptr;             ///< [n][capacity]: x_k
    std::uint32_t* index = nullptr;  ///< [capacity]: which start of the tile
    std::uint8_t* over = nullptr;    ///< [capacity]: 1 once it has ended and is recorded
    stay<double>* last = nullptr;    ///< [capacity], with noise: where it is, and since when; else null
    std::uint64_t capacity = 0;
    std::uint32_t count = 0;  ///< slots in use
};

/// x_k of a slot.
template <game Game>
TAUROA_HD inline point<double, dimension<Game>> taken(const live_starts& live, std::uint32_t slot) {
    point<double, dimension<Game>> x;
    for (int v = 0; v < dimension<Game>; ++v)
        x[v] = live.x[static_cast<std::uint64_t>(v) * live.capacity + slot];
    return x;
}

template <game Game>
TAUROA_HD inline void put(const live_starts& live, std::uint32_t slot,
                          const point<double, dimension<Game>>& x) {
    for (int v = 0; v < dimension<Game>; ++v)
        live.x[static_cast<std::uint64_t>(v) * live.capacity + slot] = x[v];
}

/// Slot i gets start i of the block, at x_0.
template <game Game>
TAUROA_HD inline void begin_start(const live_starts& live, const start_block& starts, std::uint32_t slot) {
    put<Game>(live, slot, start_of<Game>(starts, slot).x);
    live.index[slot] = slot;
    live.over[slot] = 0;
    if (live.last != nullptr) live.last[slot] = {};
}

/// From which step to which.
struct step_range {
    std::uint32_t from, until;
};

/// Takes the start in a slot from x_from to x_until, or to its end, which it records: where its iterations belong, the
/// steps computed for it (counted_iterations).
template <update_order update, game Game>
TAUROA_HD inline void advance_start(const live_starts& live, const dynamics<Game>& d,
                                    const arrival_rule& rule, const results& to, step_range range,
                                    std::uint32_t slot) {
    if (live.over[slot] != 0) return;
    auto s = state_at<Game, double>(taken<Game>(live, slot));
    const outcome o = advance<update, Game>(s, d, rule, range.from, range.until);
    if (o.label != under_way) {
        record<Game>(to, live.index[slot], o.label, o.steps, s.x);
        live.over[slot] = 1;
    } else {
        put<Game>(live, slot, s.x);
    }
}

/// The same with noise; starts: the block. What is recorded are the iterations.
template <update_order update, game Game>
TAUROA_HD inline void advance_noisy_start(const live_starts& live, dynamics<Game> d, const stochastic& with,
                                          const arrival_rule& rule, const start_block& starts,
                                          const results& to, step_range range, std::uint32_t slot) {
    if (live.over[slot] != 0) return;
    const std::uint32_t start = live.index[slot];
    noisy_start<Game> of{state_at<Game, double>(taken<Game>(live, slot)), number_of_start(starts, start),
                         live.last[slot]};
    const outcome o = advance_with_noise<update>(of, d, with, rule, range.from, range.until);
    if (o.label != under_way) {
        record<Game>(to, start, o.label, o.steps, of.s.x);
        live.over[slot] = 1;
    } else {
        put<Game>(live, slot, of.s.x);
        live.last[slot] = of.last;
    }
}

/// Makes iterations of the steps that were recorded for so many starts; returns the sum of the latter.
inline std::uint64_t counted_iterations(const results& to, std::uint64_t count, std::uint32_t horizon) {
    std::uint64_t steps = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
        steps += to.iterations[i];
        to.iterations[i] = iterations_of({to.label[i], to.iterations[i]}, horizon);
    }
    return steps;
}

/// The steps that were computed for so many starts with noise.
inline std::uint64_t steps_with_noise(const results& to, std::uint64_t count, std::uint32_t horizon) {
    std::uint64_t steps = 0;
    for (std::uint64_t i = 0; i < count; ++i) steps += to.label[i] == diverged ? to.iterations[i] : horizon;
    return steps;
}

/// Fetches the start for a slot of `to` from the slot of `from` that to.index names. variables: n.
TAUROA_HD inline void move_start(const live_starts& from, const live_starts& to, int variables,
                                 std::uint32_t slot) {
    const std::uint32_t source = to.index[slot];
    for (int v = 0; v < variables; ++v)
        to.x[static_cast<std::uint64_t>(v) * to.capacity + slot] =
            from.x[static_cast<std::uint64_t>(v) * from.capacity + source];
    to.index[slot] = from.index[source];
    to.over[slot] = 0;
    if (to.last != nullptr) to.last[slot] = from.last[source];
}

}  // namespace tauroa
