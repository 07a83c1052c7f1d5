#pragma once

// Attraction windows: the tau at which a critical point attracts tau-GDA itself, at a learning rate gamma1. They are to
// the update what stability windows are to its continuous-time limit, and tend to those as gamma1 -> 0. The update's
// linearisation is M = I - gamma1 (N0 + tau N1), with (SPEC.md section 1)
//     simultaneous:  N0 = P1 J,  N1 = P2 J
//     alternating:   N0 = P1 J,  N1 = P2 J (I - gamma1 P1 J)
// An eigenvalue of M can reach the unit circle only where two of its eigenvalues multiply to 1, that is, where, on
// symmetric matrices, M (x) M - I = -gamma1 (N (+) N - gamma1 N (x) N), N = N0 + tau N1, is singular. Divided by -gamma1,
//     det(Q0 + tau Q1 + tau^2 Q2) = 0,   Q0 = N0 (+) N0 - gamma1 N0 (x) N0,   Q2 = -gamma1 N1 (x) N1,
//     Q1 = N1 (+) N1 - gamma1 (N0 (x) N1 + N1 (x) N0),
// a quadratic eigenvalue problem, solved by its companion pencil (Tisseur and Meerbergen, SIAM Review 43 (2001), 235).

#include <Eigen/Core>

#include "host/tau_windows.hpp"
#include "kernels/problem.hpp"

namespace tauroa {

/// Where the spectral radius of the update's linearisation is below 1 (`attracts`), at a critical point with Jacobian
/// J [n, n]. By a scan over [1e-6, 1e6] where the pencil does not serve (singular for every tau, or n > 12).
tau_windows attraction_windows(const Eigen::MatrixXd& jacobian, int n1, double gamma, update_order update);

}  // namespace tauroa
