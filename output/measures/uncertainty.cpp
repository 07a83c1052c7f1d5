#include "output/measures/uncertainty.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <tuple>
#include <utility>

#include "kernels/logarithm.hpp"

namespace tauroa {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr std::uint64_t shortest_largest_distance = 4;  // 1, 2, 4: the least that leaves a degree of freedom
constexpr std::uint64_t sides_per_distance = 10;

/// The cells of one row and their neighbours on all sides.
struct neighbours {
    const std::int16_t *here, *left, *right, *below, *above;
};

/// How many of the first `count` cells differ from a neighbour. In runs short enough for sums of 16 bits, as narrow as
/// the labels: so compilers make full use of vectors.
std::uint64_t count_uncertain(const neighbours& n, std::uint64_t count) {
    constexpr std::uint64_t run = 1U << 15U;
    std::uint64_t total = 0;
    for (std::uint64_t begin = 0; begin < count; begin += run) {
        const std::uint64_t end = std::min(count, begin + run);
        std::uint16_t sum = 0;
        for (std::uint64_t i = begin; i < end; ++i) {
            const bool differs = (n.here[i] != n.left[i]) | (n.here[i] != n.right[i]) |
                                 (n.here[i] != n.below[i]) | (n.here[i] != n.above[i]);
            sum = static_cast<std::uint16_t>(sum + differs);
        }
        total += sum;
    }
    return total;
}

/// The cells further than `margin` from both ends of [0, count), as a first one and a number.
std::pair<std::uint64_t, std::uint64_t> interior(std::uint64_t count, std::uint64_t margin) {
    return {margin, count > 2 * margin ? count - 2 * margin : 0};
}

/// What two ranges have in common, as a first one and an end.
std::pair<std::uint64_t, std::uint64_t> common(std::uint64_t a, std::uint64_t a_count, std::uint64_t b,
                                               std::uint64_t b_count) {
    const std::uint64_t first = std::max(a, b);
    return {first, std::max(first, std::min(a + a_count, b + b_count))};
}

}  // namespace

std::vector<std::uint32_t> uncertainty_distances(std::uint64_t shorter_side) {
    const std::uint64_t largest =
        std::clamp(shorter_side / sides_per_distance, shortest_largest_distance, largest_distance);
    std::vector<std::uint32_t> all;
    for (std::uint32_t eps = 1; eps <= largest; eps *= 2) all.push_back(eps);
    return all;
}

uncertainty::uncertainty(std::uint64_t rows, std::uint64_t columns, std::size_t axes) : two_axes_(axes > 1) {
    const std::uint64_t side = two_axes_ ? std::min(rows, columns) : columns;
    distances_ = uncertainty_distances(side);
    uncertain_.resize(distances_.size());
    if (side < sides_per_distance * shortest_largest_distance) return;
    std::tie(sample_.column, sample_.columns) = interior(columns, distances_.back());
    std::tie(sample_.row, sample_.rows) = interior(rows, two_axes_ ? distances_.back() : 0);
}

void uncertainty::add(const label_view& view, const cell_range& core) {
    const auto [first_row, end_row] = common(sample_.row, sample_.rows, core.row, core.rows);
    const auto [column, end_column] = common(sample_.column, sample_.columns, core.column, core.columns);
    for (std::uint64_t row = first_row; row < end_row && column < end_column; ++row) {
        const std::int16_t* here = view.at(row, column);
        for (std::size_t k = 0; k < distances_.size(); ++k) {
            const std::uint32_t eps = distances_[k];
            const neighbours n{here, here - eps, here + eps, two_axes_ ? view.at(row - eps, column) : here,
                               two_axes_ ? view.at(row + eps, column) : here};
            uncertain_[k] += count_uncertain(n, end_column - column);
        }
    }
}

std::vector<double> uncertainty::shares() const {
    std::vector<double> f(distances_.size(), nan);
    for (std::size_t k = 0; k < f.size() && sample_.cells() > 0; ++k)
        f[k] = static_cast<double>(uncertain_[k]) / static_cast<double>(sample_.cells());
    return f;
}

scaling_exponent fitted_exponent(const std::vector<double>& shares) {
    const std::size_t n = shares.size();
    if (n < 3 || !std::all_of(shares.begin(), shares.end(), [](double f) { return f > 0.0; }))
        return {nan, nan};
    // With x = log2 eps = 0, 1, 2, ... and y = log2 f.
    const double mean_x = 0.5 * static_cast<double>(n - 1);
    std::vector<double> y(n);
    std::transform(shares.begin(), shares.end(), y.begin(),
                   [](double f) { return portable_log(f) / std::numbers::ln2; });
    double mean_y = 0.0, xx = 0.0, xy = 0.0, residuals = 0.0;
    for (const double v : y) mean_y += v / static_cast<double>(n);
    for (std::size_t k = 0; k < n; ++k) {
        const double x = static_cast<double>(k) - mean_x;
        xx += x * x;
        xy += x * (y[k] - mean_y);
    }
    const double alpha = xy / xx;
    for (std::size_t k = 0; k < n; ++k) {
        const double residual = y[k] - mean_y - alpha * (static_cast<double>(k) - mean_x);
        residuals += residual * residual;
    }
    return {alpha, std::sqrt(residuals / static_cast<double>(n - 2) / xx)};
}

}  // namespace tauroa
