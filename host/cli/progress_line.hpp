#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "kernels/backend.hpp"

namespace tauroa::cli {

/// Tells on standard error how far a run is, how fast, and what time is left: a line rewritten on a terminal,
/// one line a minute otherwise. Stops when it goes out of scope.
class progress_line {
  public:
    /// own, others: what this process and all others do. open: starts still to be computed, of `starts` in all.
    progress_line(const progress& own, const progress& others, std::uint64_t open, std::uint64_t starts,
                  bool quiet);
    progress_line(const progress_line&) = delete;
    progress_line& operator=(const progress_line&) = delete;
    progress_line(progress_line&&) = delete;
    progress_line& operator=(progress_line&&) = delete;
    ~progress_line();

  private:
    void watch(const std::stop_token& stop);
    [[nodiscard]] std::string text() const;

    const progress* own_;
    const progress* others_;
    std::uint64_t open_, starts_;
    bool terminal_;
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
    std::mutex mutex_;
    std::condition_variable_any woken_;
    std::jthread watcher_;  // last: it uses all of the above
};

}  // namespace tauroa::cli
