// covariance-gan, against its cost in matrices, and what K.6 says of it.

#include <gtest/gtest.h>

#include <Eigen/Eigenvalues>
#include <random>

#include "host/theory.hpp"
#include "kernels/error.hpp"
#include "kernels/sized_run.hpp"

namespace {

using namespace tauroa;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

std::unique_ptr<game_model> game_of(const named_values& given) { return make_game("covariance-gan", given); }

matrix v_of(const VectorXd& x, int d) { return Eigen::Map<const matrix>(x.data(), d, d); }
matrix w_of(const VectorXd& x, int d) { return Eigen::Map<const matrix>(x.data() + d * d, d, d); }

/// -D2 f at (0, 0) is -Sigma.
matrix sigma_of(const game_model& game, int d) { return -w_of(game.gradient(VectorXd::Zero(2 * d * d)), d); }

double cost(const matrix& v, const matrix& w, const matrix& sigma, double mu) {
    return w.cwiseProduct(sigma - v * v.transpose()).sum() - 0.5 * mu * (w.transpose() * w).trace();
}

TEST(CovarianceGan, GradientIsThatOfTheCost) {
    std::mt19937_64 random(1);
    std::normal_distribution<double> normal;
    for (const int d : {1, 2, 3, 5}) {
        const auto game = game_of({{"d", d}, {"mu", 0.7}});
        const matrix sigma = sigma_of(*game, d);
        const VectorXd x = VectorXd::NullaryExpr(2 * d * d, [&] { return normal(random); });
        const VectorXd g = game->gradient(x);
        for (int i = 0; i < 2 * d * d; ++i) {
            constexpr double h = 1e-5;
            const auto at = [&](double step) {
                const VectorXd moved = x + step * VectorXd::Unit(2 * d * d, i);
                return cost(v_of(moved, d), w_of(moved, d), sigma, 0.7);
            };
            const double slope = (at(h) - at(-h)) / (2.0 * h);
            ASSERT_NEAR(g(i), i < d * d ? slope : -slope, 1e-7) << "d " << d << ", variable " << i;
        }
    }
}

TEST(CovarianceGan, JacobianIsTheGradientsDifference) {
    const auto game = game_of({{"d", 3.0}, {"mu", 0.5}});
    const VectorXd x = VectorXd::LinSpaced(18, -1.0, 1.3);
    const MatrixXd j = game->jacobian(x);
    for (int i = 0; i < 18; ++i) {
        const VectorXd step = 1e-5 * VectorXd::Unit(18, i);
        const VectorXd slope = (game->gradient(x + step) - game->gradient(x - step)) / 2e-5;
        ASSERT_LE((slope - j.col(i)).norm(), 1e-8) << i;
    }
}

TEST(CovarianceGan, SigmaIsDrawnBySeedAndPositiveDefinite) {
    for (const int d : {1, 4, 20}) {
        const matrix sigma = sigma_of(*game_of({{"d", d}}), d);
        EXPECT_EQ(sigma, sigma.transpose());
        EXPECT_GE(Eigen::SelfAdjointEigenSolver<MatrixXd>(MatrixXd(sigma)).eigenvalues().minCoeff(),
                  1.0 - 1e-12);
        EXPECT_NE(sigma, sigma_of(*game_of({{"d", d}, {"seed", 1.0}}), d));
    }
}

TEST(CovarianceGan, IsMadeAgainFromItsParameters) {
    const auto game =
        game_of({{"Sigma3_1", 0.25}, {"d", 3.0}, {"seed", 7.0}, {"Sigma2_2", 9.5}, {"mu", 2.0}});
    named_values all;
    for (std::size_t i = 0; i < game->parameters().size(); ++i)
        all.emplace_back(game->info().parameters[i].name, game->parameters()[i]);
    EXPECT_EQ(all,
              (named_values{{"d", 3.0}, {"mu", 2.0}, {"seed", 7.0}, {"Sigma1_3", 0.25}, {"Sigma2_2", 9.5}}));
    const VectorXd x = VectorXd::LinSpaced(18, -1.0, 1.3);
    EXPECT_EQ(game_of(all)->gradient(x), game->gradient(x));
    const matrix sigma = sigma_of(*game, 3), drawn = sigma_of(*game_of({{"d", 3.0}, {"seed", 7.0}}), 3);
    EXPECT_EQ(sigma(0, 2), 0.25);
    EXPECT_EQ(sigma(2, 0), 0.25);
    EXPECT_EQ(sigma(1, 1), 9.5);
    EXPECT_EQ(sigma(0, 1), drawn(0, 1));
}

TEST(CovarianceGan, NamesItsVariables) {
    const auto game = game_of({{"d", 2.0}});
    std::string names;
    for (const variable& v : game->info().variables) names += std::string(v.name) + " ";
    EXPECT_EQ(names, "V1_1 V1_2 V2_1 V2_2 W1_1 W1_2 W2_1 W2_2 ");
    EXPECT_EQ(game->info().n1, 4);
}

TEST(CovarianceGan, RefusesWhatItIsNot) {
    for (const named_values& wrong :
         std::vector<named_values>{{{"d", 0.0}},
                                   {{"d", 65.0}},
                                   {{"d", 1.5}},
                                   {{"mu", -1.0}},
                                   {{"mu", 1e-9}},
                                   {{"seed", -1.0}},
                                   {{"seed", 0.5}},
                                   {{"Sigma2_1", 0.0}},
                                   {{"Sigma0_1", 0.0}},
                                   {{"Sigma01_1", 0.0}},
                                   {{"Sigma1_1x", 0.0}},
                                   {{"Sigma1", 2.0}},
                                   {{"sigma", 2.0}},
                                   {{"Sigma1_1", -2.0}},
                                   {{"Sigma1_1", 2e6}},
                                   {{"Sigma", 1.0}, {"Sigma1_1", 1.0}},
                                   {{"d", 2.0}, {"Sigma1_2", 1.0}, {"Sigma2_1", 1.0}},
                                   {{"d", 2.0}, {"Sigma1_2", 99.0}}})
        EXPECT_THROW(game_of(wrong), user_error) << wrong.back().first << " = " << wrong.back().second;
}

TEST(CovarianceGan, OfOneDimensionHasTwoStackelbergEquilibria) {
    const auto game = game_of({{"Sigma", 2.25}, {"mu", 0.5}});
    const auto points = equilibria_of(*game);
    ASSERT_EQ(points.size(), 3U);
    EXPECT_NEAR(points[0].location(0), -1.5, 1e-15);
    EXPECT_NEAR(points[1].location(1), 4.5, 1e-15);
    EXPECT_NEAR(points[2].location(0), 1.5, 1e-15);
    EXPECT_EQ(points[1].kind, kind::non_equilibrium);
    EXPECT_TRUE(points[1].windows.windows.empty());
    for (const std::size_t j : {0U, 2U}) {
        EXPECT_EQ(points[j].kind, kind::differential_stackelberg);
        EXPECT_TRUE(points[j].isolated);
        EXPECT_EQ(points[j].tau_star, 0.0);
        ASSERT_EQ(points[j].windows.windows.size(), 1U);
        EXPECT_EQ(points[j].windows.windows[0].low, 0.0);
        EXPECT_TRUE(std::isinf(points[j].windows.windows[0].high));
        // K.6: (tau mu +- sqrt(tau^2 mu^2 - 16 tau sigma^2)) / 2
        const auto at = at_tau(points[j], 1, 8.0, std::nullopt, update_order::simultaneous);
        EXPECT_NEAR(at.eigenvalues[0].real(), 2.0, 1e-12);
        EXPECT_NEAR(at.eigenvalues[1].imag(), 0.5 * std::sqrt(16.0 * 8.0 * 2.25 - 16.0), 1e-12);
    }
}

TEST(CovarianceGan, OfMoreDimensionsHasContinua) {
    for (const int d : {2, 3, 6}) {
        const auto game = game_of({{"d", d}});
        const matrix sigma = sigma_of(*game, d);
        const auto points = equilibria_of(*game);
        ASSERT_EQ(points.size(), 3U);
        EXPECT_EQ(points[0].kind, kind::non_equilibrium);  // V = 0
        EXPECT_TRUE(points[0].isolated);
        EXPECT_LE((w_of(points[0].location, d) - sigma).norm(), 1e-12 * sigma.norm());
        double determinants = 1.0;
        for (const std::size_t j : {1U, 2U}) {
            EXPECT_EQ(points[j].kind, kind::degenerate);
            EXPECT_FALSE(points[j].isolated);
            EXPECT_FALSE(points[j].tau_star);
            const matrix v = v_of(points[j].location, d);
            EXPECT_LE((v * v.transpose() - sigma).norm(), 1e-12 * sigma.norm());
            determinants *= v.determinant();
        }
        EXPECT_LT(determinants, 0.0);
        for (const equilibrium& e : points) {
            EXPECT_TRUE(e.windows.windows.empty());
            EXPECT_LE(e.residual, 1e-12 * sigma.norm());
        }
    }
}

TEST(CovarianceGan, WithoutRegularisationHasNoPointAtZero) {
    const auto points = equilibria_of(*game_of({{"mu", 0.0}}));
    ASSERT_EQ(points.size(), 2U);
    EXPECT_EQ(points[0].kind, kind::degenerate);
}

TEST(CovarianceGan, ConvergesToTheCovariance) {
    constexpr int d = 5;
    const auto game = game_of({{"d", d}});
    problem p;
    p.sized = game->sized();
    p.gamma = 0.002;
    p.tau = 10.0;
    sized_run run(p);
    std::vector<double> start(2 * d * d, 0.1);
    for (std::size_t i = 0; i < d; ++i) start[i * (d + 1)] = 1.0;
    run.begin(start.data());
    for (int k = 0; k < 20'000; ++k) run.step();
    const VectorXd x = Eigen::Map<const VectorXd>(run.x().data(), 2 * d * d);
    const matrix v = v_of(x, d);
    EXPECT_LE((v * v.transpose() - sigma_of(*game, d)).norm(), 1e-6);
    EXPECT_LE(w_of(x, d).norm(), 1e-6);
}

}  // namespace
