#pragma once

// Stability windows: the exact set of tau at which -J_tau = -Lambda_tau J is Hurwitz, a union of open
// intervals (SPEC.md section 2). J_tau [+] J_tau = B1 + tau B2, with Bi = (Pi J) [+] (Pi J), is singular
// exactly where two eigenvalues of J_tau add up to zero, so an eigenvalue can reach the imaginary axis only
// at the positive real tau with
//     det(B1 + tau B2) = 0   or   det(P1 J + tau P2 J) = 0,
// and, in a zero-sum game, at the positive real eigenvalues of Theorem 1's Q. Between two of these stability
// is constant: one tau inside each interval decides it. The ends are then refined by bisection on the
// spectrum itself. Where J is singular, 0 is an eigenvalue of every J_tau, and there is no window. Where the pencil does
// not serve (it is singular for every tau, or n > 16), stability is the same for every tau if J12 or J21 is 0; else the
// spectrum is scanned over tau in [1e-6, 1e6], and nothing is known beyond.

#include <Eigen/Core>
#include <complex>
#include <vector>

#include "host/tau_windows.hpp"

namespace tauroa {

using stability_windows = tau_windows;

/// The windows of a critical point with Jacobian J [n, n]. more_cuts: further tau at which stability may change,
/// as Theorem 1 gives them for zero-sum games (critical_taus): its Q resolves thresholds too large for the pencil.
stability_windows windows_of(const Eigen::MatrixXd& jacobian, int n1,
                             const std::vector<double>& more_cuts = {});

/// Whether tau lies strictly inside one of the windows, further than a relative 1e-9 from its ends.
bool stable_at(const stability_windows& windows, double tau);

/// J_tau = Lambda_tau J [n, n].
Eigen::MatrixXd scaled_jacobian(const Eigen::MatrixXd& jacobian, int n1, double tau);

/// By real, then imaginary part.
std::vector<std::complex<double>> sorted(const Eigen::VectorXcd& eigenvalues);

/// Eigenvalues, by real, then imaginary part.
std::vector<std::complex<double>> sorted_eigenvalues(const Eigen::MatrixXd& a);

}  // namespace tauroa
