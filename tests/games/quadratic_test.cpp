// games/quadratic.hpp: SPEC.md section 4's numbers, its cost and gradient, one slice.

#include "games/quadratic.hpp"

#include "tests/games/game_testing.hpp"

namespace {

using namespace tauroa;
using namespace tauroa::game_testing;
using games::quadratic;

TEST(Quadratic, HasItsNamesAndItsCost) {
    EXPECT_EQ(described("quadratic"), "x11 x12 | x21 x22; v=4");
    EXPECT_EQ((cost_at<quadratic>({{5.0, 4.0, 3.0, 2.0}})), -95.0);
    expect_gradient_of_the_costs<quadratic>();
}

TEST(Quadratic, TheOriginIsStableFromTwoOnForEveryV) {
    for (const double v : {4.0, 0.25, 100.0}) {
        const auto game = make_game("quadratic", {{"v", v}});
        expect_points(*game, {{{0.0, 0.0, 0.0, 0.0}, kind::differential_stackelberg, {{2.0, infinity}}}});
        EXPECT_TRUE(proven_complete(*game));
    }
}

TEST(Quadratic, WithoutACostEveryPointIsCritical) {
    expect_one_family(*make_game("quadratic", {{"v", 0.0}}), {0.0, 0.0, 0.0, 0.0});
}

TEST(Quadratic, ASliceOfFigure4sMap) {
    auto r = slice<quadratic>({{"x11", -5.0, 5.0, 13}, {"x21", -5.0, 5.0, 11}}, {{"x12", 4.0}, {"x22", 2.0}});
    r.tau = {5.0}, r.gamma = 5e-4, r.steps = 20'000;
    EXPECT_EQ(count(expect_one_map(r), 0), 143);
    r.tau = {1.5}, r.update = update_order::alternating;
    EXPECT_EQ(count(expect_one_map(r), 0), 0);
}

}  // namespace
