#pragma once

// What threads do together; tests/ptx_probe_test.cpp knows the results.

#include "tests/ptx/probe_index.cuh"

namespace probe {

/// sums[block] = sum of value over its threads, a power of two; by a tree in shared memory.
template <bool correct>
__global__ void block_sum(double* sums, const double* value) {
    __shared__ double part[128];
    part[threadIdx.x] = value[thread_in_grid()];
    for (unsigned half = blockDim.x / 2; half > 0; half /= 2) {
        if (correct) __syncthreads();
        if (threadIdx.x < half) part[threadIdx.x] += part[threadIdx.x + half];
    }
    if (threadIdx.x == 0) sums[blockIdx.x] = part[0];
}

/// to[i] = value[i] + ... + value of its warp's first lane; whole[i]: the warp's sum, by lanes changed in pairs.
__global__ void warp_scan(int* to, int* whole, const int* value) {
    const unsigned i = thread_in_grid(), lane = threadIdx.x % 32;
    int sum = value[i], all = value[i];
    for (unsigned by = 1; by < 32; by *= 2) {
        const int below = __shfl_up_sync(~0U, sum, by);
        if (lane >= by) sum += below;
        all += __shfl_xor_sync(~0U, all, by);
    }
    to[i] = sum;
    whole[i] = all;
}

/// to[i] = the value of the first lane of eight, plus the value two lanes further on within the eight.
__global__ void shuffles_of_eight(int* to, const int* value) {
    const unsigned i = thread_in_grid();
    to[i] = 1000 * __shfl_sync(~0U, value[i], 0, 8) + __shfl_down_sync(~0U, value[i], 2, 8);
}

/// to[i]: which lanes of the warp are odd; how many threads of the block are, whether all, whether any.
__global__ void votes(unsigned* to, const int* value) {
    const unsigned i = thread_in_grid();
    const bool odd = value[i] % 2 != 0;
    const unsigned ballot = __ballot_sync(~0U, odd);
    const unsigned warp = (__all_sync(~0U, odd) ? 2 : 0) + (__any_sync(~0U, odd) ? 1 : 0);
    const unsigned count = static_cast<unsigned>(__syncthreads_count(odd));
    const unsigned block = (__syncthreads_and(odd) != 0 ? 2 : 0) + (__syncthreads_or(odd) != 0 ? 1 : 0);
    to[i] = ballot ^ (count << 8 | warp << 4 | block);
}

/// counts[value % 5] += 1 for each value, first within the block.
__global__ void histogram(unsigned* counts, const int* value, unsigned n) {
    __shared__ unsigned here[5];
    if (threadIdx.x < 5) here[threadIdx.x] = 0;
    __syncthreads();
    const unsigned i = thread_in_grid();
    if (i < n) atomicAdd(&here[value[i] % 5], 1U);
    __syncthreads();
    if (threadIdx.x < 5) atomicAdd(&counts[threadIdx.x], here[threadIdx.x]);
}

/// to [x][y] = from [y][x], through shared memory sized at launch, two numbers at a time.
__global__ void transpose(double* to, const double2* from) {
    extern __shared__ double tile[];
    const unsigned width = 2 * blockDim.x;
    const double2 pair = from[threadIdx.y * blockDim.x + threadIdx.x];
    tile[threadIdx.y * width + 2 * threadIdx.x] = pair.x;
    tile[threadIdx.y * width + 2 * threadIdx.x + 1] = pair.y;
    __syncthreads();
    for (unsigned k = 0; k < 2; ++k) {
        const unsigned x = 2 * threadIdx.x + k;
        to[x * blockDim.y + threadIdx.y] = tile[threadIdx.y * width + x];
    }
}

__constant__ double table[4] = {1.5, -2.25, 1e300, 0x1p-1074};
__device__ unsigned long long visits = 40;

/// to[i] = table[i % 4], read through a pointer that may lead to shared memory; the number of threads is counted.
__global__ void variables(double* to, unsigned long long* seen, bool from_shared) {
    __shared__ double copy[4];
    if (threadIdx.x < 4) copy[threadIdx.x] = -table[threadIdx.x];
    __syncthreads();
    const double* from = from_shared ? copy : table;
    to[thread_in_grid()] = from[threadIdx.x % 4];
    const unsigned long long before = atomicAdd(&visits, 1ULL);
    atomicMax(seen, before + 1);
}

}  // namespace probe
