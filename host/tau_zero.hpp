#pragma once

// tau0 by the construction of Fiez and Ratliff 2021, Theorem 2: beyond it a critical point of a zero-sum game that is no
// differential Stackelberg equilibrium is unstable. With S = S1(-J) = -D11 + D12 D22^-1 D12^T, L0 = D22^-1 D12^T,
//     S P1 + P1 S = Q1,   D22 P2 + P2 D22 = Q2,   Q1, Q2 > 0,
//     T = [[I, 0], [L0, I]],   P = T^T diag(P1, P2) T,
// one has -P J_tau - J_tau^T P = T^T B_tau T with
//     B_tau = [[Q1, -M], [-M^T, tau Q2 - K]],   M = P1 D12 - S L0^T P2,   K = P2 L0 D12 + (P2 L0 D12)^T,
// so that B_tau > 0, and -J_tau has as many eigenvalues of positive real part as P, at least one, for every
//     tau > tau0 = max(0, lambda_max(Q2^-1 (M^T Q1^-1 M + K))).
// The paper (section 3.2, appendices C.2.2 and D) prints M with + and K with -: D12 has lost its sign in
// T (-J_tau) T^-1 = [[S, -D12], [L0 S, tau D22 - L0 D12]]. Its tau0 is wrong: with D11 = 3, D12 = 2, D22 = 1 and Q1 = Q2 = I it
// is 0, but the point is stable for tau in (0, 3) (tests/tau_zero_test.cpp). What stands here is derived anew.
//
// Any Q1, Q2 serve. Here Q2 = I and Q1 = c I, so that P1 = (c / 2) S^-1 and P2 = D22^-1 / 2, with the c > 0 of the least
// tau0: lambda_max is convex in c. It is sufficient, not tight: that is the upper end of the last stability window.

#include <Eigen/Core>

#include "host/formula_signs.hpp"

namespace tauroa {

/// tau0 with Q1 = c I, Q2 = I. jacobian [n, n]: of a zero-sum game, D22 and S1 not singular.
double constructed_tau_zero(const Eigen::MatrixXd& jacobian, int n1, double c,
                            formula_signs signs = formula_signs::corrected);

/// The least of them over c in [1e-9, 1e9] times a scale of the Jacobian's own; beyond 64 variables, that c itself.
double constructed_tau_zero(const Eigen::MatrixXd& jacobian, int n1);

}  // namespace tauroa
