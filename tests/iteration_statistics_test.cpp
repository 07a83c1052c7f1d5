// Mean and quantiles of iterations, against sorted lists.

#include <gtest/gtest.h>

#include <random>

#include "tests/measured_maps.hpp"

namespace {

using namespace tauroa;
using measured_maps::drawn;
using measured_maps::drawn_map;

/// The value of rank max(1, ceil(percent n / 100)) of a sorted list.
double quantile(const std::vector<std::uint32_t>& sorted, std::size_t percent) {
    const std::size_t rank = std::max<std::size_t>(1, (percent * sorted.size() + 99) / 100);
    return sorted[rank - 1];
}

void expect_statistics(const drawn_map& map, std::size_t points) {
    const map_measures m = map.measures({32, 100, 50});
    EXPECT_EQ(m.quantile, (std::vector<double>{0, 0.05, 0.25, 0.5, 0.75, 0.95, 1}));
    for (std::size_t j = 0; j < points; ++j) {
        std::vector<std::uint32_t> sorted;
        long double sum = 0;
        for (std::size_t i = 0; i < map.label.size(); ++i)
            if (map.label[i] == static_cast<std::int16_t>(j)) {
                sorted.push_back(map.iterations[i]);
                sum += map.iterations[i];
            }
        ASSERT_FALSE(sorted.empty());
        std::sort(sorted.begin(), sorted.end());
        const std::vector<double> want{quantile(sorted, 0),  quantile(sorted, 5),  quantile(sorted, 25),
                                       quantile(sorted, 50), quantile(sorted, 75), quantile(sorted, 95),
                                       quantile(sorted, 100)};
        const auto got = m.iterations_quantile.begin() + static_cast<std::ptrdiff_t>(7 * j);
        EXPECT_EQ(std::vector<double>(got, got + 7), want) << "point " << j;
        EXPECT_DOUBLE_EQ(m.iterations_mean[j],
                         static_cast<double>(sum / static_cast<long double>(sorted.size())));
    }
}

TEST(IterationStatistics, AreThoseOfSortedLists) {
    std::mt19937_64 random(4);
    for (const std::uint64_t horizon : {1UL, 100UL, 131070UL, 131072UL, 75001UL, 10000000UL, 0xffffffffUL})
        for (const std::size_t points : {1U, 3U, 40U}) {  // 40: more passes, in the same memory
            drawn_map map = drawn(
                150, 90, [&](auto, auto) { return static_cast<int>(random() % (points + 2)) - 2; }, points);
            map.about.steps = horizon;
            for (std::uint32_t& k : map.iterations) k = static_cast<std::uint32_t>(random() % (horizon + 1));
            expect_statistics(map, points);
            for (std::uint32_t& k : map.iterations)  // nearly all in one bin, with ends far away
                k = static_cast<std::uint32_t>(random() % 50 > 0
                                                   ? std::min<std::uint64_t>(horizon, 40000 + random() % 9)
                                                   : (random() % 2) * horizon);
            expect_statistics(map, points);
        }
}

TEST(IterationStatistics, OfSingleStarts) {
    drawn_map map = drawn(
        2, 2, [](auto column, auto row) { return static_cast<int>(column + 2 * row) - 1; }, 4);
    map.about.steps = 0xffffffffU;
    map.about.equilibria.attracts = {1, 1, 1, 1};
    map.iterations = {9, 7, 0, 0xffffffffU};
    const map_measures m = map.measures();
    for (std::size_t i = 0; i < 7; ++i) {
        EXPECT_EQ(m.iterations_quantile[i], 7.0);
        EXPECT_EQ(m.iterations_quantile[7 + i], 0.0);
        EXPECT_EQ(m.iterations_quantile[14 + i], 4294967295.0);
        EXPECT_TRUE(std::isnan(m.iterations_quantile[21 + i]));
    }
    EXPECT_EQ(m.iterations_mean[2], 4294967295.0);
    EXPECT_TRUE(std::isnan(m.iterations_mean[3]));
}

}  // namespace
