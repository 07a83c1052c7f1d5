// games/jin_stable_late.hpp: SPEC.md section 4's numbers, its cost and gradient, one map.

#include "games/jin_stable_late.hpp"

#include "kernels/error.hpp"
#include "tests/games/game_testing.hpp"

namespace {

using namespace tauroa;
using namespace tauroa::game_testing;
using games::jin_stable_late;

TEST(JinStableLate, HasItsNamesAndItsCost) {
    EXPECT_EQ(described("jin-stable-late"), "x | y; epsilon=0.1");
    EXPECT_EQ((cost_at<jin_stable_late>({{2.0, 3.0}}, {0.25})), 0.875);
    expect_gradient_of_the_costs<jin_stable_late>();
    EXPECT_THROW(make_game("jin-stable-late", {{"epsilon", -0.1}}), user_error);
}

TEST(JinStableLate, TheOriginIsStableFromTwoOverEpsilonOn) {
    for (const double epsilon : {0.1, 0.25, 1.0}) {
        const auto game = make_game("jin-stable-late", {{"epsilon", epsilon}});
        expect_points(*game, {{{0.0, 0.0}, kind::differential_stackelberg, {{2.0 / epsilon, infinity}}}});
        EXPECT_TRUE(proven_complete(*game));
    }
}

TEST(JinStableLate, WithoutEpsilonALineIsCritical) {
    expect_one_family(*make_game("jin-stable-late", {{"epsilon", 0.0}}), {0.0, 0.0});
}

TEST(JinStableLate, AMapOnBothSidesOfTauStar) {
    auto r = slice<jin_stable_late>({{"x", -5.0, 5.0, 13}, {"y", -5.0, 5.0, 11}});
    r.gamma = 1e-3, r.tau = {40.0}, r.steps = 20'000;
    EXPECT_EQ(count(expect_one_map(r), 0), 143);
    r.tau = {10.0}, r.update = update_order::alternating;
    EXPECT_EQ(count(expect_one_map(r), 0), 0);
}

}  // namespace
