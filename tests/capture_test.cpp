// Capture: the ellipsoids and step counts that are proven are held against the kernels' own iteration, and claims that
// are too large, or proofs from worse enclosures, must fail.

#include "host/capture.hpp"

#include <gtest/gtest.h>

#include <Eigen/LU>
#include <chrono>
#include <cstdio>
#include <random>

#include "games/polynomial.hpp"
#include "games/torus.hpp"
#include "host/capture_proof.hpp"
#include "host/linear_algebra.hpp"
#include "host/theory.hpp"
#include "kernels/run.hpp"

namespace {

using namespace tauroa;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// A game at one setting of the paper's maps, and what attracts there.
struct scene {
    std::unique_ptr<game_model> game;
    std::unique_ptr<game_enclosure> enclosure;
    update_rule rule;
    double tolerance;
    std::vector<VectorXd> points;

    [[nodiscard]] std::vector<VectorXd> others_than(std::size_t j) const {
        std::vector<VectorXd> others = points;
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(j));
        return others;
    }
    [[nodiscard]] capture_region region(std::size_t j) const {
        return capture_of(*enclosure, game->info(), rule, points[j], tolerance, others_than(j));
    }
};

scene scene_of(const std::string& name, update_rule rule, double tolerance) {
    scene s{make_game(name), nullptr, rule, tolerance, {}};
    s.enclosure = enclosure_of(*s.game);
    for (const equilibrium& e : equilibria_of(*s.game))
        if (at_tau(e, s.game->info().n1, rule.tau, rule.gamma, rule.update).attracts)
            s.points.push_back(e.location);
    return s;
}

template <game Game>
double value_at(const point<double, dimension<Game>>& x, const VectorXd& centre, const MatrixXd& shape) {
    const double d0 = kept<Game, 0>(x[0] - centre[0]), d1 = kept<Game, 1>(x[1] - centre[1]);
    return d0 * (shape(0, 0) * d0 + shape(0, 1) * d1) + d1 * (shape(1, 0) * d0 + shape(1, 1) * d1);
}

/// Runs of the kernels from a level's edge and from within it, held against what it claims.
template <game Game, update_order update>
class runs {
  public:
    runs(const scene& s, std::size_t j, const capture_region& region)
        : scene_(s), centre_(s.points[j]), region_(region), label_(static_cast<std::int16_t>(j)) {
        for (std::size_t k = 0; k < s.points.size(); ++k) {
            labels_.push_back(static_cast<std::int16_t>(k));
            for (const double x : {s.points[k][0], s.points[k][1]}) locations_.push_back(x);
        }
        const MatrixXd upper = cholesky_factor(region.shape).value().transpose();
        unscaled_ = solve(upper, MatrixXd::Identity(2, 2));
    }

    /// How many of the starts do not do what the level says; at most so many starts and steps.
    int failures(const capture_level& level, int starts, std::uint64_t most_steps) {
        int failed = 0;
        for (int i = 0; i < starts && (i < 4 || taken_ < most_steps); ++i) {
            const double angle = 6.2831853 * uniform_(random_), share = i % 4 == 3 ? uniform_(random_) : 1.0;
            const VectorXd d = std::sqrt(share * level.level) *
                               (unscaled_ * Eigen::Vector2d(std::cos(angle), std::sin(angle)));
            const point<double, 2> start{{centre_[0] + d[0], centre_[1] + d[1]}};
            failed += holds(initial_state<Game, double>(start), level) ? 0 : 1;
            ++started_;
        }
        return failed;
    }
    [[nodiscard]] int started() const { return started_; }

  private:
    bool holds(state<Game, double> s, const capture_level& level) {
        const dynamics<Game> d{scene_.rule.gamma, scene_.rule.gamma * scene_.rule.tau, {}};
        const arrival_rule rule{{locations_.data(), labels_.data(), static_cast<int>(labels_.size())},
                                scene_.tolerance * scene_.tolerance,
                                2};
        if (value_at<Game>(s.x, centre_, region_.shape) > level.level) return true;  // a rounding outside
        for (std::uint64_t k = 0; k <= level.steps; ++k, ++taken_) {
            const outcome o = advance<update, Game>(s, d, rule, 0, 1);
            if (o.iterations == 0) return o.label == label_;
            if (!(value_at<Game>(s.x, centre_, region_.shape) <= level.level * (1.0 + 1e-9))) return false;
        }
        return false;
    }

    const scene& scene_;
    VectorXd centre_;
    const capture_region& region_;
    std::int16_t label_;
    std::vector<std::int16_t> labels_;
    std::vector<double> locations_;
    MatrixXd unscaled_;
    std::mt19937_64 random_{7};
    std::uniform_real_distribution<double> uniform_{0.0, 1.0};
    std::uint64_t taken_ = 0;
    int started_ = 0;
};

