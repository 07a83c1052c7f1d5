#pragma once

// A CUDA thread as a fiber: a stack of its own, left at barriers and gone back to later.

#include <ucontext.h>

#include <exception>
#include <memory>

#include "tests/ptx/thread.hpp"

namespace ptx {

class block;

/// What a fiber waits for.
enum class waiting : std::uint8_t { no, at_barrier, in_exchange, done };

class fiber final : public thread {
  public:
    /// The thread with this number in its block.
    fiber(block& in, unsigned number);

    /// Makes it ready to run the kernel from the beginning, in the block with this index.
    void restart(extent index);
    /// Runs it until it waits or is done; throws what it threw.
    void resume();

    std::uint8_t* at(space in, std::uint64_t address, std::size_t size, access how) override;
    [[nodiscard]] std::uint64_t shared_base() const override;
    unsigned barrier(int site, bool predicate) override;
    std::array<std::uint64_t, warp_size> exchange(std::uint32_t mask, std::uint64_t value) override;
    [[noreturn]] void fail(const std::string& why) const override;

    waiting state = waiting::no;
    // At a barrier: where, what it said there, and what it is told when all have come.
    int site = 0;
    bool predicate = false;
    unsigned count = 0;
    // In an exchange, likewise.
    std::uint32_t mask = 0;
    std::uint64_t sent = 0;
    std::array<std::uint64_t, warp_size> received{};

  private:
    static constexpr std::size_t stack_size = std::size_t{1} << 16U;
    static void enter();
    void run();
    void wait(waiting for_what);

    block& block_;
    std::unique_ptr<char[]> stack_;
    ucontext_t here_{}, scheduler_{};
    std::exception_ptr failure_;
};

}  // namespace ptx
