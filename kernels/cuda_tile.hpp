#pragma once

#include <cuda_runtime.h>

#include "kernels/tile.hpp"

namespace tauroa::cuda {

/// Puts the block's starts into the slots. Pointers of live and starts: device memory.
void begin_tile(int game, const live_starts& live, const start_block& starts, cudaStream_t stream);

/// Takes every live start through the range of steps. p: host memory, but for its points, which are not used; rule: its
/// points in device memory. starts: of the tile, for their numbers. Pointers of live and to: device memory.
void advance_tile(const problem& p, const arrival_rule& rule, const start_block& starts,
                  const live_starts& live, const results& to, step_range range, cudaStream_t stream);

/// Fetches the starts whose slots to.index names. Pointers: device memory.
void move_starts(const live_starts& from, const live_starts& to, int variables, cudaStream_t stream);

}  // namespace tauroa::cuda
