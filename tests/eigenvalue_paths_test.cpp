// Eigenvalues along tau: minimal matchings against all permutations, paths against finely stepped ones, and the tau at
// which pairs become real against closed forms.

#include "host/eigenvalue_paths.hpp"

#include <gtest/gtest.h>

#include <Eigen/LU>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

#include "host/matching.hpp"
#include "host/real_onsets.hpp"
#include "host/stability.hpp"

namespace {

using namespace tauroa;
using Eigen::MatrixXd;

MatrixXd random_matrix(Eigen::Index n, std::mt19937_64& random) {
    std::normal_distribution<double> normal;
    return MatrixXd::NullaryExpr(n, n, [&] { return normal(random); });
}

double total(const MatrixXd& costs, const std::vector<std::size_t>& columns) {
    double sum = 0.0;
    for (std::size_t i = 0; i < columns.size(); ++i)
        sum += costs(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(columns[i]));
    return sum;
}

TEST(Matching, CostsLeastOfAllPermutations) {
    std::mt19937_64 random(1);
    for (int k = 0; k < 100; ++k) {
        const Eigen::Index n = 1 + k % 6;
        const MatrixXd costs = random_matrix(n, random);
        std::vector<std::size_t> order(static_cast<std::size_t>(n));
        std::iota(order.begin(), order.end(), std::size_t{0});
        double least = std::numeric_limits<double>::infinity();
        do {
            least = std::min(least, total(costs, order));
        } while (std::next_permutation(order.begin(), order.end()));
        std::vector<std::size_t> found = minimal_matching(costs);
        EXPECT_NEAR(total(costs, found), least, 1e-12) << k;
        std::sort(found.begin(), found.end());
        std::iota(order.begin(), order.end(), std::size_t{0});
        EXPECT_EQ(found, order) << k;
    }
}

std::vector<double> logarithmic(double low, double high, int count) {
    std::vector<double> taus;
    for (int i = 0; i < count; ++i) taus.push_back(low * std::pow(high / low, i / (count - 1.0)));
    return taus;
}

/// [tau][path].
std::vector<std::vector<std::complex<double>>> by_path(const eigenvalue_paths& all) {
    auto sorted = all.eigenvalues;
    for (std::size_t t = 0; t < sorted.size(); ++t)
        for (std::size_t i = 0; i < sorted[t].size(); ++i) sorted[t][all.path[t][i]] = all.eigenvalues[t][i];
    return sorted;
}

// Two coupled pairs, of which one moves with tau and the other hardly: sorted by real part they change places.
TEST(Paths, FollowEigenvaluesThatPassEachOther) {
    MatrixXd j = MatrixXd::Zero(4, 4);  // x1 with y1, x2 with y2
    j(0, 0) = 1.0, j(0, 2) = 3.0, j(2, 0) = -3.0, j(2, 2) = 0.01;
    j(1, 1) = 0.5, j(1, 3) = 1.0, j(3, 1) = -1.0, j(3, 3) = 0.3;
    const auto taus = logarithmic(1.0, 6.0, 40);
    const auto paths = by_path(paths_along(j, 2, taus));
    for (std::size_t t = 0; t < taus.size(); ++t) {
        const double tau = taus[t];
        const auto root = [tau](double a, double b, double d) {
            const double middle = 0.5 * (a + tau * d);
            return std::complex<double>(middle, std::sqrt(tau * (a * d + b * b) - middle * middle));
        };
        const auto slow = root(0.5, 1.0, 0.3), fast = root(1.0, 3.0, 0.01);
        EXPECT_NEAR(std::abs(paths[t][1] - slow), 0.0, 1e-12) << tau;
        EXPECT_NEAR(std::abs(paths[t][0] - std::conj(slow)), 0.0, 1e-12) << tau;
        EXPECT_NEAR(std::abs(paths[t][3] - fast), 0.0, 1e-12) << tau;
        EXPECT_NEAR(std::abs(paths[t][2] - std::conj(fast)), 0.0, 1e-12) << tau;
    }
}

/// Between two tau at which pairs become real or complex nothing meets: there coarse steps must lead where fine ones do.
TEST(Paths, OfCoarseStepsLeadWhereFineOnesDo) {
    std::mt19937_64 random(2);
    int followed = 0;
    for (int k = 0; k < 24; ++k) {
        const Eigen::Index n = 2 + k % 5;
        const MatrixXd j = random_matrix(n, random);
        const auto onsets = real_onsets(j, 1 + k % static_cast<int>(n - 1)).value();
        std::vector<double> ends{1e-2};
        for (const real_onset& o : onsets)
            if (o.tau > 1e-2 && o.tau < 1e2) ends.push_back(o.tau);
        ends.push_back(1e2);
        for (std::size_t i = 1; i < ends.size(); ++i) {
            const double low = ends[i - 1] * 1.01, high = ends[i] / 1.01;
            if (high < 2.0 * low) continue;
            const int n1 = 1 + k % static_cast<int>(n - 1);
            const auto coarse = paths_along(j, n1, logarithmic(low, high, 4));
            const auto fine = paths_along(j, n1, logarithmic(low, high, 2001));
            EXPECT_EQ(coarse.path.back(), fine.path.back()) << k;
            ++followed;
        }
    }
    EXPECT_GT(followed, 24);
}

void expect_onsets(const MatrixXd& j, int n1, const std::vector<real_onset>& expected) {
    const auto found = real_onsets(j, n1);
    ASSERT_TRUE(found.has_value());
    ASSERT_EQ(found->size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_NEAR((*found)[i].tau, expected[i].tau, 1e-11 * expected[i].tau) << i;
        EXPECT_EQ((*found)[i].becomes_real, expected[i].becomes_real) << i;
    }
}

// Example 1 (eq. 52), v = 4; K.1 prints the upper ends, 1.87 and 11.66.
TEST(RealOnset, OfThePapersExample1) {
    MatrixXd j = MatrixXd::Zero(4, 4);
    j.diagonal() << -4.0, 2.0, 2.0, 4.0;
    j(0, 2) = -4.0, j(2, 0) = 4.0, j(1, 3) = 2.0, j(3, 1) = -2.0;
    const double near = 0.5 * std::sqrt(3.0), far = std::sqrt(32.0);
    expect_onsets(j, 2, {{1.0 - near, false}, {6.0 - far, false}, {1.0 + near, true}, {6.0 + far, true}});
}

/// [[a, b], [tau c, tau d]] has a double eigenvalue where (a + tau d)^2 = 4 tau (a d - b c).
TEST(RealOnset, IsTheClosedFormInTwoVariables) {
    std::mt19937_64 random(3);
    int pairs = 0;
    for (int k = 0; k < 200; ++k) {
        const MatrixXd j = random_matrix(2, random);
        const double a = j(0, 0), d = j(1, 1), bc = j(0, 1) * j(1, 0);
        const double middle = a * d - 2.0 * bc;  // d^2 tau^2 - 2 middle tau + a^2 = 0
        const double root = 2.0 * std::sqrt(std::max(0.0, bc * bc - a * d * bc));
        if (root == 0.0 || middle < 0.0) {
            expect_onsets(j, 1, {});
            continue;
        }
        const double high = (middle + root) / (d * d), low = a * a / (middle + root);
        expect_onsets(j, 1, {{low, false}, {high, true}});
        ++pairs;
    }
    EXPECT_GT(pairs, 50);
}

// jin-stable-late: double eigenvalues at far tau: [[-2, b], [-tau b, tau eps]], b = 2 sqrt(eps).
TEST(RealOnset, IsFoundBeyondTheScan) {
    const double eps = 1e-8, b = 2.0 * std::sqrt(eps);
    MatrixXd j(2, 2);
    j << -2.0, b, -b, eps;
    // eps^2 tau^2 - 2 (-2 eps + 2 b^2) tau + 4 = 0, b^2 = 4 eps: (eps tau)^2 - 12 (eps tau) + 4 = 0
    const double root = std::sqrt(32.0);
    const auto found = real_onsets(j, 1).value();
    ASSERT_EQ(found.size(), 2U);
    EXPECT_NEAR(found[0].tau * eps, 6.0 - root, 1e-9);
    EXPECT_NEAR(found[1].tau * eps, 6.0 + root, 1e-8);
}

/// Two onsets nearer to each other than the scan's tau: eps apart.
TEST(RealOnset, NeighboursCloserThanTheScanAreSeparated) {
    const double b = 1e-4;  // [[1, b], [-tau b, tau]]: (1 - tau)^2 = 4 tau b^2
    MatrixXd j(2, 2);
    j << 1.0, b, -b, 1.0;
    const double middle = 1.0 + 2.0 * b * b, root = 2.0 * b * std::sqrt(1.0 + b * b);
    const auto found = real_onsets(j, 1).value();
    ASSERT_EQ(found.size(), 2U);
    EXPECT_NEAR(found[0].tau, middle - root, 1e-9);
    EXPECT_NEAR(found[1].tau, middle + root, 1e-9);
}

TEST(RealOnset, NeitherEqualBlocksNorPassingEigenvaluesAreOnsets) {
    // [[3, 1], [tau, tau]] twice, in other coordinates of each player, where rounding splits the double eigenvalues
    std::mt19937_64 random(4);
    const MatrixXd identity = MatrixXd::Identity(2, 2);
    for (int k = 0; k < 10; ++k) {
        const MatrixXd q1 = random_matrix(2, random), q2 = random_matrix(2, random);
        MatrixXd j(4, 4);
        j << 3.0 * identity, q1 * q2.inverse(), q2 * q1.inverse(), identity;
        expect_onsets(j, 2, {});
    }
    EXPECT_FALSE(real_onsets(MatrixXd::Identity(65, 65), 2).has_value());
}

}  // namespace
