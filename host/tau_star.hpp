#pragma once

// tau*: the exact threshold of a critical point of a zero-sum game (Fiez and Ratliff 2021, Theorem 1, with
// the sign of S as SPEC.md section 2 corrects it). With A11 = -D11, A12 = -D12, A22 = D22 and
//     S  = A11 + A12 A22^-1 A12^T
//     M1 = 2 (A12 (x) I) H_n2 (A22 [+] A22)^-1 H_n2^+ (A12^T (x) I)
//     M2 = I (x) A22^-1 - 2 (I (x) A22^-1 A12^T) H_n1 (S [+] S)^-1 H_n1^+ (I (x) A12 A22^-1)
//     Q  = -M2 (A11 (x) I + M1)
// tau* is the largest positive real eigenvalue of Q, or 0 where there is none. (x) is the Kronecker product;
// A [+] A = H^+ (A (x) I + I (x) A) H, H the duplication matrix.

#include <Eigen/Core>
#include <vector>

#include "host/formula_signs.hpp"

namespace tauroa {

/// The duplication matrix H_n [n^2, n (n+1) / 2]: vec X = H_n vech X for symmetric X, rows stacked.
Eigen::MatrixXd duplication_matrix(Eigen::Index n);

/// H^+ (A (x) B + B (x) A) H, linear in either; [n, n] to [n (n+1) / 2, n (n+1) / 2]. Its eigenvalues for A = B = M
/// are twice the products of two of M's.
Eigen::MatrixXd symmetric_kronecker_product(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b);

/// A [+] A, linear in A; [n, n] to [n (n+1) / 2, n (n+1) / 2].
Eigen::MatrixXd symmetric_kronecker_sum(const Eigen::MatrixXd& a);

/// The positive real eigenvalues of Q, ascending: the only tau > 0 at which an eigenvalue of J_tau can touch
/// the imaginary axis. jacobian: of a zero-sum game, D22 and S1 not singular. The paper prints S with a minus sign.
std::vector<double> critical_taus(const Eigen::MatrixXd& jacobian, int n1,
                                  formula_signs signs = formula_signs::corrected);

/// Those of the values that are real to 1e-6 of their size and positive, ascending.
std::vector<double> positive_real(const Eigen::VectorXcd& values);

}  // namespace tauroa
