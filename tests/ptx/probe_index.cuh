#pragma once

namespace probe {

__device__ inline unsigned thread_in_grid() { return blockIdx.x * blockDim.x + threadIdx.x; }

}  // namespace probe
