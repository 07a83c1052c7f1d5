// A game as text, compiled, against the built-in game of the same cost: built_in. Built once for each (CMakeLists.txt).

#include <gtest/gtest.h>

#include <random>

#include "built_in.hpp"
#include "kernels/step.hpp"
#include "text.hpp"

namespace {

using namespace tauroa;
using as_text = games::text;
constexpr int n = dimension<built_in>;

std::vector<point<double, n>> random_points(int count) {
    std::mt19937_64 random(1);
    std::vector<point<double, n>> all(static_cast<std::size_t>(count));
    for (auto& x : all)
        for (int i = 0; i < n; ++i) {
            const variable& v = built_in::variables[static_cast<std::size_t>(i)];
            x[i] = std::uniform_real_distribution<double>(v.low, v.high)(random);
        }
    return all;
}

TEST(TextCompiled, HasTheSameWindowsAndPeriods) {
    ASSERT_EQ(dimension<as_text>, n);
    EXPECT_EQ(as_text::n1, built_in::n1);
    for (std::size_t i = 0; i < built_in::variables.size(); ++i) {
        EXPECT_EQ(as_text::variables[i].low, built_in::variables[i].low);
        EXPECT_EQ(as_text::variables[i].high, built_in::variables[i].high);
        EXPECT_EQ(as_text::variables[i].period, built_in::variables[i].period);
    }
}

TEST(TextCompiled, CostAndItsAutomaticGradientAreTheSameToTheBit) {
    for (const auto& x : random_points(10000)) {
        ASSERT_EQ(as_text::cost(x, {}), built_in::cost(x, {}));
        const auto of_text = automatic_gradient<as_text>(x, {}),
                   expected = automatic_gradient<built_in>(x, {});
        for (int i = 0; i < n; ++i) ASSERT_EQ(of_text[i], expected[i]);
    }
}

TEST(TextCompiled, GradientIsTheBuiltInOneUpToRounding) {
    for (const auto& x : random_points(10000)) {
        const auto s = state_at<as_text, double>(x);
        const auto t = state_at<built_in, double>(x);
        const auto g = gradient<as_text>(s.x, s.terms, {}), expected = gradient<built_in>(t.x, t.terms, {});
        double size = 1.0;  // rounding errors are relative to the largest terms, which may cancel
        for (int i = 0; i < n; ++i) size += std::abs(expected[i]);
        for (int i = 0; i < n; ++i) ASSERT_NEAR(g[i], expected[i], 1e-12 * size);
    }
}

template <game Game, update_order update>
point<double, n> end_of(const point<double, n>& start, double gamma, double tau, int steps) {
    const dynamics<Game> d{gamma, gamma * tau, {}};
    auto s = initial_state<Game, double>(start);
    for (int k = 0; k < steps; ++k) step<update, Game>(s, d);
    return s.x;
}

template <update_order update>
void expect_same_ends() {
    for (const auto& x : random_points(100))
        for (const double tau : {1.0, 5.0}) {
            const auto of_text = end_of<as_text, update>(x, 0.003, tau, 10000);
            const auto expected = end_of<built_in, update>(x, 0.003, tau, 10000);
            for (int i = 0; i < n; ++i) ASSERT_NEAR(of_text[i], expected[i], 1e-6) << x[0] << ' ' << x[1];
        }
}

TEST(TextCompiled, RunsEndAtTheSamePoints) {
    expect_same_ends<update_order::simultaneous>();
    expect_same_ends<update_order::alternating>();
}

}  // namespace
