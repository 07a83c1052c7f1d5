#pragma once

// The cuda backend's kernels: one thread for each slot of live starts,
//     slot = blockIdx.x blockDim.x + threadIdx.x,   a body of kernels/tile.hpp where slot < live.count,
// on a one-dimensional grid of any block size. Neighbouring slots are neighbouring lanes of a warp, and x stands
// coordinate by coordinate, so that a warp reads and writes it in whole lines. No thread waits for another.

#include "kernels/tile.hpp"

namespace tauroa {

/// This thread's slot. The grid may reach beyond the last slot in use, but not beyond 2^32 threads.
__device__ inline std::uint32_t slot_of_this_thread() { return blockIdx.x * blockDim.x + threadIdx.x; }

/// Puts start i of the block into slot i, at x_0, for i < live.count.
/// live: device memory, written: x [n][capacity], index and over [capacity]. starts: device memory, read:
/// base [n], across_at [columns], up_at [rows]; live.count <= starts.count.
template <game Game>
__global__ void begin_kernel(live_starts live, start_block starts) {
    const std::uint32_t slot = slot_of_this_thread();
    if (slot < live.count) begin_start<Game>(live, starts, slot);
}

/// Takes every live start from x_from to x_until, or to its end, which it records.
/// live: device memory, read and written: x, in the game's units, at step range.from, later at range.until; over
/// is set for starts that ended. d: learning rates and the game's parameters. rule: points of arrival in device
/// memory, location [count][n] and label [count]. to: device memory, written at live.index[slot] where a start
/// ended: label, iterations (steps), final_state [.][n] or null.
template <update_order update, game Game>
__global__ void advance_kernel(live_starts live, dynamics<Game> d, arrival_rule rule, results to,
                               step_range range) {
    const std::uint32_t slot = slot_of_this_thread();
    if (slot < live.count) advance_start<update, Game>(live, d, rule, to, range, slot);
}

/// advance_kernel with noise: to slot live.index[slot] are written label, iterations, final_state [.][n] or null, and live
/// has last [capacity]. starts: of the tile; only the numbers of its starts are read.
template <update_order update, game Game>
__global__ void advance_noisy_kernel(live_starts live, dynamics<Game> d, stochastic with, arrival_rule rule,
                                     start_block starts, results to, step_range range) {
    const std::uint32_t slot = slot_of_this_thread();
    if (slot < live.count) advance_noisy_start<update, Game>(live, d, with, rule, starts, to, range, slot);
}

/// Fetches the starts that go on to slots 0 ... to.count - 1, in the order of to.index (compaction.hpp, choose_slots).
/// from, to: device memory, x [variables][capacity], index and over [capacity].
__global__ void move_kernel(live_starts from, live_starts to, int variables) {
    const std::uint32_t slot = slot_of_this_thread();
    if (slot < to.count) move_start(from, to, variables, slot);
}

}  // namespace tauroa
