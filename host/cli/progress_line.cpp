#include "host/cli/progress_line.hpp"

#include <unistd.h>

#include <algorithm>
#include <iomanip>
#include <iostream>
#include <sstream>

namespace tauroa::cli {

namespace {
constexpr const char* clear_line = "\r\033[K";
}

progress_line::progress_line(const progress& own, const progress& others, std::uint64_t open,
                             std::uint64_t starts, bool quiet)
    : own_(&own), others_(&others), open_(open), starts_(starts), terminal_(isatty(STDERR_FILENO) != 0) {
    if (!quiet) watcher_ = std::jthread([this](const std::stop_token& stop) { watch(stop); });
}

progress_line::~progress_line() {
    if (!watcher_.joinable()) return;
    watcher_.request_stop();
    watcher_.join();
    if (terminal_) std::cerr << clear_line << std::flush;
}

void progress_line::watch(const std::stop_token& stop) {
    const auto pause = terminal_ ? std::chrono::milliseconds(250) : std::chrono::milliseconds(60'000);
    std::unique_lock lock(mutex_);
    while (!woken_.wait_for(lock, stop, pause, [] { return false; }) && !stop.stop_requested())
        std::cerr << (terminal_ ? clear_line + text() : text() + "\n") << std::flush;
}

std::string progress_line::text() const {
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count();
    const auto done = static_cast<double>(own_->starts + others_->starts), open = static_cast<double>(open_);
    const auto all = static_cast<double>(starts_);
    std::ostringstream line;
    line << std::fixed << std::setprecision(1) << 100.0 * (all - open + done) / all << " % of " << starts_
         << " starts, " << std::scientific << std::setprecision(2) << done / seconds << " starts/s";
    if (done > 0.0)
        line << std::fixed << std::setprecision(0) << ", " << std::max(0.0, seconds * (open - done) / done)
             << " s left";
    return line.str();
}

}  // namespace tauroa::cli
