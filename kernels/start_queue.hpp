#pragma once

#include <atomic>
#include <cstdint>

#include "kernels/backend.hpp"

namespace tauroa {

/// Hands the starts 0 ... size-1 to threads, some at a time; whoever asks first gets the next ones.
/// Its members stand in a file of their own (cpu.cpp), out of the files compiled for one instruction set.
class start_queue {
  public:
    start_queue(std::uint64_t size, progress& done) : size_(size), done_(&done) {}

    /// Takes up to `most` starts: [first, first + returned number).
    std::uint64_t take(std::uint64_t most, std::uint64_t& first);

    /// Tells that starts have finished, after so many steps in all.
    void finished(std::uint64_t starts, std::uint64_t steps);

  private:
    std::uint64_t size_;
    progress* done_;
    std::atomic<std::uint64_t> next_{0};
};

}  // namespace tauroa
