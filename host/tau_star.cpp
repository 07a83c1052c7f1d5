#include "host/tau_star.hpp"

#include <algorithm>
#include <cmath>
#include <unsupported/Eigen/KroneckerProduct>

#include "host/linear_algebra.hpp"

namespace tauroa {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;

MatrixXd kron(const MatrixXd& a, const MatrixXd& b) { return Eigen::kroneckerProduct(a, b); }

MatrixXd identity(Index n) { return MatrixXd::Identity(n, n); }

/// H_n^+ = (H^T H)^-1 H^T: averages the two places of an off-diagonal entry.
MatrixXd elimination(const MatrixXd& h) { return solve(h.transpose() * h, h.transpose()); }

/// H (A [+] A)^-1 H^+.
MatrixXd inverse_sum(const MatrixXd& a) {
    const MatrixXd h = duplication_matrix(a.rows());
    return h * solve(symmetric_kronecker_sum(a), elimination(h));
}

}  // namespace

MatrixXd duplication_matrix(Index n) {
    MatrixXd h = MatrixXd::Zero(n * n, n * (n + 1) / 2);
    Index column = 0;
    for (Index i = 0; i < n; ++i)
        for (Index j = i; j < n; ++j, ++column) h(i * n + j, column) = h(j * n + i, column) = 1.0;
    return h;
}

MatrixXd symmetric_kronecker_product(const MatrixXd& a, const MatrixXd& b) {
    const MatrixXd h = duplication_matrix(a.rows());
    return elimination(h) * (kron(a, b) + kron(b, a)) * h;
}

MatrixXd symmetric_kronecker_sum(const MatrixXd& a) {
    return symmetric_kronecker_product(a, identity(a.rows()));
}

std::vector<double> positive_real(const Eigen::VectorXcd& values) {
    std::vector<double> real;
    for (const auto& v : values)
        if (std::isfinite(v.real()) && v.real() > 0.0 && std::abs(v.imag()) <= 1e-6 * std::abs(v))
            real.push_back(v.real());
    std::sort(real.begin(), real.end());
    return real;
}

std::vector<double> critical_taus(const MatrixXd& jacobian, int n1, formula_signs signs) {
    const Index n2 = jacobian.rows() - n1;
    const MatrixXd a11 = -jacobian.topLeftCorner(n1, n1), a12 = -jacobian.topRightCorner(n1, n2);
    const MatrixXd a22 = -jacobian.bottomRightCorner(n2, n2);  // J22 = -D22 = -A22
    const MatrixXd inverse22 = solve(a22, identity(n2));
    const double sign = signs == formula_signs::corrected ? 1.0 : -1.0;
    const MatrixXd s = a11 + sign * a12 * inverse22 * a12.transpose();
    const MatrixXd i1 = identity(n1), i2 = identity(n2);
    const MatrixXd m1 = 2.0 * kron(a12, i2) * inverse_sum(a22) * kron(a12.transpose(), i2);
    const MatrixXd of_a22 = kron(i1, inverse22), of_a11 = kron(a11, i2);
    const MatrixXd m2 =
        2.0 * kron(i1, inverse22 * a12.transpose()) * inverse_sum(s) * kron(i1, a12 * inverse22);
    const MatrixXd q = (m2 - of_a22) * (of_a11 + m1);
    // Below this an eigenvalue is rounding about 0: where D11 f = 0, differences vanish.
    const double rounding = 1e-13 * (m2.norm() + of_a22.norm()) * (of_a11.norm() + m1.norm());
    const auto settled = [=](std::complex<double> tau) { return std::abs(tau) <= rounding ? 0.0 : tau; };
    return positive_real(eigenvalues_of(q).unaryExpr(settled));
}

}  // namespace tauroa
