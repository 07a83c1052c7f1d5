#pragma once

// One block of threads, and in which order they run: warps in random order, each for a random while, so that
// they drift apart as far as the barriers allow; lanes of a warp in random order, too. One that must not matter.

#include <memory>
#include <random>
#include <span>

#include "tests/ptx/fiber.hpp"
#include "tests/ptx/memory.hpp"

namespace ptx {

struct launch_shape {
    extent grid, block;
    unsigned seed = 1;          ///< of the order in which warps and lanes run
    unsigned shared_bytes = 0;  ///< of shared memory sized at launch
};

/// What all threads of a launch share.
struct kernel_call {
    const kernel& run;
    const std::uint8_t* parameters;
    const memory& buffers;
    launch_shape shape;
    unsigned shared_bytes;  ///< all
};

class block {
  public:
    explicit block(const kernel_call& call);

    /// Runs the kernel in the block with this index to its end.
    void run(extent index);

    [[nodiscard]] const launch_shape& shape() const { return call_.shape; }
    [[nodiscard]] const memory& buffers() const { return call_.buffers; }
    [[nodiscard]] std::uint64_t shared_base() const {
        return reinterpret_cast<std::uintptr_t>(shared_.data());
    }
    [[nodiscard]] bool shared_holds(std::uint64_t address, std::size_t size) const {
        return address >= shared_base() && address - shared_base() + size <= shared_.size();
    }
    void run_kernel(thread& self) const { call_.run.run(self, call_.parameters); }

  private:
    using warp = std::span<const std::unique_ptr<fiber>>;

    [[nodiscard]] warp warp_of(unsigned number) const;
    bool run_warp(unsigned number);
    bool run_ready_lanes(warp lanes);
    static bool release_exchanges(warp lanes);
    bool release_barrier();
    [[noreturn]] void fail(const std::string& why) const;

    kernel_call call_;
    std::vector<std::unique_ptr<fiber>> fibers_;
    std::vector<std::uint8_t> shared_;
    std::mt19937 random_;
};

}  // namespace ptx
