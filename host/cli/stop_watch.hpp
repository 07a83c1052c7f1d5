#pragma once

#include <chrono>
#include <csignal>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "kernels/backend.hpp"

namespace tauroa::cli {

/// Tells a run to stop (progress::stop) when SIGINT, SIGTERM or SIGUSR1 comes, or when its time is over. A second signal
/// ends the program at once; nothing finished is lost by that either. Make it before any thread: the signals are kept from
/// the thread that makes it and from all that come after.
class stop_watch {
  public:
    using seconds = std::chrono::duration<double>;

    /// stop_after: from now on; nothing: no limit.
    stop_watch(progress& told, std::optional<seconds> stop_after);
    stop_watch(const stop_watch&) = delete;
    stop_watch& operator=(const stop_watch&) = delete;
    stop_watch(stop_watch&&) = delete;
    stop_watch& operator=(stop_watch&&) = delete;
    ~stop_watch();

    /// What came: a signal's name, or --stop-after; empty while nothing has.
    [[nodiscard]] std::string why() const;

  private:
    void watch(const std::stop_token& done);
    void tell(const std::string& why);

    progress* told_;
    std::optional<std::chrono::steady_clock::time_point> deadline_;
    sigset_t signals_{}, before_{};
    mutable std::mutex mutex_;
    std::string why_;
    std::jthread watcher_;  // last: it uses all of the above
};

/// A duration as --stop-after takes it: 90, 90s, 15m, 2.5h, 1d, or H:M:S. Throws user_error.
stop_watch::seconds parse_duration(const std::string& option, const std::string& text);

}  // namespace tauroa::cli
