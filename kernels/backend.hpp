#pragma once

// The backends: different ways to the same bits. Every backend runs every start of a block by the step
// (step.hpp) and the label rule (arrival.hpp), one game and one tau at a time.

#include <atomic>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "kernels/problem.hpp"

namespace tauroa {

/// What a running backend tells of its progress, and is told, from any thread.
struct progress {
    std::atomic<bool> stop{false};         ///< set from outside: come back soon, whatever is unfinished
    std::atomic<std::uint64_t> starts{0};  ///< starts finished
    std::atomic<std::uint64_t> steps{0};   ///< steps computed for them
};

class backend {
  public:
    backend() = default;
    backend(const backend&) = delete;
    backend& operator=(const backend&) = delete;
    backend(backend&&) = delete;
    backend& operator=(backend&&) = delete;
    virtual ~backend() = default;

    [[nodiscard]] virtual std::string name() const = 0;    ///< reference, cpu or cuda
    [[nodiscard]] virtual std::string device() const = 0;  ///< what computes: instruction set, card
    [[nodiscard]] virtual int threads() const = 0;

    /// Runs every start of the block, filling all of `to`; told to stop, it comes back with some of it filled.
    virtual void run(const problem& p, const start_block& starts, const results& to, progress& done) = 0;
};

/// The one place that turns a backend's name into a backend. threads: 0 means all that the process may use. devices:
/// the GPUs to use, by number; empty means all. `auto` takes cuda where a device answers, else cpu. Throws user_error
/// for an unknown name, or for one that cannot be had here.
std::unique_ptr<backend> make_backend(std::string_view name, int threads,
                                      const std::vector<int>& devices = {});

/// The processors that this process may use: its affinity mask.
int available_threads();

}  // namespace tauroa
