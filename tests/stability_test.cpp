// Kinds, tau*, stability windows and learning rates: the worked examples of the paper, and random Jacobians, on
// which tau* must be where stability begins.

#include "host/stability.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

#include "host/linear_algebra.hpp"
#include "host/tau_star.hpp"
#include "host/theory.hpp"
#include "tests/zero_sum_jacobians.hpp"

namespace {

using namespace tauroa;
using Eigen::MatrixXd;

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Whether all eigenvalues of J_tau have positive real parts: the definition itself.
bool hurwitz(const MatrixXd& j, int n1, double tau) {
    return eigenvalues_of(scaled_jacobian(j, n1, tau)).real().minCoeff() > 0.0;
}

/// Whether tau is too near an end of a window for rounding to decide.
bool near_an_edge(const stability_windows& w, double tau) {
    const auto close = [tau](double edge) { return std::abs(tau - edge) <= 1e-6 * edge; };
    for (const tau_window& window : w.windows)
        if (close(window.low) || (std::isfinite(window.high) && close(window.high))) return true;
    return false;
}

void expect_windows_are_exact(const MatrixXd& j, int n1, const std::string& about) {
    const stability_windows w = windows_of(j, n1);
    EXPECT_EQ(w.method, window_method::pencil) << about;
    for (int i = -300; i <= 300; ++i) {
        const double tau = std::pow(10.0, i / 100.0);
        if (near_an_edge(w, tau)) continue;
        ASSERT_EQ(stable_at(w, tau), hurwitz(j, n1, tau)) << about << ", tau = " << tau;
    }
}

TEST(Windows, AreExactForRandomZeroSumJacobians) {
    std::mt19937_64 random(3);
    int with_windows = 0;
    for (int k = 0; k < 300; ++k) {
        const int n1 = 1 + static_cast<int>(random() % 3), n2 = 1 + static_cast<int>(random() % 3);
        const MatrixXd j = random_zero_sum(n1, n2, random);
        expect_windows_are_exact(j, n1, "case " + std::to_string(k));
        with_windows += windows_of(j, n1).windows.empty() ? 0 : 1;
    }
    EXPECT_GT(with_windows, 30);
}

/// Then the differences in the formula vanish, and rounding is not to be taken for a tau*.
TEST(TauStar, IsZeroWherePlayer1HasNoCurvature) {
    std::mt19937_64 random(8);
    std::uniform_real_distribution<double> coupling(-4.0, 4.0), curvature(0.1, 3.0);
    for (int k = 0; k < 500; ++k) {
        MatrixXd j(2, 2);
        const double c = coupling(random);
        j << 0.0, c, -c, curvature(random);
        const auto found = stability_of_point(j, 1, true);
        ASSERT_EQ(found.tau_star, std::optional(0.0)) << j;
        ASSERT_EQ(found.windows.windows.size(), 1U) << j;
        EXPECT_EQ(found.windows.windows.front().low, 0.0);
    }
}

TEST(Windows, AreExactForRandomGeneralSumJacobians) {
    std::mt19937_64 random(4);
    for (int k = 0; k < 300; ++k) {
        const int n1 = 1 + static_cast<int>(random() % 3), n2 = 1 + static_cast<int>(random() % 3);
        const MatrixXd j = MatrixXd::Identity(n1 + n2, n1 + n2) + random_matrix(n1 + n2, n1 + n2, random);
        expect_windows_are_exact(j, n1, "case " + std::to_string(k));
    }
}

/// A random Jacobian of a differential Stackelberg equilibrium: S1 > 0, D22 < 0, D11 of any sign.
MatrixXd random_stackelberg(Eigen::Index n1, Eigen::Index n2, std::mt19937_64& random) {
    const MatrixXd a = random_matrix(n1, n1, random), b = random_matrix(n2, n2, random);
    const MatrixXd s1 = a * a.transpose() + 0.1 * MatrixXd::Identity(n1, n1);
    const MatrixXd d22 = -(b * b.transpose() + 0.1 * MatrixXd::Identity(n2, n2));
    const MatrixXd d12 = random_matrix(n1, n2, random);
    return zero_sum_jacobian(s1 + d12 * solve(d22, d12.transpose()), d12, d22);
}

TEST(TauStar, IsWhereStabilityBeginsByBothRoutes) {
    std::mt19937_64 random(5);
    int above_zero = 0;
    for (int k = 0; k < 300; ++k) {
        const int n1 = 1 + static_cast<int>(random() % 3), n2 = 1 + static_cast<int>(random() % 3);
        const MatrixXd j = random_stackelberg(n1, n2, random);
        ASSERT_TRUE(is_equilibrium(kind_of(j, n1))) << k;
        const stability_windows w = windows_of(j, n1);  // by the pencil alone
        const double tau_star = stability_of_point(j, n1, true).tau_star.value();
        ASSERT_FALSE(w.windows.empty()) << k;
        EXPECT_EQ(w.windows.back().high, infinity) << k;
        EXPECT_NEAR(tau_star, w.windows.back().low, 1e-8 * tau_star) << k;
        for (const double factor : {1.001, 2.0, 10.0, 1000.0})
            EXPECT_TRUE(hurwitz(j, n1, factor * std::max(tau_star, 1e-3))) << k;
        if (tau_star == 0.0) continue;
        ++above_zero;
        EXPECT_FALSE(hurwitz(j, n1, 0.9999 * tau_star)) << k;
    }
    EXPECT_GT(above_zero, 100);
}

TEST(TauStar, EveryWindowEdgeIsAnEigenvalueOfQ) {
    std::mt19937_64 random(6);
    for (int k = 0; k < 200; ++k) {
        const int n1 = 1 + static_cast<int>(random() % 3), n2 = 1 + static_cast<int>(random() % 3);
        const MatrixXd j = random_zero_sum(n1, n2, random);
        const auto cuts = critical_taus(j, n1);
        const auto is_cut = [&](double edge) {
            return std::any_of(cuts.begin(), cuts.end(),
                               [edge](double c) { return std::abs(c - edge) <= 1e-6 * edge; });
        };
        for (const tau_window& w : windows_of(j, n1).windows) {
            EXPECT_TRUE(w.low == 0.0 || is_cut(w.low)) << k;
            EXPECT_TRUE(w.high == infinity || is_cut(w.high)) << k;
        }
    }
}

// Example 1 (eq. 52), v = 4: f = (v/2)(-x11^2 + x12^2/2 - 2 x11 x21 - x21^2/2 + x12 x22 - x22^2); tau* = 2.
TEST(Theory, OfThePapersExample1) {
    const MatrixXd d11 = Eigen::Vector2d(-4, 2).asDiagonal(), d12 = Eigen::Vector2d(-4, 2).asDiagonal();
    const MatrixXd d22 = Eigen::Vector2d(-2, -4).asDiagonal();
    const MatrixXd j = zero_sum_jacobian(d11, d12, d22);
    EXPECT_EQ(kind_of(j, 2), kind::differential_stackelberg);
    EXPECT_NEAR(stability_of_point(j, 2, true).tau_star.value(), 2.0, 1e-10);
    EXPECT_NEAR(windows_of(j, 2).windows.back().low, 2.0, 1e-10);
}

// Example 2, v = 4: a non-equilibrium that is stable for tau in (1/2, 2), not (0, 2) as the text says.
TEST(Theory, OfThePapersExample2) {
    const MatrixXd d11 = Eigen::Vector2d(2, -1).asDiagonal(), d12 = Eigen::Vector2d(2, 2).asDiagonal();
    const MatrixXd d22 = Eigen::Vector2d(1, -2).asDiagonal();
    const stability_windows w = windows_of(zero_sum_jacobian(d11, d12, d22), 2);
    ASSERT_EQ(w.windows.size(), 1U);
    EXPECT_NEAR(w.windows[0].low, 0.5, 1e-10);
    EXPECT_NEAR(w.windows[0].high, 2.0, 1e-10);
}

TEST(Kind, DegenerateWhereABlockIsSingular) {
    const MatrixXd one = MatrixXd::Ones(1, 1), zero = MatrixXd::Zero(1, 1);
    EXPECT_EQ(kind_of(zero_sum_jacobian(one, one, zero), 1), kind::degenerate);
    EXPECT_EQ(kind_of(zero_sum_jacobian(-one, one, -one), 1), kind::degenerate);  // S1 = -1 + 1
}

// Dirac-GAN without regularisation: J_tau = [[0, a], [-tau a, 0]] turns for every tau, so the pencil is
// singular.
TEST(Windows, AreScannedWhereThePencilIsSingular) {
    const MatrixXd j = zero_sum_jacobian(MatrixXd::Zero(1, 1), MatrixXd::Ones(1, 1), MatrixXd::Zero(1, 1));
    const stability_windows w = windows_of(j, 1);
    EXPECT_EQ(w.method, window_method::scan);
    EXPECT_TRUE(w.windows.empty());
}

// x1^T A x2: every spectrum is imaginary, but computed real parts are +-1e-17.
TEST(Windows, AreNoneForMarginalSpectra) {
    std::mt19937_64 random(9);
    for (int k = 0; k < 20; ++k) {
        const int n1 = 1 + k % 3, n2 = 1 + k / 7;
        const MatrixXd j =
            zero_sum_jacobian(MatrixXd::Zero(n1, n1), random_matrix(n1, n2, random), MatrixXd::Zero(n2, n2));
        EXPECT_TRUE(windows_of(j, n1).windows.empty()) << k;
    }
}

// Points that are not isolated: J has a null direction at every tau.
TEST(Windows, AreNoneWithANullDirection) {
    std::mt19937_64 random(10);
    for (int k = 0; k < 20; ++k) {
        const MatrixXd j = random_stackelberg(2, 2, random), v = random_matrix(4, 1, random);
        const MatrixXd projection = MatrixXd::Identity(4, 4) - v * v.transpose() / v.squaredNorm();
        EXPECT_TRUE(windows_of(j * projection, 2).windows.empty()) << k;
    }
}

// jin-stable-late (eq. 50): f = -x^2 + 2 sqrt(eps) x y - (eps / 2) y^2 is stable from tau = 2 / eps on.
TEST(Windows, ReachFarThresholds) {
    for (const double eps : {1e-2, 1e-5, 1e-9, 1e-10}) {
        const MatrixXd one = MatrixXd::Ones(1, 1);
        const stability_of s =
            stability_of_point(zero_sum_jacobian(-2 * one, 2 * std::sqrt(eps) * one, -eps * one), 1, true);
        EXPECT_EQ(s.kind, kind::differential_stackelberg) << eps;
        EXPECT_NEAR(s.tau_star.value(), 2 / eps, 1e-9 * 2 / eps) << eps;
        ASSERT_EQ(s.windows.windows.size(), 1U) << eps;
        EXPECT_NEAR(s.windows.windows[0].low, 2 / eps, 1e-5 * 2 / eps) << eps;
    }
}

TEST(Windows, AgreeWithTauStarAtAllScales) {
    std::mt19937_64 random(11);
    std::uniform_real_distribution<double> exponent(-1.5, 1.5);
    for (int k = 0; k < 300; ++k) {
        const int n1 = 1 + static_cast<int>(random() % 3), n2 = 1 + static_cast<int>(random() % 3);
        Eigen::VectorXd scale(n1 + n2);
        for (double& s : scale) s = std::pow(10.0, exponent(random));
        const MatrixXd j = scale.asDiagonal() * random_stackelberg(n1, n2, random) * scale.asDiagonal();
        const stability_of s = stability_of_point(j, n1, true);
        ASSERT_TRUE(s.tau_star.has_value()) << k;
        ASSERT_FALSE(s.windows.windows.empty()) << k;
        EXPECT_NEAR(s.windows.windows.back().low, *s.tau_star, 1e-6 * *s.tau_star) << k;
        EXPECT_EQ(s.windows.windows.back().high, infinity) << k;
    }
}

TEST(Windows, AnEdgeIsNotStable) {
    const stability_windows w{{{0.5, 2.0}}};
    EXPECT_FALSE(stable_at(w, 0.5));
    EXPECT_FALSE(stable_at(w, 2.0 * (1 - 1e-10)));
    EXPECT_TRUE(stable_at(w, 2.0 * (1 - 1e-8)));
    EXPECT_FALSE(stable_at(w, 2.5));
}

TEST(LearningRate, GammaMaxIsWhereTheSimultaneousUpdateStopsAttracting) {
    std::mt19937_64 random(8);
    for (int k = 0; k < 100; ++k) {
        const MatrixXd j = random_stackelberg(2, 2, random);
        const double tau = 2.0 * std::max(1.0, stability_of_point(j, 2, true).tau_star.value());
        const double bound = gamma_max(j, 2, tau);
        ASSERT_GT(bound, 0.0);
        EXPECT_TRUE(attracts(spectral_radius(j, 2, tau, 0.999 * bound, update_order::simultaneous)));
        EXPECT_FALSE(attracts(spectral_radius(j, 2, tau, 1.001 * bound, update_order::simultaneous)));
    }
}

}  // namespace
