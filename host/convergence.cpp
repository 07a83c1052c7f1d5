#include "host/convergence.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tauroa {
namespace {

/// Slope of the least-squares line.
double slope_of(const std::vector<double>& k, const std::vector<double>& y) {
    const auto count = static_cast<double>(k.size());
    double mean_k = 0.0, mean_y = 0.0, covariance = 0.0, variance = 0.0;
    for (std::size_t i = 0; i < k.size(); ++i) {
        mean_k += k[i] / count;
        mean_y += y[i] / count;
    }
    for (std::size_t i = 0; i < k.size(); ++i) {
        covariance += (k[i] - mean_k) * (y[i] - mean_y);
        variance += (k[i] - mean_k) * (k[i] - mean_k);
    }
    return covariance / variance;
}

}  // namespace

double measured_rate(const std::vector<std::uint64_t>& step, const std::vector<double>& distance,
                     double scale) {
    constexpr double near = 1e-3, end_of_start = 1e-10, end_of_scale = 1e-12, least_fall = 10.0;
    constexpr std::size_t least_states = 8;
    const double above = near * distance.front();
    const double below = std::max(end_of_start * distance.front(), end_of_scale * scale);
    std::size_t first = distance.size();
    while (first > 0 && distance[first - 1] <= above) --first;
    std::vector<double> k, logarithm;
    for (std::size_t i = first; i < distance.size() && distance[i] >= below; ++i) {
        k.push_back(static_cast<double>(step[i]));
        logarithm.push_back(std::log(distance[i]));
    }
    if (k.size() < least_states) return std::numeric_limits<double>::quiet_NaN();
    const double slope = slope_of(k, logarithm);
    if (-slope * (k.back() - k.front()) < std::log(least_fall))
        return std::numeric_limits<double>::quiet_NaN();
    return std::exp(slope);
}

}  // namespace tauroa
