#include "host/tau_list.hpp"

#include <algorithm>
#include <cmath>

#include "host/grid.hpp"
#include "host/number.hpp"
#include "kernels/error.hpp"

namespace tauroa {
namespace {

constexpr std::uint64_t max_tau_count = 1'000'000;

/// Evenly spaced logarithms. In extended precision, so that the rounded values are the same with every C library.
std::vector<double> logspace(double low, double high, std::uint64_t count) {
    const long double from = std::log(static_cast<long double>(low)),
                      to = std::log(static_cast<long double>(high));
    std::vector<double> tau(count);
    for (std::uint64_t i = 0; i < count; ++i)
        tau[i] = static_cast<double>(
            std::exp(from + (to - from) * static_cast<long double>(i) / static_cast<long double>(count - 1)));
    tau.front() = low;
    tau.back() = high;
    return tau;
}

std::vector<double> range(const std::string& what, const std::vector<std::string>& parts) {
    const bool log = parts.size() == 4;
    if (parts.size() < 3 || parts.size() > 4 || (log && parts[3] != "log"))
        throw user_error(what + ": must be LO:HI:N or LO:HI:N:log");
    const double low = parse_positive(what + ": LO", parts[0]);
    const double high = parse_positive(what + ": HI", parts[1]);
    const std::uint64_t count = parse_count(what + ": N", parts[2], 2, max_tau_count);
    if (!(low < high)) throw user_error(what + ": LO must be below HI");
    if (!log) return linspace(low, high, count);
    return logspace(low, high, count);
}

}  // namespace

std::vector<double> parse_tau_list(std::string_view text) {
    const std::string what = "--tau " + std::string(text);
    std::vector<double> tau;
    if (text.find(':') != std::string_view::npos) {
        tau = range(what, split(text, ':'));
    } else {
        for (const std::string& part : split(text, ',')) tau.push_back(parse_positive(what + ":", part));
    }
    std::sort(tau.begin(), tau.end());
    const auto twice = std::adjacent_find(tau.begin(), tau.end());
    if (twice != tau.end()) throw user_error(what + ": " + shortest(*twice) + " stands there twice");
    return tau;
}

std::string to_string(const std::vector<double>& tau) {
    std::string text;
    for (const double t : tau) {
        if (!text.empty()) text += ',';
        text += shortest(t);
    }
    return text;
}

}  // namespace tauroa
