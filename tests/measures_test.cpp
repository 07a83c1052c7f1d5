// Measures of maps whose measures are known: entropy, uncertainty, minimal shocks; the same however they are read.

#include <gtest/gtest.h>

#include <limits>
#include <numbers>
#include <random>

#include "kernels/logarithm.hpp"
#include "output/measures/uncertainty.hpp"
#include "tests/measured_maps.hpp"

namespace {

using namespace tauroa;
using measured_maps::drawn;
using measured_maps::drawn_map;

double entropy(std::initializer_list<double> shares) {
    double s = 0.0;
    for (const double p : shares) s -= p * std::log(p);
    return s;
}

/// The expected S of a box of 25 starts, each with one of so many equally likely outcomes: the number of starts with
/// one outcome is binomial.
double expected_entropy(int outcomes) {
    const double p = 1.0 / outcomes;
    double s = 0.0, probability = std::pow(1.0 - p, 25);
    for (int n = 1; n <= 25; ++n) {
        probability *= (26.0 - n) / n * p / (1.0 - p);
        s -= outcomes * probability * (n / 25.0) * std::log(n / 25.0);
    }
    return s;
}

drawn_map random_map(std::uint64_t columns, std::uint64_t rows, int outcomes) {
    std::mt19937_64 random(1);
    return drawn(columns, rows, [&](auto, auto) {
        return static_cast<int>(random() % static_cast<unsigned>(outcomes)) - 1;  // -1 counts like any other
    });
}

TEST(Measures, OfAHalfPlane) {
    const map_measures m =
        drawn(212, 160, [](auto column, auto) { return column < 102 ? 0 : -2; }).measures();
    EXPECT_EQ(m.distance, (std::vector<std::uint32_t>{1, 2, 4, 8, 16}));
    for (std::size_t k = 0; k < 5; ++k)
        EXPECT_DOUBLE_EQ(m.uncertain_share[k], 2.0 * m.distance[k] / (212 - 2 * 16));
    EXPECT_NEAR(m.exponent[0], 1.0, 1e-14);
    EXPECT_NEAR(m.exponent_error[0], 0.0, 1e-14);
    EXPECT_NEAR(m.boundary_dimension[0], 1.0, 1e-14);
    EXPECT_EQ(m.boxes, 42U * 32U);  // 212 is no multiple of 5
    EXPECT_EQ(m.boundary_boxes[0], 32U);
    EXPECT_DOUBLE_EQ(m.boundary_basin_entropy[0], entropy({0.4, 0.6}));
    EXPECT_DOUBLE_EQ(m.basin_entropy[0], entropy({0.4, 0.6}) / 42);
}

TEST(Measures, SeeEveryStartOfABox) {
    for (std::uint64_t i = 0; i < 25; ++i) {
        const auto one = [i](auto column, auto row) {
            return column % 5 == i % 5 && row % 5 == i / 5 ? -3 : 0;
        };
        const map_measures m = drawn(52, 53, one).measures();
        EXPECT_EQ(m.boundary_boxes[0], 100U);
        EXPECT_DOUBLE_EQ(m.basin_entropy[0], entropy({0.04, 0.96}));
        EXPECT_DOUBLE_EQ(m.boundary_basin_entropy[0], entropy({0.04, 0.96}));
    }
}

TEST(Measures, FitALineByLeastSquares) {
    const scaling_exponent line =
        fitted_exponent({0.1, 0.2, 0.8});  // log2 f = c + 0, 1, 3: residuals 1/6, -1/3, 1/6
    EXPECT_NEAR(line.alpha, 1.5, 1e-14);
    EXPECT_NEAR(line.error, std::sqrt(1.0 / 6 / 2), 1e-14);
    EXPECT_TRUE(std::isnan(fitted_exponent({0.1, 0.2}).alpha));
}

TEST(Measures, OfABoundaryBetweenBoxes) {
    const map_measures m = drawn(100, 100, [](auto, auto row) { return row < 50 ? 0 : 1; }).measures();
    EXPECT_EQ(m.basin_entropy[0], 0.0);
    EXPECT_EQ(m.boundary_boxes[0], 0U);
    EXPECT_TRUE(std::isnan(m.boundary_basin_entropy[0]));
    EXPECT_NEAR(m.exponent[0], 1.0, 1e-14);
}

TEST(Measures, OfOneBasin) {
    const map_measures m = drawn(100, 100, [](auto, auto) { return 0; }).measures();
    EXPECT_EQ(m.basin_entropy[0], 0.0);
    EXPECT_EQ(m.uncertain_share, std::vector<double>(4, 0.0));
    for (const double none : {m.boundary_basin_entropy[0], m.exponent[0], m.exponent_error[0],
                              m.boundary_dimension[0], m.minimal_shock[0]})
        EXPECT_TRUE(std::isnan(none));
}

TEST(Measures, OfNoise) {
    for (const int outcomes : {2, 3}) {
        const map_measures m = random_map(1000, 1000, outcomes).measures();
        EXPECT_NEAR(m.basin_entropy[0], expected_entropy(outcomes), 1e-3);
        EXPECT_NEAR(m.boundary_basin_entropy[0], expected_entropy(outcomes), 1e-3);
        EXPECT_EQ(m.boundary_basin_entropy[0] > std::numbers::ln2, outcomes > 2);
        EXPECT_NEAR(m.uncertain_share[3], 1.0 - std::pow(1.0 / outcomes, 4),
                    1e-3);  // no neighbour of four differs
        EXPECT_NEAR(m.exponent[0], 0.0, 1e-3);
        EXPECT_NEAR(m.boundary_dimension[0], 2.0, 1e-3);
    }
}

TEST(Measures, OfACheckerboard) {
    const map_measures m = drawn(60, 60, [](auto column, auto row) { return (column + row) % 2; }).measures();
    EXPECT_DOUBLE_EQ(m.basin_entropy[0], entropy({13.0 / 25, 12.0 / 25}));
    EXPECT_EQ(m.boundary_boxes[0], m.boxes);
    EXPECT_EQ(m.uncertain_share, (std::vector<double>{1, 0, 0}));
    EXPECT_TRUE(std::isnan(m.exponent[0]));  // no power law: nothing is uncertain at 2 and at 4
}

/// The level at which `place` of base^levels falls into the gap of a Cantor set that keeps the first and the last of
/// `base` parts of each interval; labels by its parity. Its dimension is ln 2 / ln base.
int cantor_label(std::uint64_t place, std::uint64_t base, int levels) {
    std::uint64_t part = 1;
    for (int i = 1; i < levels; ++i) part *= base;
    for (int level = 0; level < levels; ++level, part /= base)
        if (const std::uint64_t digit = place / part % base; digit != 0 && digit != base - 1)
            return level % 2;
    return levels % 2;
}

TEST(Measures, OfACantorSetTimesALine) {
    for (const auto& [base, levels, columns] : {std::tuple{3U, 7, 2187U}, std::tuple{4U, 6, 4096U}}) {
        const double dimension = std::log(2.0) / std::log(base);
        const auto stripes = [b = base, l = levels](auto column, auto) { return cantor_label(column, b, l); };
        for (const std::uint64_t rows : {700U, 1U}) {
            const map_measures m = drawn(columns, rows, stripes).measures();
            const double want = dimension + (rows > 1 ? 1.0 : 0.0);
            EXPECT_NEAR(m.boundary_dimension[0], want, 3 * m.exponent_error[0]) << base;
            EXPECT_LT(3 * m.exponent_error[0], 0.1) << base;  // tells 0.63 and 0.5 apart
            const double in_step = base == 4 ? 0.02 : 0.1;    // distances are powers of 2, as 4 is
            EXPECT_NEAR(m.boundary_dimension[0], want, in_step) << base;
        }
    }
}

TEST(Measures, OfAnAxisAlone) {
    drawn_map map = drawn(200, 1, [](auto column, auto) { return column < 77 ? 0 : 1; });
    map.about.equilibria.location = {-0.5, 0.0, 0.5, 0.0};
    const map_measures m = map.measures();
    EXPECT_NEAR(m.exponent[0], 1.0, 1e-14);
    EXPECT_NEAR(m.boundary_dimension[0], 0.0, 1e-14);  // a point
    EXPECT_EQ(m.boxes, 0U);
    EXPECT_TRUE(std::isnan(m.basin_entropy[0]));
    EXPECT_DOUBLE_EQ(m.minimal_shock[0], map.about.axes[0].at[77] + 0.5);
    EXPECT_DOUBLE_EQ(m.minimal_shock[1], 0.5 - map.about.axes[0].at[76]);
    EXPECT_DOUBLE_EQ(m.edge_distance[1], 0.5);
}

TEST(Measures, OfMapsThatAreTooSmall) {
    const auto half = [](auto column, auto) { return column < 20 ? 0 : 1; };
    EXPECT_FALSE(std::isnan(drawn(40, 40, half).measures().exponent[0]));
    for (const map_measures& m : {drawn(40, 39, half).measures(), drawn(39, 40, half).measures()}) {
        EXPECT_TRUE(std::isnan(m.exponent[0]));
        EXPECT_TRUE(std::isnan(m.uncertain_share[0]));
        EXPECT_EQ(m.distance, (std::vector<std::uint32_t>{1, 2, 4}));
    }
    const map_measures least = drawn(2, 2, [](auto, auto) { return 0; }).measures();
    EXPECT_EQ(least.boxes, 0U);
    EXPECT_TRUE(std::isnan(least.basin_entropy[0]));
}

/// Every measure as one list, to be compared bit for bit but for NaN.
std::vector<double> flat(const map_measures& m) {
    std::vector<double> all(m.boundary_boxes.begin(), m.boundary_boxes.end());
    for (const auto* values : {&m.basin_entropy, &m.boundary_basin_entropy, &m.uncertain_share, &m.exponent,
                               &m.exponent_error, &m.boundary_dimension, &m.iterations_mean,
                               &m.iterations_quantile, &m.minimal_shock, &m.edge_distance})
        all.insert(all.end(), values->begin(), values->end());
    std::replace_if(
        all.begin(), all.end(), [](double x) { return std::isnan(x); }, -1.0);
    return all;
}

TEST(Measures, DoNotDependOnHowAMapIsRead) {
    std::mt19937_64 random(2);
    const auto blob = [&](std::uint64_t column, std::uint64_t row) {
        const double r = std::hypot(static_cast<double>(column) - 110.0, static_cast<double>(row) - 80.0);
        return r < 60 + static_cast<double>(random() % 9) ? 0 : static_cast<int>(random() % 3) - 1;
    };
    drawn_map map = drawn(211, 163, blob);
    for (std::uint32_t& k : map.iterations) k = static_cast<std::uint32_t>(random() >> 32U);
    map.about.steps = 0xffffffffU;
    const std::vector<double> whole = flat(map.measures());
    for (const reading_pace& pace :
         {reading_pace{512, 16384, 2048}, reading_pace{1, 211, 7}, reading_pace{7, 50, 50},
          reading_pace{64, 64, 64}, reading_pace{163, 1, 1}, reading_pace{65, 128, 99}})
        EXPECT_EQ(flat(map.measures(pace)), whole) << pace.rows << " x " << pace.columns;
}

TEST(Measures, ReadAMapOnceOrTwice) {
    for (const auto& [steps, passes] :
         {std::pair{131071U, 1U}, std::pair{131072U, 2U}, std::pair{0xffffffffU, 2U}}) {
        drawn_map map = drawn(
            300, 200, [](auto column, auto) { return static_cast<int>(column % 10) - 1; }, 9);
        map.about.steps = steps;
        map.measures({50, 1000, 100});
        EXPECT_EQ(map.labels_read, passes * 60000U) << steps;
        EXPECT_EQ(map.iterations_read, passes * 60000U) << steps;
    }
}

TEST(PortableLog, IsTheLogarithm) {
    std::mt19937_64 random(3);
    std::uniform_real_distribution<double> exponent(-300.0, 300.0);
    for (int i = 0; i < 10000; ++i) {
        const double x = i < 100 ? (i + 1) / 25.0 : std::pow(10.0, exponent(random)), want = std::log(x);
        EXPECT_NEAR(portable_log(x), want, 4e-16 * std::abs(want)) << x;
    }
    EXPECT_EQ(portable_log(1.0), 0.0);
}

}  // namespace
