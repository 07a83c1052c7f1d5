#pragma once

// Every call of CUDA goes through check(), every launch through launch(): an error becomes an exception that names the
// file and line of the call.

#include <cuda_runtime.h>

#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

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

/// Threads of a block.
inline constexpr std::uint32_t block_size = 128;

/// Launches one thread for each of `threads` slots; nothing for none.
template <class... Parameters, class... Arguments>
void launch(void (*kernel)(Parameters...), std::uint32_t threads, cudaStream_t stream,
            const Arguments&... arguments) {
    if (threads == 0) return;
    kernel<<<(threads + block_size - 1) / block_size, block_size, 0, stream>>>(arguments...);
    check(cudaGetLastError());
}

/// The same for a kernel by its address or, of a loaded library, its handle. arguments: where each of its parameters stands,
/// of the very type that the kernel has.
inline void launch(const void* kernel, std::uint32_t threads, cudaStream_t stream,
                   std::initializer_list<const void*> arguments) {
    if (threads == 0) return;
    std::vector<void*> at;
    for (const void* argument : arguments)
        at.push_back(const_cast<void*>(argument));  // as CUDA wants it: it only reads
    check(cudaLaunchKernel(kernel, dim3((threads + block_size - 1) / block_size), dim3(block_size), at.data(),
                           0, stream));
}

}  // namespace tauroa::cuda
