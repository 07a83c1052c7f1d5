#include "host/linear_algebra.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>
#include <Eigen/LU>
#include <Eigen/QR>
#include <Eigen/SVD>
#include <limits>

namespace tauroa {

using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace {

/// The smallest singular value from A P = Q R, never less than it and rarely a percent more: the power method on
/// (R^T R)^-1. (Eigen 3.4's BDCSVD reads outside its arrays where singular values are zero.)
double by_inverse_iteration(const MatrixXd& a) {
    const Eigen::ColPivHouseholderQR<MatrixXd> qr(a);
    const MatrixXd r = qr.matrixR().triangularView<Eigen::Upper>();
    const Eigen::Index last = r.rows() - 1;
    const double bound = std::abs(r(last, last));  // of the smallest singular value, from above
    if (bound <= std::numeric_limits<double>::epsilon() * std::abs(r(0, 0))) return bound;
    VectorXd x = VectorXd::Unit(r.rows(), last);  // pivoting has left the direction of the smallest for the end
    double value = bound;
    for (int i = 0; i < 30; ++i) {
        r.transpose().triangularView<Eigen::Lower>().solveInPlace(x);
        value = 1.0 / x.norm();
        r.triangularView<Eigen::Upper>().solveInPlace(x);
        x.normalize();
    }
    return value;
}

}  // namespace

Eigen::VectorXcd eigenvalues_of(const MatrixXd& a) {
    return Eigen::EigenSolver<MatrixXd>(a, false).eigenvalues();
}

VectorXd symmetric_eigenvalues(const MatrixXd& a) {
    return Eigen::SelfAdjointEigenSolver<MatrixXd>(a, Eigen::EigenvaluesOnly).eigenvalues();
}

double smallest_symmetric_eigenvalue(const MatrixXd& a) {
    return symmetric_eigenvalues(0.5 * (a + a.transpose())).minCoeff();
}

MatrixXd symmetric_eigenvectors(const MatrixXd& a) {
    return Eigen::SelfAdjointEigenSolver<MatrixXd>(a).eigenvectors();
}

MatrixXd eigenvector_gram(const MatrixXd& a) {
    const Eigen::MatrixXcd v = Eigen::EigenSolver<MatrixXd>(a).eigenvectors();
    return (v * v.adjoint()).real();
}

MatrixXd null_space(const MatrixXd& a, double share) {
    const Eigen::JacobiSVD<MatrixXd> decomposition(a, Eigen::ComputeFullV);
    const auto null = (decomposition.singularValues().array() <= share * a.norm()).count();
    return decomposition.matrixV().rightCols(null);
}

double smallest_singular_value(const MatrixXd& a) {
    constexpr Eigen::Index small = 16;  // beyond, Jacobi's method takes too long
    return a.rows() <= small ? Eigen::JacobiSVD<MatrixXd>(a).singularValues().minCoeff()
                             : by_inverse_iteration(a);
}

MatrixXd solve(const MatrixXd& a, const MatrixXd& b) { return a.partialPivLu().solve(b); }

double largest_singular_value(const MatrixXd& a) {
    return Eigen::JacobiSVD<MatrixXd>(a).singularValues().maxCoeff();
}

double reciprocal_condition(const MatrixXd& a) { return a.partialPivLu().rcond(); }

VectorXd least_squares(const MatrixXd& a, const VectorXd& b) {
    return a.completeOrthogonalDecomposition().solve(b);
}

std::optional<MatrixXd> cholesky_factor(const MatrixXd& a) {
    const Eigen::LLT<MatrixXd> decomposition(a);
    if (decomposition.info() != Eigen::Success) return std::nullopt;
    return MatrixXd(decomposition.matrixL());
}

MatrixXd discrete_lyapunov(const MatrixXd& a, const MatrixXd& q) {
    const Eigen::Index n = a.rows();
    MatrixXd system = MatrixXd::Identity(n * n, n * n);  // of vec P, columns stacked: I - A^T (x) A^T
    for (Eigen::Index i = 0; i < n; ++i)
        for (Eigen::Index j = 0; j < n; ++j) system.block(i * n, j * n, n, n) -= a(j, i) * a.transpose();
    const MatrixXd stacked = solve(system, Eigen::Map<const VectorXd>(q.data(), n * n));
    const Eigen::Map<const MatrixXd> p(stacked.data(), n, n);
    return 0.5 * (p + p.transpose());
}

}  // namespace tauroa
