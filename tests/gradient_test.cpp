// Automatic gradients against hand-written ones, finite differences and gradients worked out by hand.

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "all_games.hpp"
#include "host/game_model.hpp"
#include "kernels/step.hpp"
#include "tests/game_index.hpp"
#include "tests/toy_games.hpp"

namespace {

using namespace tauroa;

Eigen::VectorXd random_point(const game_info& info, std::mt19937_64& random) {
    Eigen::VectorXd x(info.n());
    for (int i = 0; i < info.n(); ++i) {
        const variable& v = info.variables[static_cast<std::size_t>(i)];
        x(i) = std::uniform_real_distribution<double>(v.low, v.high)(random);
    }
    return x;
}

/// The gradient that the kernels use, with its terms.
template <game Game>
point<double, dimension<Game>> kernel_gradient(const Eigen::VectorXd& x, const parameter_values<Game>& p) {
    point<double, dimension<Game>> at;
    for (int i = 0; i < dimension<Game>; ++i) at[i] = x(i);
    const auto s = initial_state<Game, double>(at);
    return gradient<Game>(s.x, s.terms, p);
}

TEST(Gradient, ByHandIsTheAutomaticOneInEveryGame) {
    std::mt19937_64 random(1);
    for (const game_info& info : all_game_infos()) {
        visit_game(all_games{}, game_index(info.name), [&]<class Game>(std::type_identity<Game> /*game*/) {
            const auto model = make_game(info.name);
            parameter_values<Game> p{};
            for (std::size_t i = 0; i < Game::parameters.size(); ++i)
                p[static_cast<int>(i)] = Game::parameters[i].value;
            for (int k = 0; k < 2000; ++k) {
                const Eigen::VectorXd x = random_point(info, random), expected = model->gradient(x);
                const auto g = kernel_gradient<Game>(x, p);
                for (int i = 0; i < info.n(); ++i)
                    ASSERT_NEAR(g[i], expected(i), 1e-12 * (1.0 + expected.norm()))
                        << info.name << " at " << x.transpose();
            }
        });
    }
}

TEST(Gradient, JacobianIsTheGradientsDifferenceInEveryGame) {
    std::mt19937_64 random(2);
    constexpr double h = 1e-6;
    for (const game_info& info : all_game_infos()) {
        const auto model = make_game(info.name);
        for (int k = 0; k < 100; ++k) {
            const Eigen::VectorXd x = random_point(info, random);
            const Eigen::MatrixXd j = model->jacobian(x);
            for (int i = 0; i < info.n(); ++i) {
                const Eigen::VectorXd step = h * Eigen::VectorXd::Unit(info.n(), i);
                const Eigen::VectorXd slope =
                    (model->gradient(x + step) - model->gradient(x - step)) / (2.0 * h);
                ASSERT_LE((slope - j.col(i)).norm(), 1e-6 * (1.0 + j.norm()))
                    << info.name << " at " << x.transpose();
            }
        }
    }
}

TEST(Gradient, OfAGeneralSumGameTakesEachPlayersOwnCost) {
    const point<double, 3> x{{0.5, -2.0, 3.0}};
    const auto g = automatic_gradient<toy::general>(x, {});
    EXPECT_DOUBLE_EQ(g[0], 0.5 + -2.0 * 3.0);        // d f1 / dx = x + y z
    EXPECT_DOUBLE_EQ(g[1], -2.0 + 0.5 * 0.5 * 0.5);  // d f2 / dy = y + x^3
    EXPECT_DOUBLE_EQ(g[2], 3.0);                     // d f2 / dz = z
}

TEST(Gradient, OfAZeroSumGameIsPlayerTwosWithTheSignTurned) {
    const point<double, 2> x{{0.25, 0.75}};
    const auto g = automatic_gradient<toy::decoupled>(x, {{2.0}});
    EXPECT_DOUBLE_EQ(g[0], 2.0 * 0.25);
    EXPECT_DOUBLE_EQ(g[1], 2.0 * 0.75);
}

TEST(Dual, SecondDerivativesOfElementaryFunctions) {
    using inner = dual<double, 1>;
    const auto at = dual<inner, 1>::variable(inner::variable(0.7, 0), 0);
    const auto second = [](const dual<inner, 1>& f) { return f.derivative[0].derivative[0]; };
    EXPECT_NEAR(second(exp(at)), std::exp(0.7), 1e-14);
    EXPECT_NEAR(second(sin(at)), -std::sin(0.7), 1e-14);
    EXPECT_NEAR(second(cos(at)), -std::cos(0.7), 1e-14);
    EXPECT_NEAR(second(at * at * at), 6 * 0.7, 1e-14);
    EXPECT_NEAR(second(at / (at * at)), 2 / (0.7 * 0.7 * 0.7), 1e-13);
    EXPECT_NEAR(second(fma(at, at, -at)), 2.0, 1e-14);
}

}  // namespace
