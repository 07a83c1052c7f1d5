#pragma once

// The few decompositions of Eigen that the host needs, in one place, so that only one file has to compile
// them.

#include <Eigen/Core>
#include <complex>
#include <optional>
#include <vector>

namespace tauroa {

/// The eigenvalues of a square matrix [n], in no order.
Eigen::VectorXcd eigenvalues_of(const Eigen::MatrixXd& a);

/// The eigenvalues of a symmetric matrix [n], ascending.
Eigen::VectorXd symmetric_eigenvalues(const Eigen::MatrixXd& a);

/// The smallest eigenvalue of the symmetric part (A + A^T) / 2.
double smallest_symmetric_eigenvalue(const Eigen::MatrixXd& a);

/// The eigenvectors of a symmetric matrix, in columns, orthonormal.
Eigen::MatrixXd symmetric_eigenvectors(const Eigen::MatrixXd& a);

/// Re (V V^H) with the eigenvectors of a real matrix, of length 1, as the columns of V.
Eigen::MatrixXd eigenvector_gram(const Eigen::MatrixXd& a);

/// Orthonormal right singular vectors of a square matrix, in columns: those of singular values up to `share` of its norm.
Eigen::MatrixXd null_space(const Eigen::MatrixXd& a, double share);

double smallest_singular_value(const Eigen::MatrixXd& a);
double largest_singular_value(const Eigen::MatrixXd& a);

/// A^-1 B by LU with partial pivoting; A not singular.
Eigen::MatrixXd solve(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b);

/// An estimate of 1 / cond(A) in the 1-norm.
double reciprocal_condition(const Eigen::MatrixXd& a);

/// The shortest x of those that make ||A x - b|| least.
Eigen::VectorXd least_squares(const Eigen::MatrixXd& a, const Eigen::VectorXd& b);

/// L, lower triangular, with A = L L^T; none where the symmetric A is not positive definite.
std::optional<Eigen::MatrixXd> cholesky_factor(const Eigen::MatrixXd& a);

/// The symmetric P with A^T P A - P = -Q, Q symmetric; unique where no two eigenvalues of A multiply to 1.
Eigen::MatrixXd discrete_lyapunov(const Eigen::MatrixXd& a, const Eigen::MatrixXd& q);

}  // namespace tauroa
