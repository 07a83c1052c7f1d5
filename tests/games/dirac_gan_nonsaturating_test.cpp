// games/dirac_gan_nonsaturating.hpp, a general-sum game: SPEC.md section 4's numbers, its costs and gradient, one map.

#include "games/dirac_gan_nonsaturating.hpp"

#include "tests/games/game_testing.hpp"

namespace {

using namespace tauroa;
using namespace tauroa::game_testing;
using games::dirac_gan_nonsaturating;

TEST(DiracGanNonsaturating, HasItsNamesAndItsCosts) {
    EXPECT_EQ(described("dirac-gan-nonsaturating"), "theta | omega; mu=0.3; general-sum");
    EXPECT_NEAR((cost_at<dirac_gan_nonsaturating>({{1.0, 1.0}})), 0.4701145069582774, 1e-15);
    EXPECT_NEAR((cost_at<dirac_gan_nonsaturating, 2>({{1.0, 1.0}})), 1.1564088680781681, 1e-15);
    expect_gradient_of_the_costs<dirac_gan_nonsaturating>();
    expect_gradient_of_the_costs<dirac_gan_nonsaturating>({1.0});
}

TEST(DiracGanNonsaturating, TheOriginIsAlwaysStable) {
    for (const double mu : {0.3, 1.0}) {
        const auto game = make_game("dirac-gan-nonsaturating", {{"mu", mu}});
        expect_points(*game, {{{0.0, 0.0}, kind::differential_stackelberg, {{0.0, infinity}}}});
        EXPECT_TRUE(proven_complete(*game));
    }
}

TEST(DiracGanNonsaturating, AMapWithFigure9sLearningRate) {
    auto r = slice<dirac_gan_nonsaturating>({{"theta", -2.0, 2.0, 13}, {"omega", -2.0, 2.0, 11}});
    r.gamma = 0.01, r.tau = {8.0}, r.steps = 4'000;
    const auto once = count(expect_one_map(r), 0);
    EXPECT_GT(once, 100);
    r.update = update_order::alternating, r.steps = 12'000;
    EXPECT_GE(count(expect_one_map(r), 0), once);
}

}  // namespace
