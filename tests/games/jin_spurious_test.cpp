// games/jin_spurious.hpp: SPEC.md section 4's numbers, its cost and gradient, one slice.

#include "games/jin_spurious.hpp"

#include "kernels/error.hpp"
#include "tests/games/game_testing.hpp"

namespace {

using namespace tauroa;
using namespace tauroa::game_testing;
using games::jin_spurious;

TEST(JinSpurious, HasItsNamesAndItsCost) {
    EXPECT_EQ(described("jin-spurious"), "x1 x2 | y1 y2; epsilon=0.1");
    EXPECT_EQ((cost_at<jin_spurious>({{1.0, 2.0, 3.0, 4.0}}, {0.25})), 7.125);
    expect_gradient_of_the_costs<jin_spurious>();
    EXPECT_THROW(make_game("jin-spurious", {{"epsilon", -0.1}}), user_error);
}

TEST(JinSpurious, TheOriginIsStableBetweenHalfAndTwoOverEpsilon) {
    for (const double epsilon : {0.1, 0.25, 1.0}) {
        const auto game = make_game("jin-spurious", {{"epsilon", epsilon}});
        expect_points(*game,
                      {{{0.0, 0.0, 0.0, 0.0}, kind::non_equilibrium, {{0.5 / epsilon, 2.0 / epsilon}}}});
        EXPECT_TRUE(proven_complete(*game));
    }
}

TEST(JinSpurious, WithoutEpsilonAPlaneIsCritical) {
    expect_one_family(*make_game("jin-spurious", {{"epsilon", 0.0}}), {0.0, 0.0, 0.0, 0.0});
}

TEST(JinSpurious, ASliceOfItsMap) {
    auto r = slice<jin_spurious>({{"x1", -5.0, 5.0, 13}, {"y2", -5.0, 5.0, 11}}, {{"x2", 1.0}, {"y1", -2.0}});
    r.tau = {10.0}, r.gamma = 1e-2, r.steps = 5'000;
    EXPECT_EQ(count(expect_one_map(r), 0), 143);
    r.tau = {40.0}, r.update = update_order::alternating;
    EXPECT_EQ(count(expect_one_map(r), 0), 0);
}

}  // namespace
