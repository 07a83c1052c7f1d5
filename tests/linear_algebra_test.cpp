// The smallest singular value of large matrices, against matrices made of known ones.

#include "host/linear_algebra.hpp"

#include <gtest/gtest.h>

#include <Eigen/QR>
#include <random>

namespace {

using namespace tauroa;
using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

class orthogonal_matrices {
  public:
    MatrixXd operator()(Index n) {
        const MatrixXd a = MatrixXd::NullaryExpr(n, n, [&] { return normal_(random_); });
        return Eigen::HouseholderQR<MatrixXd>(a).householderQ();
    }

  private:
    std::mt19937_64 random_{1};
    std::normal_distribution<double> normal_;
};

TEST(SmallestSingularValue, IsThatOfMatricesMadeOfKnownOnes) {
    orthogonal_matrices orthogonal;
    for (const Index n : {5, 16, 17, 40, 120})
        for (const double least : {1.0, 0.3, 1e-3, 1e-7, 1e-11}) {
            VectorXd values = VectorXd::LinSpaced(n, 1.0, 3.0);
            values(n / 2) = least;
            const MatrixXd a = orthogonal(n) * values.asDiagonal() * orthogonal(n);
            EXPECT_NEAR(smallest_singular_value(a), least, 0.02 * least + 1e-14) << n;
        }
}

TEST(SmallestSingularValue, IsNoneOfSingularMatrices) {
    orthogonal_matrices orthogonal;
    EXPECT_EQ(smallest_singular_value(MatrixXd::Zero(30, 30)), 0.0);
    EXPECT_EQ(smallest_singular_value(MatrixXd::Ones(30, 30) - MatrixXd::Ones(30, 30)), 0.0);
    for (const Index rank : {1, 10, 29}) {
        VectorXd values = VectorXd::Zero(30);
        values.head(rank).setOnes();
        EXPECT_LE(smallest_singular_value(orthogonal(30) * values.asDiagonal() * orthogonal(30)), 1e-14);
    }
}

}  // namespace
