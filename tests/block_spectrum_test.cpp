// Spectra from blocks (host/spectrum.hpp) against those of the whole matrices.

#include <gtest/gtest.h>

#include <random>

#include "host/learning_rate.hpp"
#include "host/linear_algebra.hpp"
#include "host/spectrum.hpp"
#include "host/stability.hpp"

namespace {

using namespace tauroa;
using Eigen::MatrixXd;

constexpr double tau = 3.7, gamma1 = 0.04;

MatrixXd random_matrix(Eigen::Index rows, Eigen::Index columns, std::mt19937_64& random) {
    std::normal_distribution<double> normal;
    return MatrixXd::NullaryExpr(rows, columns, [&] { return normal(random); });
}

/// Every eigenvalue of one list has one of the other of its own near it.
void expect_same(const Eigen::VectorXcd& a, Eigen::VectorXcd b, const std::string& about) {
    ASSERT_EQ(a.size(), b.size()) << about;
    const double scale = b.cwiseAbs().maxCoeff();
    for (const auto& lambda : a) {
        Eigen::Index nearest = 0;
        const double away = (b.array() - lambda).abs().minCoeff(&nearest);
        EXPECT_LE(away, 1e-6 * scale) << about;  // double eigenvalues are known to the root of the rounding
        b(nearest) = 1e9;
    }
}

void expect_as_whole(const MatrixXd& j, int n1, const std::string& about) {
    expect_same(spectrum(j, n1, tau), eigenvalues_of(scaled_jacobian(j, n1, tau)), about);
    for (const auto update : {update_order::simultaneous, update_order::alternating})
        expect_same(update_spectrum(j, n1, tau, gamma1, update),
                    eigenvalues_of(linearisation_of(j, n1, tau, gamma1, update)), about + ", update");
}

MatrixXd joined(const MatrixXd& j11, const MatrixXd& j12, const MatrixXd& j21, const MatrixXd& j22) {
    MatrixXd j(j11.rows() + j22.rows(), j11.cols() + j22.cols());
    j << j11, j12, j21, j22;
    return j;
}

MatrixXd multiple(double a, int n) { return a * MatrixXd::Identity(n, n); }

TEST(Spectrum, FromBlocksIsThatOfTheWhole) {
    std::mt19937_64 random(5);
    for (const auto& [n1, n2] : {std::pair{12, 12}, {9, 14}, {15, 8}}) {
        const MatrixXd j11 = random_matrix(n1, n1, random), j22 = random_matrix(n2, n2, random),
                       j12 = random_matrix(n1, n2, random), j21 = random_matrix(n2, n1, random);
        const MatrixXd none12 = MatrixXd::Zero(n1, n2), none21 = MatrixXd::Zero(n2, n1);
        const std::string size = std::to_string(n1) + ", " + std::to_string(n2);
        expect_as_whole(joined(j11, none12, none21, j22), n1, "apart " + size);
        expect_as_whole(joined(j11 + j11.transpose(), j12, none21, j22), n1, "upper " + size);
        expect_as_whole(joined(j11, none12, j21, j22 + j22.transpose()), n1, "lower " + size);
        expect_as_whole(joined(multiple(0.3, n1), j12, -j12.transpose(), multiple(1.1, n2)), n1,
                        "zero-sum " + size);
        expect_as_whole(joined(multiple(0.0, n1), j12, j21, multiple(-0.4, n2)), n1, "general-sum " + size);
        expect_as_whole(joined(j11, j12, j21, j22), n1, "no structure " + size);
    }
}

TEST(Spectrum, WindowsOfManyVariablesFollowFromTheirStructure) {
    constexpr int n = 12;
    std::mt19937_64 random(6);
    const MatrixXd b = random_matrix(n, n, random), positive = b * b.transpose() + multiple(0.1, n);
    const MatrixXd none = MatrixXd::Zero(n, n);
    const auto always = windows_of(joined(positive, none, b, positive), n);
    EXPECT_EQ(always.method, window_method::structure);
    ASSERT_EQ(always.windows.size(), 1U);
    EXPECT_EQ(always.windows[0].low, 0.0);
    EXPECT_TRUE(std::isinf(always.windows[0].high));
    const auto never = windows_of(joined(-positive, none, b, positive), n);
    EXPECT_EQ(never.method, window_method::structure);
    EXPECT_TRUE(never.windows.empty());
    MatrixXd c = b;
    c.row(0) = c.row(1);  // so that J is singular
    const auto singular = windows_of(joined(none, c, -c.transpose(), positive), n);
    EXPECT_EQ(singular.method, window_method::structure);
    EXPECT_TRUE(singular.windows.empty());
}

}  // namespace