/// One line on a region: its longest and shortest half axis, those of the way to the nearest other critical point.
void report(const scene& s, std::size_t j, const capture_region& region, double milliseconds) {
    double nearest = HUGE_VAL;
    for (const equilibrium& e : equilibria_of(*s.game)) {
        const double distance = s.game->difference(e.location, s.points[j]).norm();
        if (distance > 1e-6) nearest = std::fmin(nearest, distance);
    }
    const capture_level outermost = region.levels.back();
    const double longest = std::sqrt(outermost.level / smallest_symmetric_eigenvalue(region.shape));
    const double shortest = outermost.level / std::sqrt(region.shape.determinant()) / longest;
    std::printf(
        "%-10s %s tau %2g (%7.3f, %7.3f) %2zu levels, axes %.4f %.4f = %.4f %.4f of %.2f, 1 - rate %.1e to "
        "%.1e, "
        "%llu steps, %.0f ms\n",
        s.game->info().name.c_str(), s.rule.update == update_order::alternating ? "alt" : "sim", s.rule.tau,
        s.points[j][0], s.points[j][1], region.levels.size(), longest, shortest, longest / nearest,
        shortest / nearest, nearest, 1.0 - region.levels.front().rate, 1.0 - outermost.rate,
        static_cast<unsigned long long>(outermost.steps), milliseconds);
}

template <game Game, update_order update>
void expect_proven_levels_hold(const scene& s, double least_axis) {
    for (std::size_t j = 0; j < s.points.size(); ++j) {
        const auto begun = std::chrono::steady_clock::now();
        const capture_region region = s.region(j);
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begun;
        ASSERT_FALSE(region.levels.empty());
        report(s, j, region, took.count());
        const double longest =
            std::sqrt(region.levels.back().level / smallest_symmetric_eigenvalue(region.shape));
        EXPECT_GT(longest, least_axis);
        runs<Game, update> check(s, j, region);
        for (const std::size_t part : {1, 2, 3, 4}) {  // quarters of the levels, the outermost last
            const std::size_t i = part * region.levels.size() / 4;
            if (i == 0) continue;
            EXPECT_EQ(check.failures(region.levels[i - 1], 100 * static_cast<int>(part), 1'000'000 * part),
                      0);
        }
        EXPECT_GE(check.started(), 16);
        for (std::size_t i = 1; i < region.levels.size(); ++i) {
            EXPECT_LT(region.levels[i - 1].level, region.levels[i].level);
            EXPECT_LT(region.levels[i - 1].steps, region.levels[i].steps);
        }
    }
}

TEST(Capture, LevelsOfThePolynomialGameHold) {
    constexpr auto simultaneous = update_order::simultaneous, alternating = update_order::alternating;
    for (const double tau : {1.0, 2.0, 5.0, 20.0}) {
        const double least_axis = tau == 1.0 ? 2e-3 : 0.5;  // at 1 all but one point hardly attract
        expect_proven_levels_hold<games::polynomial, alternating>(
            scene_of("polynomial", {alternating, 1e-3, tau}, 1e-3), least_axis);
        expect_proven_levels_hold<games::polynomial, simultaneous>(
            scene_of("polynomial", {simultaneous, 1e-3, tau}, 1e-3), least_axis);
    }
}

TEST(Capture, LevelsOfTheTorusGameHold) {
    constexpr auto simultaneous = update_order::simultaneous, alternating = update_order::alternating;
    for (const double tau : {1.0, 2.0, 5.0, 10.0}) {
        expect_proven_levels_hold<games::torus, alternating>(
            scene_of("torus", {alternating, 0.04, tau}, 1e-4), 0.5);
        expect_proven_levels_hold<games::torus, simultaneous>(
            scene_of("torus", {simultaneous, 0.04, tau}, 1e-4), 0.1);
    }
}

TEST(Capture, ALevelFourTimesTooLargeIsCaught) {
    constexpr auto alternating = update_order::alternating;
    int caught = 0;
    for (const double tau : {2.0, 20.0}) {
        const scene s = scene_of("polynomial", {alternating, 1e-3, tau}, 1e-3);
        for (std::size_t j = 0; j < s.points.size(); ++j) {
            const capture_region region = s.region(j);
            capture_level inflated = region.levels.back();
            inflated.level *= 4.0;
            caught +=
                runs<games::polynomial, alternating>(s, j, region).failures(inflated, 200, 1'000'000) > 0;
        }
    }
    EXPECT_GE(caught, 3);
}

TEST(Capture, TooFewStepsAreCaught) {
    const scene s = scene_of("torus", {update_order::alternating, 0.04, 2.0}, 1e-4);
    const capture_region region = s.region(0);
    capture_level hasty = region.levels.back();
    hasty.steps /= 4;
    EXPECT_GT((runs<games::torus, update_order::alternating>(s, 0, region).failures(hasty, 200, 1'000'000)),
              0);
}

/// Another enclosure, made worse.
class worse final : public game_enclosure {
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
class linear final : public game_enclosure {
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
