#include "host/linear_algebra.hpp"

#include <Eigen/Eigenvalues>
#include <Eigen/LU>
#include <Eigen/QR>
#include <Eigen/SVD>

namespace tauroa {

using Eigen::MatrixXd;
using Eigen::VectorXd;

Eigen::VectorXcd eigenvalues_of(const MatrixXd& a) {
    return Eigen::EigenSolver<MatrixXd>(a, false).eigenvalues();
}

double smallest_symmetric_eigenvalue(const MatrixXd& a) {
    const MatrixXd symmetric = 0.5 * (a + a.transpose());
    return Eigen::SelfAdjointEigenSolver<MatrixXd>(symmetric, Eigen::EigenvaluesOnly)
        .eigenvalues()
        .minCoeff();
}

double smallest_singular_value(const MatrixXd& a) {
    return Eigen::JacobiSVD<MatrixXd>(a).singularValues().minCoeff();
}

MatrixXd solve(const MatrixXd& a, const MatrixXd& b) { return a.partialPivLu().solve(b); }

double reciprocal_condition(const MatrixXd& a) { return a.partialPivLu().rcond(); }

VectorXd least_squares(const MatrixXd& a, const VectorXd& b) {
    return a.completeOrthogonalDecomposition().solve(b);
}

}  // namespace tauroa
