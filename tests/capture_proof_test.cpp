// What capture must not prove: from enclosures that are too wide, into the reach of other points, where a map does not
// contract; and what it must, where that is known by hand.

#include "host/capture_proof.hpp"

#include <gtest/gtest.h>

#include "host/linear_algebra.hpp"
#include "tests/capture_scene.hpp"
#include "tests/first_order_enclosure.hpp"

namespace {

using namespace tauroa;
using namespace tauroa::capture_scene;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// Another enclosure, made worse.
class worse final : public first_order_enclosure {
  public:
    worse(const game_enclosure& of, double slope, double rounding)
        : of_(of), slope_(slope), rounding_(rounding) {}
    [[nodiscard]] box gradient(const box& x) const override { return of_.gradient(x); }
    [[nodiscard]] interval_matrix jacobian(const box& x) const override { return of_.jacobian(x); }
    [[nodiscard]] interval_matrix update_jacobian(const update_rule& rule, const box& x) const override {
        interval_matrix wide = of_.update_jacobian(rule, x);
        for (box& row : wide)
            for (interval& entry : row) entry = entry + around_zero(slope_);
        return wide;
    }
    [[nodiscard]] double update_rounding(const update_rule& rule, const box& x) const override {
        return of_.update_rounding(rule, x) + rounding_;
    }

  private:
    const game_enclosure& of_;
    double slope_, rounding_;
};

TEST(Capture, NothingIsProvenFromWorseEnclosures) {
    const scene s = scene_of("polynomial", {update_order::alternating, 1e-3, 5.0}, 1e-3);
    const auto levels = [&](double slope, double rounding) {
        const worse enclosure(*s.enclosure, slope, rounding);
        return capture_of(enclosure, s.game->info(), s.rule, s.points[0], s.tolerance, {}).levels.size();
    };
    EXPECT_GT(levels(0.0, 0.0), 10);
    EXPECT_EQ(levels(0.1, 0.0), 0);
    EXPECT_EQ(levels(0.0, 1e-5), 0);
}

TEST(Capture, ReachesNoOtherPointsTolerance) {
    const scene s = scene_of("polynomial", {update_order::alternating, 1e-3, 5.0}, 1e-2);
    const VectorXd beside = s.points[0] + Eigen::Vector2d(0.3, 0.1);
    const capture_region all = s.region(0);
    const capture_region less =
        capture_of(*s.enclosure, s.game->info(), s.rule, s.points[0], s.tolerance, {beside});
    ASSERT_FALSE(less.levels.empty());
    EXPECT_LT(less.levels.back().level, all.levels.back().level);
    for (int k = 0; k < 360; ++k) {
        const Eigen::Vector2d d = beside - s.points[0] + 1e-2 * Eigen::Vector2d(std::cos(k), std::sin(k));
        EXPECT_GT(d.dot(less.shape * d), less.levels.back().level);
    }
}

/// g(x) = J x on lines.
class linear final : public first_order_enclosure {
  public:
    explicit linear(const MatrixXd& j) : j_(j) {}
    [[nodiscard]] box gradient(const box& x) const override { return product(exactly(j_), x); }
    [[nodiscard]] interval_matrix jacobian(const box& /*x*/) const override { return exactly(j_); }
    [[nodiscard]] interval_matrix update_jacobian(const update_rule& rule, const box& /*x*/) const override {
        interval_matrix a = exactly(j_);
        for (std::size_t i = 0; i < a.size(); ++i) {
            a[i] = scaled(i == 0 ? -rule.gamma : -(rule.gamma * rule.tau), a[i]);
            a[i][i] = a[i][i] + 1.0;
        }
        return a;
    }
    [[nodiscard]] double update_rounding(const update_rule& /*rule*/, const box& x) const override {
        return 1e-15 * x[0].magnitude();
    }

  private:
    MatrixXd j_;
};

const game_info three_lines{
    0, "linear", "by hand", false, 1, 2, {{"x", -1.0, 1.0}, {"y", -1.0, 1.0}, {"z", -1.0, 1.0}}, {}, {}};

capture_region region_of_linear(const MatrixXd& j) {
    const update_rule rule{update_order::simultaneous, 0.01, 2.0};
    return capture_of(linear(j), three_lines, rule, VectorXd::Zero(3), 1e-3, {});
}

TEST(Capture, OfALinearMapReachesAsFarAsIsAsked) {
    MatrixXd j(3, 3);
    j << 1.0, 2.0, 0.0, -2.0, 0.5, 1.0, 0.0, -1.0, 0.5;
    const capture_region region = region_of_linear(j);
    ASSERT_FALSE(region.levels.empty());
    const capture_level last = region.levels.back();
    const MatrixXd inverse = solve(region.shape, MatrixXd::Identity(3, 3));
    EXPECT_NEAR(std::sqrt(last.level * inverse.diagonal().maxCoeff()), 4.0, 0.3);  // four windows
    VectorXd x = std::sqrt(last.level / region.shape(0, 0)) * VectorXd::Unit(3, 0);
    std::uint64_t steps = 0;
    for (; x.norm() > 1e-3; ++steps) x -= Eigen::Vector3d(0.01, 0.02, 0.02).cwiseProduct(j * x);
    EXPECT_LE(steps, last.steps);
    EXPECT_LE(last.steps, 4 * steps);
}

TEST(Capture, OfALinearMapThatDoesNotContractIsEmpty) {
    MatrixXd j = MatrixXd::Identity(3, 3);
    j(2, 2) = -0.1;
    EXPECT_TRUE(region_of_linear(j).levels.empty());
    j(2, 2) = 0.0;
    EXPECT_TRUE(region_of_linear(j).levels.empty());
}

TEST(Capture, PositiveDefinitenessIsProvenOnlyWhereItIs) {
    MatrixXd a(2, 2);
    a << 2.0, -1.0, -1.0, 0.5 + 1e-9;
    EXPECT_TRUE(positive_definite(exactly(a)));
    a(1, 1) = 0.5;  // singular
    EXPECT_FALSE(positive_definite(exactly(a)));
    a(1, 1) = 0.6;
    interval_matrix wide = exactly(a);
    wide[1][1] = interval(0.4, 0.8);
    EXPECT_FALSE(positive_definite(wide));
}

}  // namespace
