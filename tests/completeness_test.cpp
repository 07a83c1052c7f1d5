// The proof that a list of critical points is complete: it succeeds for the games and for zeros that are hard to see,
// and for no list that lacks a point, holds a wrong one or one twice, and at no degenerate zero.

#include "host/completeness.hpp"

#include <gtest/gtest.h>

#include "host/critical_points.hpp"
#include "kernels/dual.hpp"
#include "tests/first_order_enclosure.hpp"

namespace {

using namespace tauroa;

constexpr double pi = 3.141592653589793;
using points = std::vector<Eigen::VectorXd>;

/// The enclosure of any g: g(x0, x1) gives its two values for numbers of every type.
template <class Gradient>
class enclosure_by_hand final : public first_order_enclosure {
  public:
    explicit enclosure_by_hand(Gradient g) : g_(g) {}

    [[nodiscard]] box gradient(const box& x) const override {
        const auto g = g_(x[0], x[1]);
        return {g[0], g[1]};
    }
    [[nodiscard]] interval_matrix jacobian(const box& x) const override {
        using number = dual<interval, 2>;
        const auto g = g_(number::variable(x[0], 0), number::variable(x[1], 1));
        return {{g[0].derivative, g[0].derivative + 2}, {g[1].derivative, g[1].derivative + 2}};
    }
    [[nodiscard]] interval_matrix update_jacobian(const update_rule& /*rule*/,
                                                  const box& /*x*/) const override {
        throw std::logic_error("not asked for");
    }
    [[nodiscard]] double update_rounding(const update_rule& /*rule*/, const box& /*x*/) const override {
        throw std::logic_error("not asked for");
    }

