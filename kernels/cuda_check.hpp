#pragma once

// Every call of CUDA goes through check(), every launch through launch(): an error becomes an exception that names the
// file and line of the call.

#include <cuda_runtime.h>

#include <cstdint>
#include <string>

#include "kernels/devices.hpp"

namespace tauroa::cuda {

[[noreturn]] inline void fail(const std::string& why, bool memory, const char* file, int line) {
    const std::string what = why + " (" + file + ":" + std::to_string(line) + ")";
    if (memory) throw device_out_of_memory(what);
    throw device_lost(what);
}

/// Throws device_out_of_memory or device_lost where a call of CUDA failed.
inline void check(cudaError_t status, const char* file = __builtin_FILE(), int line = __builtin_LINE()) {
    if (status == cudaSuccess) return;
    cudaGetLastError();  // or the next call would report this error once more
    fail(cudaGetErrorString(status), status == cudaErrorMemoryAllocation, file, line);
}

/// Launches one thread for each of `threads` slots; nothing for none.
template <class... Parameters, class... Arguments>
void launch(void (*kernel)(Parameters...), std::uint32_t threads, cudaStream_t stream,
            const Arguments&... arguments) {
    constexpr std::uint32_t block = 128;
    if (threads == 0) return;
    kernel<<<(threads + block - 1) / block, block, 0, stream>>>(arguments...);
    check(cudaGetLastError());
}

}  // namespace tauroa::cuda
