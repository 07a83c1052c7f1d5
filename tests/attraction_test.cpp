// Attraction windows against the spectral radius itself, at many tau of random Jacobians; and their limit gamma1 -> 0.

#include "host/attraction.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "host/learning_rate.hpp"
#include "host/stability.hpp"

namespace {

using namespace tauroa;
using Eigen::MatrixXd;

constexpr std::array updates{update_order::simultaneous, update_order::alternating};

MatrixXd random_jacobian(Eigen::Index n, std::mt19937_64& random) {
    std::normal_distribution<double> normal;
    MatrixXd j = MatrixXd::NullaryExpr(n, n, [&] { return normal(random); });
    return j + 0.7 * MatrixXd::Identity(n, n);  // so that many of them attract somewhere
}

bool inside(const tau_windows& w, double tau) {
    return std::any_of(w.windows.begin(), w.windows.end(),
                       [=](const tau_window& window) { return window.low < tau && tau < window.high; });
}

bool near_an_edge(const tau_windows& w, double tau) {
    const auto close = [=](double edge) { return std::abs(tau - edge) <= 1e-6 * edge; };
    return std::any_of(w.windows.begin(), w.windows.end(),
                       [&](const tau_window& window) { return close(window.low) || close(window.high); });
}

TEST(Attraction, WindowsAreWhereTheSpectralRadiusIsBelowOne) {
    std::mt19937_64 random(3);
    int edges = 0;
    for (int round = 0; round < 600; ++round) {
        const int n = 2 + round % 4, n1 = 1 + round % (n - 1);
        const MatrixXd j = random_jacobian(n, random);
        for (const update_order update : updates) {
            const double gamma = std::pow(10.0, -round % 2);
            const tau_windows w = attraction_windows(j, n1, gamma, update);
            EXPECT_EQ(w.method, window_method::pencil);
            edges += static_cast<int>(w.windows.size());
            for (int i = -300; i <= 400; ++i) {
                const double tau = std::pow(10.0, i / 100.0);
                if (near_an_edge(w, tau)) continue;
                ASSERT_EQ(inside(w, tau), attracts(spectral_radius(j, n1, tau, gamma, update)))
                    << "round " << round << ", tau = " << tau;
            }
        }
    }
    EXPECT_GT(edges, 100);
}

TEST(Attraction, EndsAreAccurate) {  // trace 0 at tau = 1; |M|^2 = det M by hand, for J = [[-a, b], [-b, a]]
    const double a = 0.7, b = 2.0, gamma = 0.01;
    MatrixXd j(2, 2);
    j << -a, b, -b, a;
    const double shift = gamma * (b * b - a * a) / a;
    const auto simultaneous = attraction_windows(j, 1, gamma, update_order::simultaneous).windows;
    const auto alternating = attraction_windows(j, 1, gamma, update_order::alternating).windows;
    ASSERT_EQ(simultaneous.size(), 1U);
    ASSERT_EQ(alternating.size(), 1U);
    // det = 1 - gamma tr + gamma^2 det J tau, tr = a (tau - 1)
    EXPECT_NEAR(simultaneous[0].low, 1.0 / (1.0 - shift), 1e-9);
    // det = (1 + gamma a) (1 - gamma tau a)
    EXPECT_NEAR(alternating[0].low, 1.0 / (1.0 + gamma * a), 1e-9);
}

TEST(Attraction, OfASmallLearningRateIsStability) {
    std::mt19937_64 random(5);
    for (int round = 0; round < 40; ++round) {
        const MatrixXd j = random_jacobian(3, random);
        const auto stable = windows_of(j, 1).windows;
        for (const update_order update : updates) {
            const auto found = attraction_windows(j, 1, 1e-6, update).windows;
            ASSERT_EQ(found.size(), stable.size()) << "round " << round;
            for (std::size_t i = 0; i < found.size(); ++i) {
                EXPECT_NEAR(found[i].low, stable[i].low, 1e-4 * stable[i].low) << "round " << round;
                if (std::isfinite(stable[i].high)) {
                    EXPECT_NEAR(found[i].high, stable[i].high, 1e-4 * stable[i].high) << "round " << round;
                }
            }
        }
    }
}

TEST(Attraction, OfASingularJacobianIsScanned) {
    const MatrixXd j = MatrixXd::Zero(2, 2);
    const tau_windows w = attraction_windows(j, 1, 0.1, update_order::alternating);
    EXPECT_EQ(w.method, window_method::scan);
    EXPECT_TRUE(w.windows.empty());
}

}  // namespace
