// Minimal shocks: how far equilibria are from starts with other labels, on maps where that is known.

#include <gtest/gtest.h>

#include <numbers>

#include "tests/measured_maps.hpp"

namespace {

using namespace tauroa;
using measured_maps::drawn;
using measured_maps::drawn_map;
using std::numbers::pi;

/// A disc of label 0 about (x, y) in the square [low, high]^2, round the circle where there is a period; both critical
/// points are at its centre.
drawn_map disc(double x, double y, double radius, double low, double high, double period = 0.0) {
    constexpr std::uint64_t side = 301;
    const std::vector<double> at = linspace(low, high, side);
    const auto apart = [period](double a, double b) {
        const double d = std::abs(a - b);
        return period > 0.0 ? std::min(d, period - d) : d;
    };
    drawn_map m = drawn(side, side, [&](auto column, auto row) {
        return std::hypot(apart(at[column], x), apart(at[row], y)) <= radius ? 0 : -1;
    });
    m.about.period = {period, period};
    m.about.axes = {{"x", at}, {"y", at}};
    m.about.equilibria.location = {x, y, x, y};
    return m;
}

/// The disc's radius is the minimal shock, but for a cell's diagonal.
void expect_radius(const map_measures& m, double radius, double low, double high) {
    const double diagonal = std::numbers::sqrt2 * (high - low) / 300;
    EXPECT_GT(m.minimal_shock[0], radius);
    EXPECT_LE(m.minimal_shock[0], radius + diagonal);
}

TEST(MinimalShock, OfADiscIsItsRadius) {
    for (const double radius : {0.1, 0.37, 0.5}) {
        const map_measures m = disc(0.123, -0.2, radius, -1.0, 1.0).measures();
        expect_radius(m, radius, -1.0, 1.0);
        EXPECT_DOUBLE_EQ(m.edge_distance[0], 0.8);
        EXPECT_LT(m.minimal_shock[1], 0.01);  // where every start near it has another label
    }
}

TEST(MinimalShock, OfAHalfPlaneIsTheWayToItsEdge) {
    drawn_map below = drawn(101, 101, [](auto, auto row) { return row < 31 ? -1 : 0; });
    EXPECT_DOUBLE_EQ(below.measures().minimal_shock[0], -below.about.axes[1].at[30]);
    drawn_map above = drawn(101, 101, [](auto, auto row) { return row > 71 ? -1 : 0; });
    EXPECT_DOUBLE_EQ(above.measures({10, 20, 10}).minimal_shock[0], above.about.axes[1].at[72]);
}

TEST(MinimalShock, GoesRoundTheCircle) {
    const map_measures m = disc(pi, pi, 1.0, -pi, pi, 2 * pi).measures();
    expect_radius(m, 1.0, -pi, pi);
    EXPECT_EQ(m.edge_distance[0], std::numeric_limits<double>::infinity());
    const map_measures part = disc(pi, pi, 1.0, pi - 2.0, pi + 2.5, 2 * pi).measures();
    expect_radius(part, 1.0, 0.0, 4.5);
    EXPECT_NEAR(part.edge_distance[0], 2.0, 1e-12);
    const map_measures turned = disc(-1.0, -1.0, 1.0, 2 * pi - 2.5, 2 * pi + 2.0, 2 * pi).measures();
    expect_radius(turned, 1.0, 0.0, 4.5);  // -1 is within the window, a turn further
    EXPECT_NEAR(turned.edge_distance[0], 1.5, 1e-12);
    EXPECT_TRUE(std::isnan(disc(pi, 0.0, 1.0, -3.0, 3.0, 2 * pi).measures().minimal_shock[0]));
}

TEST(MinimalShock, IsThatOfPointsThatAttractInTheMap) {
    drawn_map m = disc(0.0, 0.0, 0.5, -1.0, 1.0);
    m.about.equilibria.attracts = {0, 1};
    EXPECT_TRUE(std::isnan(m.measures().minimal_shock[0]));
    EXPECT_FALSE(std::isnan(m.measures().minimal_shock[1]));
    m.about.equilibria.attracts = {1, 1};
    m.about.equilibria.location = {0.0, 1.5, 1.0, -1.0};  // outside, in a corner
    EXPECT_TRUE(std::isnan(m.measures().minimal_shock[0]));
    EXPECT_TRUE(std::isnan(m.measures().edge_distance[0]));
    EXPECT_EQ(m.measures().minimal_shock[1], 0.0);
    EXPECT_EQ(m.measures().edge_distance[1], 0.0);
}

TEST(MinimalShock, IsThatOfPointsInTheMapsPlane) {
    drawn_map m = disc(0.0, 0.0, 0.5, -1.0, 1.0);
    m.about.variables = {"x", "y", "z"};
    m.about.period = {0.0, 0.0, 2 * pi};
    m.about.base = {0.0, 0.0, -pi};
    m.about.equilibria.location = {0.0, 0.0, pi + 1e-10, 0.0, 0.0, pi + 1e-8};
    EXPECT_FALSE(std::isnan(m.measures().minimal_shock[0]));
    EXPECT_TRUE(std::isnan(m.measures().minimal_shock[1]));
}

TEST(MinimalShock, IsTakenInVariablesWhateverTheAxesOrder) {
    drawn_map m =
        drawn(200, 101, [](auto column, auto) { return column < 150 ? 0 : -1; });  // with a row at 0
    std::swap(m.about.axes[0].name, m.about.axes[1].name);                         // y across
    m.about.equilibria.location = {0.0, 0.3, 0.0, 0.3};
    EXPECT_DOUBLE_EQ(m.measures().minimal_shock[0], -1.0 + 2.0 * 150 / 199 - 0.3);
}

}  // namespace
