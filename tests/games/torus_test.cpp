// games/torus.hpp: SPEC.md section 4's numbers, its cost and gradient, one map.

#include "games/torus.hpp"

#include "tests/games/game_testing.hpp"

namespace {

using namespace tauroa;
using namespace tauroa::game_testing;
using games::torus;

constexpr double pi = torus::pi;

TEST(Torus, HasItsNamesItsPeriodAndItsCost) {
    EXPECT_EQ(described("torus"), "x1 | x2");
    EXPECT_EQ(find_game("torus").longest_period(), 2 * pi);
    EXPECT_NEAR((cost_at<torus>({{0.0, pi}})), -1.3, 1e-15);
    expect_gradient_of_the_costs<torus>();
}

TEST(Torus, HasSixCriticalPoints) {
    constexpr double digits = 6e-7;
    const auto game = make_game("torus");
    expect_points(*game, {{{-1.645867, -1.495726}, kind::non_equilibrium, {}, digits},
                          {{0.0, 0.0}, kind::differential_stackelberg, {{0.739130, infinity}}},
                          {{0.0, pi}, kind::non_equilibrium, {}},
                          {{1.645867, 1.495726}, kind::non_equilibrium, {}, digits},
                          {{pi, 0.0}, kind::non_equilibrium, {{0.0, 1.0}}},
                          {{pi, pi}, kind::differential_stackelberg, {{1.352941, infinity}}}});
    EXPECT_TRUE(proven_complete(*game));
}

TEST(Torus, SomeOfFigure8b) {
    auto r = slice<torus>({{"x1", -pi, pi, 12}, {"x2", -pi, pi, 10}});
    r.tau = {5.0}, r.gamma = 0.04, r.steps = 20'001, r.tolerance = 1e-4, r.update = update_order::alternating;
    const auto label = expect_one_map(r);
    EXPECT_GT(count(label, 1), 50);
    EXPECT_EQ(count(label, 1) + count(label, 5), 120);
}

}  // namespace
