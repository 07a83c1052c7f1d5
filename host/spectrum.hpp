#pragma once

// Eigenvalues of J_tau = Lambda_tau J, and of the update's linearisation (host/learning_rate.hpp). Of at most 16 variables,
// directly. Beyond, first from the blocks J = [[J11, J12], [J21, J22]] where these allow:
//     J12 = 0 or J21 = 0        spec J_tau = spec J11 and tau spec J22; of either update 1 - gamma1 lambda
//     J11 = a I, J22 = b I      as of a game that is bilinear but for squared norms: for each eigenvalue s of J12 J21
//                               (n1 <= n2; else of J21 J12), with c = tau b, the two lambda of
//                                   lambda^2 - (a + c) lambda + a c - tau s = 0,
//                               and the alternating update's (p, q = 1 - gamma1 a, 1 - gamma1 c) the two of
//                                   lambda^2 - (p + q + gamma1^2 tau s) lambda + p q = 0;
//                               |n2 - n1| times more lambda = c, or a.
// They come from matrices of half the order, mostly symmetric ones: in a second, not minutes, for 800 variables.

#include <Eigen/Core>

#include "kernels/problem.hpp"

namespace tauroa {

/// The eigenvalues of J_tau [n], in no order, for J [n, n].
Eigen::VectorXcd spectrum(const Eigen::MatrixXd& jacobian, int n1, double tau);

/// Those of the update's linearisation [n].
Eigen::VectorXcd update_spectrum(const Eigen::MatrixXd& jacobian, int n1, double tau, double gamma,
                                 update_order update);

/// Whether J12 = 0 or J21 = 0: then stability is the same for every tau > 0.
bool is_block_triangular(const Eigen::MatrixXd& jacobian, int n1);

}  // namespace tauroa
