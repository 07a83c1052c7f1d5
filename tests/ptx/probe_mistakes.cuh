#pragma once

// Kernels with a mistake where `correct` is not set, which tests/ptx_fault_test.cpp must see found.

#include "tests/ptx/probe_index.cuh"

namespace probe {

template <bool correct>
__global__ void guarded(int* to, unsigned n) {
    const unsigned i = thread_in_grid();
    if (!correct || i < n) to[i] = static_cast<int>(i);
}

__global__ void reads_what_was_never_written(double* to) {
    __shared__ double part[32];
    if (threadIdx.x > 0) part[threadIdx.x] = 1.0;
    __syncthreads();
    to[threadIdx.x] = part[threadIdx.x];
}

template <bool correct>
__global__ void aligned(char* bytes) {
    *reinterpret_cast<double*>(bytes + (correct ? 8 : 4)) = 1.0;
}

template <bool correct>
__global__ void written(const int* from, int* to) {
    *(correct ? to : const_cast<int*>(from)) = 1;
}

template <bool correct>
__global__ void met_by_all(int* to) {
    if (!correct && threadIdx.x % 2 == 0) {
        __syncthreads();
        to[threadIdx.x] = 1;
    } else {
        __syncthreads();
        to[threadIdx.x] = 2;
    }
}

template <bool correct>
__global__ void left_by_some(int* to) {
    if (!correct && threadIdx.x >= 5) return;
    __syncthreads();
    to[threadIdx.x] = 1;
}

template <bool correct>
__global__ void masked(unsigned* to) {
    if (threadIdx.x < 16) to[threadIdx.x] = __ballot_sync(correct ? 0xFFFFU : 0xFFF0U, true);
}

template <bool correct>
__global__ void lanes_that_come(unsigned* to) {
    if (threadIdx.x < 16) {
        __syncwarp(correct ? 0xFFFFU : 0x1FFFFU);
        to[threadIdx.x] = 1;
    }
}

template <bool correct>
__global__ void lanes_read(int* to) {
    if (threadIdx.x < 16)
        to[threadIdx.x] = __shfl_sync(0xFFFFU, static_cast<int>(threadIdx.x), correct ? 3 : 20);
}

template <bool correct>
__global__ void trapped(int* to) {
    if (!correct) __trap();
    *to = 1;
}

}  // namespace probe
