// games/quadratic_nonequilibrium.hpp: SPEC.md section 4's numbers, its cost and gradient, one slice.

#include "games/quadratic_nonequilibrium.hpp"

#include "tests/games/game_testing.hpp"

namespace {

using namespace tauroa;
using namespace tauroa::game_testing;
using games::quadratic_nonequilibrium;

TEST(QuadraticNonequilibrium, HasItsNamesAndItsCost) {
    EXPECT_EQ(described("quadratic-nonequilibrium"), "x11 x12 | x21 x22; v=4");
    EXPECT_EQ((cost_at<quadratic_nonequilibrium>({{5.0, 4.0, 3.0, 2.0}})), 63.5);
    expect_gradient_of_the_costs<quadratic_nonequilibrium>();
}

TEST(QuadraticNonequilibrium, TheOriginIsStableBetweenAHalfAndTwo) {
    const auto game = make_game("quadratic-nonequilibrium");
    expect_points(*game, {{{0.0, 0.0, 0.0, 0.0}, kind::non_equilibrium, {{0.5, 2.0}}}});
    EXPECT_TRUE(proven_complete(*game));
}

TEST(QuadraticNonequilibrium, ASliceOfItsMap) {
    auto r = slice<quadratic_nonequilibrium>({{"x11", -5.0, 5.0, 13}, {"x22", -5.0, 5.0, 11}},
                                             {{"x12", 1.0}, {"x21", -2.0}});
    r.tau = {1.0}, r.gamma = 1e-2, r.steps = 5'000;
    EXPECT_EQ(count(expect_one_map(r), 0), 143);
    r.tau = {3.0}, r.update = update_order::alternating;
    EXPECT_EQ(count(expect_one_map(r), 0), 0);
}

}  // namespace
