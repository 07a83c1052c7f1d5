#include "host/cli/stop_watch.hpp"

#include <array>
#include <cmath>

#include "host/number.hpp"
#include "kernels/error.hpp"

namespace tauroa::cli {
namespace {

constexpr std::array watched{SIGINT, SIGTERM, SIGUSR1};

std::string name_of(int signal) {
    return signal == SIGINT ? "SIGINT" : signal == SIGTERM ? "SIGTERM" : "SIGUSR1";
}

}  // namespace

stop_watch::stop_watch(progress& told, std::optional<seconds> stop_after) : told_(&told) {
    using clock = std::chrono::steady_clock;
    if (stop_after) deadline_ = clock::now() + std::chrono::duration_cast<clock::duration>(*stop_after);
    sigemptyset(&signals_);
    for (const int signal : watched) sigaddset(&signals_, signal);
    pthread_sigmask(SIG_BLOCK, &signals_, &before_);
    watcher_ = std::jthread([this](const std::stop_token& done) { watch(done); });
}

stop_watch::~stop_watch() {
    watcher_.request_stop();
    watcher_.join();
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void stop_watch::watch(const std::stop_token& done) {
    constexpr timespec tick{0, 50'000'000};
    while (!done.stop_requested()) {
        const int signal = sigtimedwait(&signals_, nullptr, &tick);
        if (signal > 0 && told_->stop) {
            static_cast<void>(std::signal(signal, SIG_DFL));
            pthread_sigmask(SIG_UNBLOCK, &signals_, nullptr);
            static_cast<void>(std::raise(signal));
        }
        if (signal > 0) tell(name_of(signal));
        if (deadline_ && std::chrono::steady_clock::now() >= *deadline_) tell("--stop-after");
    }
}

void stop_watch::tell(const std::string& why) {
    const std::lock_guard lock(mutex_);
    if (why_.empty()) why_ = why;
    told_->stop = true;
}

std::string stop_watch::why() const {
    const std::lock_guard lock(mutex_);
    return why_;
}

namespace {

/// Seconds of H:M:S.
double clock_time(const std::string& option, const std::vector<std::string>& parts) {
    double seconds = 0.0;
    for (const std::string& part : parts) seconds = 60.0 * seconds + parse_number(option, part);
    return seconds;
}

double seconds_in(char unit) {
    constexpr double minute = 60.0, hour = 3600.0, day = 86400.0;
    return unit == 's' ? 1.0 : unit == 'm' ? minute : unit == 'h' ? hour : unit == 'd' ? day : 0.0;
}

}  // namespace

stop_watch::seconds parse_duration(const std::string& option, const std::string& text) {
    constexpr double longest = 1e9;
    const std::vector<std::string> parts = split(text, ':');
    double seconds = 0.0;
    if (parts.size() == 3)
        seconds = clock_time(option, parts);
    else if (parts.size() == 1 && !text.empty() && seconds_in(text.back()) > 0.0)
        seconds = seconds_in(text.back()) * parse_number(option, text.substr(0, text.size() - 1));
    else
        seconds = parse_number(option, text);
    if (!(seconds >= 0.0 && seconds <= longest))
        throw user_error(option + " " + text + ": give a time like 90s, 15m, 2.5h or 1:30:00");
    return stop_watch::seconds(seconds);
}

}  // namespace tauroa::cli
