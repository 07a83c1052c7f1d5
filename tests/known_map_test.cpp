// Runs whose labels and iterations are worked out by hand.

#include <gtest/gtest.h>

#include <cmath>

#include "kernels/run.hpp"
#include "tests/toy_games.hpp"

namespace {

using namespace tauroa;
using toy::decoupled;

constexpr double origin[2] = {0.0, 0.0};
constexpr std::int16_t label_of_origin = 7;

struct setting {
    double gamma = 0.5, tau = 1.0, tolerance = 1e-3;
    std::uint32_t steps = 1000;
};

template <update_order update>
outcome run(double x, double y, const setting& s) {
    const dynamics<decoupled> d{s.gamma, s.gamma * s.tau, {{1.0}}};
    const arrival_rule rule{{origin, &label_of_origin, 1}, s.tolerance * s.tolerance, s.steps};
    auto at = initial_state<decoupled, double>({{x, y}});
    return advance<update, decoupled>(at, d, rule, 0, s.steps);
}

void expect(double x, double y, const setting& s, std::int16_t label, std::uint32_t iterations) {
    for (const outcome o :
         {run<update_order::simultaneous>(x, y, s), run<update_order::alternating>(x, y, s)}) {
        EXPECT_EQ(o.label, label) << x << ", " << y;
        EXPECT_EQ(iterations_of(o, s.steps), iterations) << x << ", " << y;
    }
}

TEST(KnownMap, HalvingArrivesAfterTheLogarithmOfTheDistance) {
    expect(1.0, 0.0, {}, label_of_origin, 10);  // 2^-10 < 1e-3 < 2^-9
    expect(0.0, -8.0, {}, label_of_origin, 13);
    expect(1e-3, 0.0, {}, label_of_origin, 0);  // on the edge counts as arrived, before any step
}

TEST(KnownMap, PlayerTwoLearnsTauTimesAsFast) {
    expect(0.0, 1.0, {.gamma = 0.25, .tau = 2.0}, label_of_origin, 10);
    expect(1.0, 0.0, {.gamma = 0.5, .tau = 1e-3}, label_of_origin, 10);
}

TEST(KnownMap, TheHorizonIsLookedAtOnceMore) {
    expect(1.0, 0.0, {.steps = 9}, not_arrived, 9);
    expect(1.0, 0.0, {.steps = 10}, label_of_origin, 10);
    expect(1.0, 0.0, {.steps = 0}, not_arrived, 0);
    expect(0.0, 0.0, {.steps = 0}, label_of_origin, 0);
}

TEST(KnownMap, DivergenceIsSeenWhereTheBoundIsPassed) {
    expect(1.0, 0.0, {.gamma = 11.0}, diverged, 13);  // |x_k| = 10^k; at 10^12 not yet beyond it
    expect(1e13, 0.0, {}, diverged, 0);
    expect(std::nan(""), 0.0, {}, diverged, 0);
    expect(0.0, HUGE_VAL, {}, diverged, 0);
}

TEST(KnownMap, ArrivalIsLookedAtBeforeDivergence) {
    expect(1e13, 0.0, {.tolerance = 1e14}, label_of_origin, 0);
}

TEST(KnownMap, TheLowestOfSeveralPointsInReachWins) {
    const double points[4] = {0.5, 0.0, 0.5, 1e-6};
    const std::int16_t labels[2] = {3, 4};
    const arrival_rule rule{{points, labels, 2}, 1e-6, 9};
    EXPECT_EQ(label_at<decoupled>({{0.5, 0.0}}, 0, rule), 3);
    EXPECT_EQ(label_at<decoupled>({{0.5, 1.0005e-3}}, 0, rule), 4);
    EXPECT_EQ(label_at<decoupled>({{0.5, 2e-3}}, 0, rule), under_way);
}

/// One angle against one number; the cost only moves the number.
struct circle {
    static constexpr const char* name = "circle";
    static constexpr const char* reference = "by hand";
    static constexpr int n1 = 1, n2 = 1;
    static constexpr double pi = 3.141592653589793;
    static constexpr std::array<variable, 2> variables{{{"a", -pi, pi, 2 * pi}, {"y", -1.0, 1.0}}};
    static constexpr std::array<parameter, 0> parameters{};
    template <class T>
    TAUROA_HD static T cost(const point<T, 2>& x, const point<double, 0>& /*none*/) {
        return -x[0] - 0.5 * x[1] * x[1];
    }
};

TEST(KnownMap, AnglesTurnAndDistancesAreTakenRoundTheCircle) {
    const double target[2] = {circle::pi, 0.0};
    const std::int16_t label = 0;
    const dynamics<circle> d{0.1, 0.1, {}};
    const arrival_rule rule{{target, &label, 1}, 1e-4, 1};  // tol = 0.01
    auto s = initial_state<circle, double>({{-circle::pi + 0.005, 0.0}});
    EXPECT_EQ(label_at<circle>(s.x, 0, rule), 0);  // just the other side of pi
    s = initial_state<circle, double>({{circle::pi - 0.05, 0.0}});
    step<update_order::simultaneous, circle>(s, d);
    EXPECT_NEAR(s.x[0], -circle::pi + 0.05, 1e-12);
    s = initial_state<circle, double>({{40.0, 0.0}});
    EXPECT_NEAR(s.x[0], 40.0 - 6 * 2 * circle::pi, 1e-12);
}

TEST(KnownMap, BothEndsOfThePeriodStay) {
    EXPECT_EQ(into_period(circle::pi, 2 * circle::pi), circle::pi);
    EXPECT_EQ(into_period(-circle::pi, 2 * circle::pi), -circle::pi);
    EXPECT_TRUE(std::isnan(into_period(HUGE_VAL, 2 * circle::pi)));
}

}  // namespace
