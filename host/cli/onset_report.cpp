#include "host/cli/onset_report.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <future>

#include "host/attraction.hpp"

namespace tauroa::cli {
namespace {

/// Calls job(i) for every i below count, on so many threads; what a job throws is thrown here.
void in_parallel(std::size_t count, int threads, const std::function<void(std::size_t)>& job) {
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < count; i = next++) job(i);
    };
    std::vector<std::future<void>> others;
    for (int t = 1; t < std::min(threads, static_cast<int>(count)); ++t)
        others.push_back(std::async(std::launch::async, work));
    work();
    for (auto& other : others) other.get();
}

/// The number in the list that has the smallest ratio to tau.
std::optional<double> nearest(const std::vector<double>& list, double tau) {
    const auto away = [tau](double x) { return std::abs(std::log(x / tau)); };
    const auto it =
        std::min_element(list.begin(), list.end(), [&](double a, double b) { return away(a) < away(b); });
    return it == list.end() ? std::nullopt : std::optional(*it);
}

}  // namespace

std::vector<point_onset> onsets_of(const onset_request& request) {
    std::vector<point_onset> all;
    for (equilibrium& e : equilibria_of(*request.game)) {
        tau_windows attraction =
            attraction_windows(e.jacobian, request.game->info().n1, request.gamma, request.update);
        all.push_back({std::move(e), std::move(attraction), {}});
    }
    in_parallel(all.size(), request.threads, [&](std::size_t j) {
        const auto with = make_backend("cpu", 1);
        const neighbourhood around{request.game.get(), all[j].point.location, request.radius,
                                   request.gamma,      request.update,        request.steps};
        all[j].measured = capture_windows(around, request.tau, request.width, *with);
    });
    return all;
}

std::optional<double> compared_edge::difference() const {
    return predicted ? std::optional(captured_at / *predicted - 1.0) : std::nullopt;
}

compared_edge compared_opening(const tau_bracket& measured, const tau_windows& predicted) {
    std::vector<double> edges;
    for (const tau_window& w : predicted.windows)
        if (w.low > 0.0) edges.push_back(w.low);
    return {measured, measured.high, measured.low, nearest(edges, measured.high)};
}

compared_edge compared_closing(const tau_bracket& measured, const tau_windows& predicted) {
    std::vector<double> edges;
    for (const tau_window& w : predicted.windows)
        if (std::isfinite(w.high)) edges.push_back(w.high);
    return {measured, measured.low, measured.high, nearest(edges, measured.low)};
}

}  // namespace tauroa::cli
