// games/polynomial.hpp: SPEC.md section 4's numbers, its cost and gradient, one map.

#include "games/polynomial.hpp"

#include "tests/games/game_testing.hpp"

namespace {

using namespace tauroa;
using namespace tauroa::game_testing;
using games::polynomial;

constexpr double digits = 6e-7;  // of the numbers below

point_facts never_stable(double x1, double x2) { return {{x1, x2}, kind::non_equilibrium, {}, digits}; }

TEST(Polynomial, HasItsNamesAndItsCost) {
    EXPECT_EQ(described("polynomial"), "x1 | x2");
    EXPECT_DOUBLE_EQ((cost_at<polynomial>({{10.0, 0.0}})), -std::exp(-1.0) * (900.0 + 100.0));
    expect_gradient_of_the_costs<polynomial>();
}

TEST(Polynomial, HasElevenCriticalPoints) {
    const auto game = make_game("polynomial");
    expect_points(*game,
                  {never_stable(-13.820094, 1.329052),
                   {{-11.029739, -11.029739}, kind::differential_stackelberg, {{1.0, infinity}}, digits},
                   never_stable(-8.951739, 10.572164),
                   never_stable(-3.333333, -3.333333),
                   {{-1.621654, -1.621654}, kind::differential_stackelberg, {{1.0, infinity}}, digits},
                   never_stable(0.0, 0.0),
                   never_stable(1.329052, -13.820094),
                   never_stable(2.157877, 13.643389),
                   {{9.318059, 9.318059}, kind::non_equilibrium, {{0.0, 1.0}}, digits},
                   {{10.572164, -8.951739}, kind::differential_nash, {{0.0, infinity}}, digits},
                   never_stable(13.643389, 2.157877)});
    EXPECT_TRUE(proven_complete(*game));
}

TEST(Polynomial, SomeOfFigure7b) {
    auto r = slice<polynomial>({{"x1", -15.0, 15.0, 13}, {"x2", -15.0, 15.0, 11}});
    r.tau = {5.0}, r.gamma = 0.001, r.steps = 75'001, r.update = update_order::alternating;
    const auto label = expect_one_map(r);
    EXPECT_GT(count(label, 1), 15);
    EXPECT_GT(count(label, 4), 2);
    EXPECT_GT(count(label, 9), 25);
}

}  // namespace
