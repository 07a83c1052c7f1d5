#pragma once

#include <atomic>
#include <cstdint>

#include "kernels/backend.hpp"

namespace tauroa {

/// Hands the starts 0 ... size-1 to threads, some at a time; whoever asks first gets the next ones.
/// Its members stand in a file of their own (cpu.cpp), out of the files compiled for one instruction set, and those that
/// lanes call are virtual, so that lanes compiled later (host/compiled_game/) need no symbol of the program.
class start_queue {
  public:
    /// batch: how many starts are handed out at a time.
    start_queue(std::uint64_t size, std::uint64_t batch, progress& done)
        : size_(size), batch_(batch), done_(&done) {}
    start_queue(const start_queue&) = delete;
    start_queue& operator=(const start_queue&) = delete;
    start_queue(start_queue&&) = delete;
    start_queue& operator=(start_queue&&) = delete;
    virtual ~start_queue();

    /// Takes some starts: [first, first + returned number).
    virtual std::uint64_t take(std::uint64_t& first);

    /// Whether the run is to stop.
    [[nodiscard]] bool stopped() const { return done_->stop.load(std::memory_order_relaxed); }

    /// Hands out no more.
    void close() { next_ = size_; }

    /// Tells that starts have finished, after so many steps in all.
    virtual void finished(std::uint64_t starts, std::uint64_t steps);

  private:
    std::uint64_t size_, batch_;
    progress* done_;
    alignas(64) std::atomic<std::uint64_t> next_{0};  // on a cache line of its own: every thread writes it
};

}  // namespace tauroa
