// What theory says of the games: SPEC.md section 4's kinds, tau* and windows, and what attracts in the figures' maps.

#include "host/theory.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace {

using namespace tauroa;

constexpr double infinity = std::numeric_limits<double>::infinity();

struct expectation {
    kind of;
    double tau_star;  ///< NaN: none
    std::vector<tau_window> windows;
};

void expect_theory(const std::string& game, const std::vector<expectation>& expected) {
    const auto found = equilibria_of(*make_game(game));
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t j = 0; j < expected.size(); ++j) {
        EXPECT_EQ(found[j].kind, expected[j].of) << game << " " << j;
        EXPECT_EQ(found[j].tau_star.has_value(), !std::isnan(expected[j].tau_star)) << game << " " << j;
        if (found[j].tau_star) {
            EXPECT_NEAR(*found[j].tau_star, expected[j].tau_star, 5e-7) << game << " " << j;
        }
        ASSERT_EQ(found[j].windows.windows.size(), expected[j].windows.size()) << game << " " << j;
        for (std::size_t w = 0; w < expected[j].windows.size(); ++w) {
            EXPECT_NEAR(found[j].windows.windows[w].low, expected[j].windows[w].low, 5e-7)
                << game << " " << j;
            if (std::isinf(expected[j].windows[w].high)) {
                EXPECT_EQ(found[j].windows.windows[w].high, infinity) << game << " " << j;
            } else {
                EXPECT_NEAR(found[j].windows.windows[w].high, expected[j].windows[w].high, 5e-7)
                    << game << " " << j;
            }
        }
    }
}

const double none = std::nan("");
const expectation never{kind::non_equilibrium, none, {}};
const expectation below_one{kind::non_equilibrium, none, {{0.0, 1.0}}};

expectation stackelberg(double tau_star) {
    return {kind::differential_stackelberg, tau_star, {{tau_star, infinity}}};
}

TEST(Theory, OfThePolynomialGameIsTheSpecifications) {
    expect_theory("polynomial", {never,
                                 stackelberg(1.0),
                                 never,
                                 never,
                                 stackelberg(1.0),
                                 never,
                                 never,
                                 never,
                                 below_one,
                                 {kind::differential_nash, 0.0, {{0.0, infinity}}},
                                 never});
}

TEST(Theory, OfTheTorusGameIsTheSpecifications) {
    expect_theory("torus", {never, stackelberg(0.739130), never, never, below_one, stackelberg(1.352941)});
}

TEST(LearningRate, SpectralRadiiOfTheFiguresMaps) {
    const auto torus = equilibria_of(*make_game("torus"));
    const equilibrium_at pi_0 = at_tau(torus[4], 1, 1.0, 0.04, update_order::alternating);
    EXPECT_NEAR(pi_0.spectral_radius, 0.99942, 5e-6);
    EXPECT_TRUE(pi_0.attracts);
    EXPECT_FALSE(pi_0.stable);
    EXPECT_TRUE(std::isnan(pi_0.gamma_max));
    EXPECT_FALSE(at_tau(torus[4], 1, 1.0, 0.04, update_order::simultaneous).attracts);
    const auto polynomial = equilibria_of(*make_game("polynomial"));
    for (const std::size_t slow : {1U, 4U, 8U}) {
        const double radius =
            at_tau(polynomial[slow], 1, 1.0, 0.001, update_order::alternating).spectral_radius;
        EXPECT_LT(radius, 1.0 - 1e-12) << slow;
        EXPECT_GT(radius, 1.0 - 2e-5) << slow;
    }
}

}  // namespace
