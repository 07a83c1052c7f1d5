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

/// Any g of two variables on [-2, 2]^2, by hand; its Jacobian from differences.
class by_hand final : public game_model {
  public:
    using function = Eigen::VectorXd (*)(const Eigen::VectorXd&);
    explicit by_hand(function g) : game_model(info(), {}), g_(g) {}
    [[nodiscard]] Eigen::VectorXd gradient(const Eigen::VectorXd& x) const override { return g_(x); }
    [[nodiscard]] Eigen::MatrixXd jacobian(const Eigen::VectorXd& x) const override {
        Eigen::MatrixXd j(2, 2);
        constexpr double h = 0x1p-20;
        for (int i = 0; i < 2; ++i) {
            const Eigen::VectorXd step = h * Eigen::VectorXd::Unit(2, i);
            j.col(i) = (g_(x + step) - g_(x - step)) / (2.0 * h);
        }
        return j;
    }

  private:
    static const game_info& info() {
        static const game_info of{0, "by hand", "", true, 1, 1, {{"x", -2.0, 2.0}, {"y", -2.0, 2.0}}, {}};
        return of;
    }
    function g_;
};

TEST(CriticalPoints, OfAFamilyOneStandsForAll) {
    // a circle around the middle and, isolated, the middle itself
    const by_hand circle(
        [](const Eigen::VectorXd& x) -> Eigen::VectorXd { return (x.squaredNorm() - 1.0) * x; });
    const auto once = find_critical_points(circle);
    for (std::uint64_t seed = 0; seed <= 5; ++seed) {
        const auto found = find_critical_points(circle, seed);
        ASSERT_EQ(found.size(), 2U) << "seed " << seed;
        for (const critical_point& p : found) {
            EXPECT_EQ(p.isolated, p.location.norm() < 0.5);
            EXPECT_LE(p.residual, 1e-12);
        }
        for (std::size_t j = 0; j < 2; ++j) EXPECT_LE((found[j].location - once[j].location).norm(), 1e-6);
    }
    // a line through (0, 1), not through the middle: the point of it next to the middle
    const by_hand line(
        [](const Eigen::VectorXd& x) -> Eigen::VectorXd { return Eigen::Vector2d(x(0) + x(1) - 1.0, 0.0); });
    const auto found = find_critical_points(line);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_FALSE(found[0].isolated);
    EXPECT_NEAR((found[0].location - Eigen::Vector2d(0.5, 0.5)).norm(), 0.0, 1e-8);
    // singular, but isolated
    const by_hand cubic([](const Eigen::VectorXd& x) -> Eigen::VectorXd { return x.array().cube(); });
    ASSERT_EQ(find_critical_points(cubic).size(), 1U);
    EXPECT_TRUE(find_critical_points(cubic)[0].isolated);
}

}  // namespace
