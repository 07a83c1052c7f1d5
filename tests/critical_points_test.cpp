// The critical points of SPEC.md section 4: all of them, in order, whatever the seed.

#include "host/critical_points.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace {

using namespace tauroa;

constexpr double pi = 3.141592653589793;
using table = std::vector<std::array<double, 2>>;

const table polynomial_points{{-13.820094, 1.329052}, {-11.029739, -11.029739}, {-8.951739, 10.572164},
                              {-3.333333, -3.333333}, {-1.621654, -1.621654},   {0.0, 0.0},
                              {1.329052, -13.820094}, {2.157877, 13.643389},    {9.318059, 9.318059},
                              {10.572164, -8.951739}, {13.643389, 2.157877}};
const table torus_points{{-1.645867, -1.495726}, {0.0, 0.0}, {0.0, pi},
                         {1.645867, 1.495726},   {pi, 0.0},  {pi, pi}};

void expect_points(const std::string& name, const table& expected, std::uint64_t seed) {
    const auto found = find_critical_points(*make_game(name), seed);
    ASSERT_EQ(found.size(), expected.size()) << name << ", seed " << seed;
    for (std::size_t j = 0; j < expected.size(); ++j) {
        for (Eigen::Index i = 0; i < 2; ++i)
            EXPECT_NEAR(found[j].location(i), expected[j][static_cast<std::size_t>(i)], 6e-7)
                << name << " point " << j;
        EXPECT_LE(found[j].residual, 1e-13) << name << " point " << j;
    }
}

TEST(CriticalPoints, AreThoseOfTheSpecification) {
    expect_points("polynomial", polynomial_points, 0);
    expect_points("torus", torus_points, 0);
}

TEST(CriticalPoints, AreTheSameToTheBitForEverySeed) {
    for (const char* name : {"polynomial", "torus"}) {
        const auto game = make_game(name);
        const auto expected = find_critical_points(*game, 0);
        for (std::uint64_t seed = 1; seed <= 60; ++seed) {
            const auto found = find_critical_points(*game, seed);
            ASSERT_EQ(found.size(), expected.size()) << name << ", seed " << seed;
            for (std::size_t j = 0; j < expected.size(); ++j)
                EXPECT_EQ(found[j].location, expected[j].location)
                    << name << ", seed " << seed << ", point " << j;
        }
    }
}

TEST(CriticalPoints, AnglesAreAboveMinusPi) {
    for (const auto& p : find_critical_points(*make_game("torus")))
        for (const double angle : p.location) {
            EXPECT_GT(angle, -pi);
            EXPECT_LE(angle, pi);
            EXPECT_FALSE(angle == 0.0 && std::signbit(angle));
        }
}

}  // namespace
