// tau0 of Theorem 2: random Jacobians are unstable beyond it, it is the closed form where there is one, and what the paper
// prints is refuted.

#include "host/tau_zero.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "host/linear_algebra.hpp"
#include "host/theory.hpp"
#include "tests/zero_sum_jacobians.hpp"

namespace {

using namespace tauroa;
using Eigen::MatrixXd;

bool hurwitz(const MatrixXd& j, int n1, double tau) {
    return eigenvalues_of(scaled_jacobian(j, n1, tau)).real().minCoeff() > 0.0;
}

TEST(TauZero, BeyondItEveryNonEquilibriumIsUnstable) {
    std::mt19937_64 random(1);
    int seen = 0, stable_somewhere = 0;
    for (int k = 0; k < 1000; ++k) {
        const int n1 = 1 + static_cast<int>(random() % 3), n2 = 1 + static_cast<int>(random() % 3);
        const MatrixXd j = random_zero_sum(n1, n2, random);
        const stability_of s = stability_of_point(j, n1, true);
        EXPECT_EQ(s.tau_zero.has_value(), s.kind == kind::non_equilibrium) << k;
        EXPECT_EQ(s.tau_zero_tight.has_value(), s.kind == kind::non_equilibrium) << k;
        if (!s.tau_zero) continue;
        ++seen;
        EXPECT_LE(*s.tau_zero_tight, *s.tau_zero * (1.0 + 1e-9)) << k;
        EXPECT_LE(*s.tau_zero, constructed_tau_zero(j, n1, 1.0)) << k;
        for (int i = 1; i <= 60; ++i) {
            const double factor = std::pow(10.0, i / 10.0);
            const double tau = *s.tau_zero > 0.0 ? *s.tau_zero * factor : 1e-3 * factor;
            EXPECT_FALSE(hurwitz(j, n1, tau)) << k << ", tau = " << tau;
        }
        if (*s.tau_zero_tight == 0.0) continue;
        ++stable_somewhere;
        EXPECT_TRUE(hurwitz(j, n1, (1.0 - 1e-6) * *s.tau_zero_tight)) << k;
    }
    EXPECT_GT(seen, 500);
    EXPECT_GT(stable_somewhere, 50);
}

/// Theorem 2 as it is printed, of one variable each, Q1 = Q2 = 1.
double printed_tau_zero(double d11, double d12, double d22) {
    const double s = -d11 + d12 * d12 / d22, p1 = 0.5 / s, p2 = 0.5 / d22, l0 = d12 / d22;
    const double m = p1 * d12 + s * l0 * p2, k = 2.0 * p2 * l0 * d12;
    return std::max(0.0, m * m - k);
}

TEST(TauZero, AsPrintedInThePaperIsTooSmall) {
    const MatrixXd one = MatrixXd::Ones(1, 1), j = zero_sum_jacobian(3 * one, 2 * one, one);
    EXPECT_EQ(kind_of(j, 1), kind::non_equilibrium);
    EXPECT_EQ(printed_tau_zero(3, 2, 1), 0.0);
    EXPECT_TRUE(hurwitz(j, 1, 2.99));
    EXPECT_FALSE(hurwitz(j, 1, 3.01));
    EXPECT_GE(constructed_tau_zero(j, 1), 3.0);
}

// With D12 = b, S = s, D22 = d in one variable each: tau0(c) = (c b / (2 s) - s b / (2 d^2))^2 / c + b^2 / d^2, least
// at c = s^2 / d^2, where the square is (c b / (2 s))^2 (1 - 1)^2 = 0: tau0 = b^2 / d^2.
TEST(TauZero, IsTheClosedFormInOneVariableEach) {
    const MatrixXd one = MatrixXd::Ones(1, 1);
    const MatrixXd j = zero_sum_jacobian(2 * one, 3 * one, 2 * one);
    const double s = -2.0 + 4.5;
    EXPECT_NEAR(constructed_tau_zero(j, 1), 9.0 / 4.0, 1e-9);
    const double m = 1.5 / s - s * 3.0 / 8.0;
    EXPECT_NEAR(constructed_tau_zero(j, 1, 1.0), m * m + 9.0 / 4.0, 1e-12);
}

struct worked_example {
    Eigen::Vector2d d11, d12, d22;
    double tight, with_identities, least;
};

// The non-equilibria 0 of Example 2 (v = 4), of eq. 53 and of eq. 51 (eps = 0.1).
TEST(TauZero, OfThePapersExamples) {
    const double coupling = 2.0 * std::sqrt(0.1);
    for (const worked_example& e :
         {worked_example{{2, -1}, {2, 2}, {1, -2}, 2.0, 6.25, 4.01785714286},
          worked_example{{2.5, -1.25}, {2.5, 2.5}, {1.25, -2.5}, 2.0, 6.25, 4.01785714286},
          worked_example{{2, -1}, {coupling, coupling}, {0.1, -0.2}, 20.0, 4020.025, 40.1785714286}}) {
        const MatrixXd j = zero_sum_jacobian(e.d11.asDiagonal(), e.d12.asDiagonal(), e.d22.asDiagonal());
        const stability_of s = stability_of_point(j, 2, true);
        EXPECT_NEAR(s.tau_zero_tight.value(), e.tight, 1e-9 * e.tight);
        EXPECT_NEAR(constructed_tau_zero(j, 2, 1.0), e.with_identities, 1e-9 * e.with_identities);
        EXPECT_NEAR(s.tau_zero.value(), e.least, 1e-6 * e.least);
    }
}

TEST(TauZero, IsZeroWithoutCoupling) {
    EXPECT_EQ(constructed_tau_zero(MatrixXd(Eigen::Vector2d(1.0, -1.0).asDiagonal()), 1), 0.0);
}

}  // namespace
