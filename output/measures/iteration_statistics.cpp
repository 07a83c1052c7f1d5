#include "output/measures/iteration_statistics.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace tauroa {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr std::uint64_t most_bins = 1U << 21U;           // 16 MiB
constexpr std::uint64_t most_bins_of_table = 1U << 17U;  // more than that would leave the processor's caches

}  // namespace

iteration_statistics::iteration_statistics(const std::vector<std::uint8_t>& attracts, std::uint64_t horizon)
    : basins_(attracts.size()), width_(std::bit_ceil(horizon + 1)) {
    for (std::size_t j = 0; j < attracts.size(); ++j)
        if (attracts[j] != 0) basins_[j].tables.push_back({});
    place_tables();
}

/// Gives every table its bins, as many as memory and the interval's width allow.
void iteration_statistics::place_tables() {
    std::uint64_t tables = 0;
    for (const basin& b : basins_) tables += b.tables.size();
    if (tables == 0) return;
    const std::uint64_t bins = std::min(
        {width_, most_bins_of_table, std::bit_floor(std::max<std::uint64_t>(2, most_bins / tables))});
    shift_ = static_cast<unsigned>(std::countr_zero(width_ / bins));
    bins_ = std::vector<std::uint64_t>();  // frees what there was first
    bins_.resize(tables * bins);
    std::size_t place = 0;
    for (basin& b : basins_)
        for (table& t : b.tables) t.first_bin = bins * place++;
}

void iteration_statistics::add(const std::int16_t* label, const std::uint32_t* iterations,
                               std::uint64_t cells) {
    for (std::uint64_t i = 0; i < cells; ++i) {
        if (label[i] < 0 || static_cast<std::size_t>(label[i]) >= basins_.size()) continue;
        basin& b = basins_[static_cast<std::size_t>(label[i])];
        if (first_pass_) b.sum.add(iterations[i]);
        for (const table& t : b.tables) {
            const std::uint64_t beyond = iterations[i] - t.low;  // huge where it is below
            if (beyond < width_) ++bins_[t.first_bin + (beyond >> shift_)];
        }
    }
}

void iteration_statistics::set_ranks(basin& b) const {
    for (const table& t : b.tables)
        for (std::uint64_t bin = 0; bin < width_ >> shift_; ++bin) b.count += bins_[t.first_bin + bin];
    for (std::size_t i = 0; i < b.ranks.size(); ++i) {
        const auto percent = static_cast<std::uint64_t>(quantile_percent[i]);
        // ceil(percent count / 100), without leaving 64 bits
        const std::uint64_t whole = b.count / 100 * percent, part = (b.count % 100 * percent + 99) / 100;
        b.ranks[i] = {0, std::max<std::uint64_t>(1, whole + part)};
    }
}

/// Finds each rank's bin, which becomes its interval. Ranks ascend, so that one walk finds those of a table.
void iteration_statistics::narrow(basin& b) const {
    auto* rank = b.ranks.begin();
    std::vector<table> next;
    for (const table& t : b.tables) {
        std::uint64_t bin = 0, below = 0;
        for (; rank != b.ranks.end() && rank->low == t.low; ++rank) {
            while (below + bins_[t.first_bin + bin] < rank->rank) below += bins_[t.first_bin + bin++];
            *rank = {t.low + (bin << shift_), rank->rank - below};
            if (next.empty() || next.back().low != rank->low) next.push_back({rank->low, 0});
        }
    }
    b.tables = std::move(next);
}

bool iteration_statistics::needs_another_pass() {
    for (basin& b : basins_) {
        if (first_pass_) set_ranks(b);
        if (b.count == 0)
            b.tables.clear();
        else
            narrow(b);
    }
    first_pass_ = false;
    if (shift_ == 0) return false;
    width_ = std::uint64_t{1} << shift_;
    shift_ = 0;
    place_tables();
    return std::any_of(basins_.begin(), basins_.end(), [](const basin& b) { return !b.tables.empty(); });
}

double iteration_statistics::mean(std::size_t point) const {
    const basin& b = basins_[point];
    if (b.count == 0) return nan;
    const double sum = std::ldexp(static_cast<double>(b.sum.high), 64) + static_cast<double>(b.sum.low);
    return sum / static_cast<double>(b.count);
}

double iteration_statistics::quantile(std::size_t point, std::size_t i) const {
    const basin& b = basins_[point];
    return b.count == 0 ? nan : static_cast<double>(b.ranks[i].low);
}

}  // namespace tauroa
