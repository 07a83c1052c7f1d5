#pragma once

// Jacobians J = [[D11, D12], [-D12^T, -D22]] of zero-sum games, by blocks or at random.

#include <Eigen/Core>
#include <random>

namespace tauroa {

inline Eigen::MatrixXd random_matrix(Eigen::Index rows, Eigen::Index columns, std::mt19937_64& random) {
    std::normal_distribution<double> normal;
    return Eigen::MatrixXd::NullaryExpr(rows, columns, [&] { return normal(random); });
}

inline Eigen::MatrixXd zero_sum_jacobian(const Eigen::MatrixXd& d11, const Eigen::MatrixXd& d12,
                                         const Eigen::MatrixXd& d22) {
    Eigen::MatrixXd j(d11.rows() + d22.rows(), d11.rows() + d22.rows());
    j << d11, d12, -d12.transpose(), -d22;
    return j;
}

inline Eigen::MatrixXd random_zero_sum(Eigen::Index n1, Eigen::Index n2, std::mt19937_64& random) {
    const Eigen::MatrixXd a = random_matrix(n1, n1, random), b = random_matrix(n2, n2, random);
    return zero_sum_jacobian(a + a.transpose(), 2.0 * random_matrix(n1, n2, random), b + b.transpose());
}

}  // namespace tauroa