  private:
    Gradient g_;
};

/// The proof for a g by hand on [-1, 1]^2; period: of both variables.
template <class Gradient>
completeness proof_of(Gradient g, const points& list, double period = 0.0) {
    const double half = period > 0.0 ? 0.5 * period : 1.0;
    const game_info info{
        0, "by hand", "", true, 1, 1, {{"x", -half, half, period}, {"y", -half, half, period}}, {}};
    return prove_complete(info, enclosure_by_hand(g), list);
}

Eigen::VectorXd at(double x, double y) { return Eigen::Vector2d(x, y); }

points found_in(const game_model& game) {
    points list;
    for (const critical_point& p : find_critical_points(game)) list.push_back(p.location);
    return list;
}

class OfGame : public testing::TestWithParam<const char*> {
  protected:
    [[nodiscard]] completeness proof(const points& list) const {
        return prove_complete(game->info(), *enclosure_of(*game), list);
    }
    std::unique_ptr<game_model> game = make_game(GetParam());
    points list = found_in(*game);
};

TEST_P(OfGame, IsProvenInFewBoxes) {
    const completeness of_all = proof(list);
    RecordProperty("boxes", static_cast<int>(of_all.boxes));
    EXPECT_TRUE(of_all.proven);
    EXPECT_LE(of_all.boxes, 10'000);
}

TEST_P(OfGame, NoPointCanBeLeftOut) {
    for (std::size_t j = 0; j < list.size(); ++j) {
        points fewer = list;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(j));
        EXPECT_FALSE(proof(fewer).proven) << "without point " << j;
    }
    EXPECT_FALSE(proof({}).proven);
}

TEST_P(OfGame, NoPointCanBeAdded) {
    for (const auto& wrong : {at(0.5, 0.25), at(1e-5, 0.0), at(-3.0, 3.0)}) {
        points more = list;
        more.push_back(wrong);
        EXPECT_FALSE(proof(more).proven) << wrong.transpose();
    }
    for (const auto& again : list) {
        points more = list;
        more.push_back(again + at(1e-9, -1e-9));
        EXPECT_FALSE(proof(more).proven) << again.transpose() << " twice";
    }
}

TEST_P(OfGame, AWrongDigitIsSeen) {
    for (auto& x : list) {
        const Eigen::VectorXd right = x;
        x(0) += 2e-6 * game->info().scale();
        EXPECT_FALSE(proof(list).proven) << right.transpose();
        x = right;
    }
}

INSTANTIATE_TEST_SUITE_P(Completeness, OfGame, testing::Values("polynomial", "torus"),
                         [](const auto& instance) { return std::string(instance.param); });

TEST(Completeness, APointIsTheSameATurnAway) {
    const auto game = make_game("torus");
    points list = found_in(*game);
    list.push_back(at(-pi, 0.0));  // (pi, 0) is in the list
    EXPECT_FALSE(prove_complete(game->info(), *enclosure_of(*game), list).proven);
    list.pop_back();
    for (auto& x : list)
        for (double& angle : x)
            if (angle > 3.0) angle -= 2.0 * pi;
    EXPECT_TRUE(prove_complete(game->info(), *enclosure_of(*game), list).proven);
}

/// A zero at (x, y), and no other.
auto zero_at(double x, double y) {
    return [=](auto a, auto b) {
        using number = decltype(a);
        return std::array<number, 2>{number(2.0) * (a - number(x)) + (b - number(y)),
                                     (a - number(x)) * (a - number(x)) - (b - number(y))};
    };
}

// The other zero of zero_at(x, y) is (x - 2, y + 4), outside.
TEST(Completeness, ZerosInsideOutsideAndOnTheBoundary) {
    for (const auto& [x, y] :
         {std::pair{0.3, -0.4}, {1.0, 1.0}, {-1.0, 0.25}, {1.0 - 1e-12, 1.0}, {-1.0, -1.0}}) {
        EXPECT_TRUE(proof_of(zero_at(x, y), {at(x, y)}).proven) << x << ", " << y;
        EXPECT_FALSE(proof_of(zero_at(x, y), {}).proven) << x << ", " << y;
    }
    for (const auto& [x, y] : {std::pair{1.0 + 1e-8, 0.0}, {0.5, -1.0 - 1e-7}, {1.1, 1.1}})
        EXPECT_TRUE(proof_of(zero_at(x, y), {}).proven) << x << ", " << y;
    // the list holds points that little outside of the window, and so nothing may be claimed without them
    EXPECT_FALSE(proof_of(zero_at(1.0 + 1e-9, 0.0), {}).proven);
    EXPECT_TRUE(proof_of(zero_at(1.0 + 1e-9, 0.0), {at(1.0 + 1e-9, 0.0)}).proven);
}

TEST(Completeness, AZeroHiddenNearAnotherIsSeen) {
    for (const double gap : {1e-1, 1e-3, 1e-4}) {
        const auto g = [gap](auto a, auto b) {
            using number = decltype(a);
            return std::array<number, 2>{a * (a - number(gap)), b + a * a};
        };
        EXPECT_FALSE(proof_of(g, {at(0.0, 0.0)}).proven) << gap;
        EXPECT_FALSE(proof_of(g, {at(gap, -gap * gap)}).proven) << gap;
        EXPECT_TRUE(proof_of(g, {at(0.0, 0.0), at(gap, -gap * gap)}).proven) << gap;
    }
}

TEST(Completeness, NothingIsClaimedAtADegenerateZero) {
    const auto twofold = [](auto a, auto b) { return std::array{a * a, b - a}; };
    const auto line = [](auto a, auto b) { return std::array{a - b, b - a}; };
    const auto none = [](auto a, auto b) { return std::array{a * a + decltype(a)(1e-3), b - a}; };
    EXPECT_FALSE(proof_of(twofold, {at(0.0, 0.0)}).proven);
    EXPECT_FALSE(proof_of(twofold, {}).proven);
    EXPECT_FALSE(proof_of(line, {at(0.0, 0.0)}).proven);
    EXPECT_FALSE(proof_of(line, {}).proven);
    EXPECT_TRUE(proof_of(none, {}).proven);
}

TEST(Completeness, WhatIsUndefinedProvesNothing) {
    const auto undefined = [](auto a, auto b) {
        using number = decltype(a);
        const number infinite = number(1e300) * (a + number(1e300));
        return std::array{infinite - infinite, a + b};
    };
    EXPECT_FALSE(proof_of(undefined, {}).proven);
    EXPECT_FALSE(proof_of(undefined, {at(0.0, 0.0)}).proven);
}

TEST(Completeness, OnCirclesAllZerosOfThePeriodAreAskedFor) {
    const auto g = [](auto a, auto b) { return std::array{sin(a), sin(b)}; };
    const points all{at(0.0, 0.0), at(0.0, pi), at(pi, 0.0), at(pi, pi)};
    EXPECT_TRUE(proof_of(g, all, 2.0 * pi).proven);
    EXPECT_FALSE(proof_of(g, {all[0], all[1], all[2]}, 2.0 * pi).proven);
}

}  // namespace
