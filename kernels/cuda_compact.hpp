#pragma once

#include <cuda_runtime.h>

#include "kernels/tile.hpp"

namespace tauroa::cuda {

/// How many of the live starts have ended.
std::uint32_t count_over(const live_starts& live, cudaStream_t stream);

/// Moves the starts that have not ended from `from` to `to`, which has room for them, in their order: neighbours in
/// the grid stay neighbours in a warp. variables: n. Sets to.count.
void compact(const live_starts& from, live_starts& to, int variables, cudaStream_t stream);

}  // namespace tauroa::cuda
