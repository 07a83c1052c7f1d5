#pragma once

#include <cstddef>
#include <utility>

#include "kernels/cuda_check.hpp"

namespace tauroa::cuda {

/// Where memory is: on the device, or on the host and pinned, so that copies can overlap with computing.
enum class place { device, pinned };

/// An array that owns its memory; grows, never shrinks, and does not keep its content when it grows.
template <class T, place where>
class array {
  public:
    array() = default;
    array(const array&) = delete;
    array& operator=(const array&) = delete;
    array(array&&) = delete;
    array& operator=(array&&) = delete;
    ~array() { release(); }

    /// Room for `count` values. Throws device_out_of_memory.
    void reserve(std::size_t count) {
        if (count <= count_) return;
        release();
        void* memory = nullptr;
        if constexpr (where == place::device)
            check(cudaMalloc(&memory, count * sizeof(T)));
        else
            check(cudaMallocHost(&memory, count * sizeof(T)));
        data_ = static_cast<T*>(memory);
        count_ = count;
    }
    [[nodiscard]] T* data() const { return data_; }

  private:
    /// Errors of freeing are errors of an earlier call, which has reported them.
    void release() noexcept {
        if (where == place::device)
            static_cast<void>(cudaFree(data_));
        else
            static_cast<void>(cudaFreeHost(data_));
        data_ = nullptr;
        count_ = 0;
    }

    T* data_ = nullptr;
    std::size_t count_ = 0;
};

/// A stream that closes itself.
class stream {
  public:
    stream() { check(cudaStreamCreateWithFlags(&stream_, cudaStreamNonBlocking)); }
    stream(const stream&) = delete;
    stream& operator=(const stream&) = delete;
    stream(stream&&) = delete;
    stream& operator=(stream&&) = delete;
    ~stream() { static_cast<void>(cudaStreamDestroy(stream_)); }
    [[nodiscard]] cudaStream_t get() const { return stream_; }
    void wait() const { check(cudaStreamSynchronize(stream_)); }

  private:
    cudaStream_t stream_ = nullptr;
};

/// Copies count values, in the stream's order; pageable host memory makes it wait.
template <class T>
void copy(T* to, const T* from, std::size_t count, const stream& s) {
    if (count > 0) check(cudaMemcpyAsync(to, from, count * sizeof(T), cudaMemcpyDefault, s.get()));
}

}  // namespace tauroa::cuda
