// games/polynomial_4d.hpp: SPEC.md section 4's numbers, its cost and gradient, one slice.

#include "games/polynomial_4d.hpp"

#include "tests/games/game_testing.hpp"

namespace {

using namespace tauroa;
using namespace tauroa::game_testing;
using games::polynomial_4d;

TEST(Polynomial4d, HasItsNamesAndItsCost) {
    EXPECT_EQ(described("polynomial-4d"), "x11 x12 | x21 x22");
    EXPECT_EQ((cost_at<polynomial_4d>({{-1.0, 2.5, 2.5, 3.0}})), 10.0);
    EXPECT_EQ((cost_at<polynomial_4d>({{2.0, 3.0, -1.0, 0.5}})), 1.4375);
    expect_gradient_of_the_costs<polynomial_4d>();
}

TEST(Polynomial4d, HasThreeCriticalPoints) {
    const std::vector<tau_window> always{{0.0, infinity}};
    expect_points(*make_game("polynomial-4d"),
                  {{{-4.73404503675372, 0.277896369446436, -92.4743940472491, 0.532708629182680},
                    kind::differential_nash,
                    always},
                   {{0.0, 0.0, 0.0, 0.0}, kind::non_equilibrium, {{0.5, 2.0}}},
                   {{1.0, 1.0, 1.0, 1.0}, kind::differential_nash, always}});
}

TEST(Polynomial4d, ASliceOfFigure5sMap) {
    auto r =
        slice<polynomial_4d>({{"x11", -1.5, 1.5, 13}, {"x12", -2.5, 2.5, 11}}, {{"x21", 2.5}, {"x22", 3.0}});
    r.gamma = 5e-3, r.steps = 6'000;  // ten times Figure 5's rate
    for (const double tau : {0.75, 12.0}) {
        r.tau = {tau};
        const auto labels = expect_one_map(r);
        EXPECT_GT(count(labels, 2), 20) << tau;
        EXPECT_EQ(count(labels, 1) > 0, tau < 1.0) << tau;
    }
}

}  // namespace
