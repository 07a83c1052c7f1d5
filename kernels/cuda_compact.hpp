#pragma once

#include <cuda_runtime.h>

#include "kernels/tile.hpp"

namespace tauroa::cuda {

/// How many of the live starts have ended.
std::uint32_t count_over(const live_starts& live, cudaStream_t stream);

/// Writes the slots of the starts that have not ended to to.index, in their order, so that neighbours in the grid stay
/// neighbours in a warp, and sets to.count. to has room for them.
void choose_slots(const live_starts& from, live_starts& to, cudaStream_t stream);

/// How many of so many labels, in device memory, are this one.
std::uint64_t count_label(const std::int16_t* label, std::uint64_t count, std::int16_t which,
                          cudaStream_t stream);

}  // namespace tauroa::cuda
