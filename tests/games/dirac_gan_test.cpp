// games/dirac_gan.hpp: SPEC.md section 4's numbers, its cost and gradient, one map.

#include "games/dirac_gan.hpp"

#include "tests/games/game_testing.hpp"

namespace {

using namespace tauroa;
using namespace tauroa::game_testing;
using games::dirac_gan;

TEST(DiracGan, HasItsNamesAndItsCost) {
    EXPECT_EQ(described("dirac-gan"), "theta | omega; mu=0.3");
    EXPECT_NEAR((cost_at<dirac_gan>({{1.0, 1.0}})), -1.1564088680781681, 1e-15);
    expect_gradient_of_the_costs<dirac_gan>();
    expect_gradient_of_the_costs<dirac_gan>({1.0});
}

TEST(DiracGan, TheOriginIsAlwaysStable) {
    for (const double mu : {0.3, 1.0}) {
        const auto game = make_game("dirac-gan", {{"mu", mu}});
        expect_points(*game, {{{0.0, 0.0}, kind::differential_stackelberg, {{0.0, infinity}}}});
        EXPECT_TRUE(proven_complete(*game));
    }
}

TEST(DiracGan, WithoutItsRegularisationTheOriginIsDegenerateButIsolated) {
    const auto game = make_game("dirac-gan", {{"mu", 0.0}});
    expect_points(*game, {{{0.0, 0.0}, kind::degenerate, {}}});
    EXPECT_TRUE(find_critical_points(*game).at(0).isolated);
}

TEST(DiracGan, AMapWithFigure1sLearningRate) {
    auto r = slice<dirac_gan>({{"theta", -2.0, 2.0, 13}, {"omega", -2.0, 2.0, 11}});
    r.gamma = 0.01, r.tau = {8.0}, r.steps = 4'000;
    const auto once = count(expect_one_map(r), 0);
    EXPECT_GT(once, 100);
    r.update = update_order::alternating, r.steps = 12'000;
    EXPECT_GE(count(expect_one_map(r), 0), once);
}

}  // namespace
