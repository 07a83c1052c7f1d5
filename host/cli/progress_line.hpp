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
    /// starts: how many there are in all.
    progress_line(const progress& done, std::uint64_t starts, bool quiet);
    progress_line(const progress_line&) = delete;
    progress_line& operator=(const progress_line&) = delete;
    progress_line(progress_line&&) = delete;
    progress_line& operator=(progress_line&&) = delete;
    ~progress_line();

  private:
    void watch(const std::stop_token& stop);
    [[nodiscard]] std::string text() const;

    const progress* done_;
    std::uint64_t starts_;
    bool terminal_;
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
    std::mutex mutex_;
    std::condition_variable_any woken_;
    std::jthread watcher_;  // last: it uses all of the above
};

}  // namespace tauroa::cli
