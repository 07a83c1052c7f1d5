#pragma once

// The tau at which a pair of eigenvalues of J_tau = Lambda_tau J becomes real or complex as tau rises. There the
// characteristic polynomial of J_tau has a double root. With tau = (1 + s) / (1 - s), s in (-1, 1),
//     N(s) = (1 - s) P1 J + (1 + s) P2 J = (1 - s) J_tau,      D(s) = prod over i < j of (nu_i - nu_j)^2,  nu_i in spec N(s)
// is N's discriminant, a polynomial of degree n (n - 1) in s, negative where an odd number of pairs is complex. For
// n <= 4 its zeros in (-1, 1), for tau in units of 1e-10 ... 1e10, are cuts: the eigenvalues of the colleague matrix of its Chebyshev series (Trefethen,
// "Approximation Theory and Approximation Practice", chapter 18). Further cuts are a scan over tau in [1e-6, 1e6]. Between
// cuts the number of complex pairs is counted; each change is refined by bisection on the count itself, to rounding.
// A pair that only touches (two real eigenvalues that pass each other) changes no count and is not listed.

#include <Eigen/Core>
#include <optional>
#include <vector>

namespace tauroa {

struct real_onset {
    double tau;
    bool becomes_real;  ///< for rising tau; else it becomes complex
};

/// Of the Jacobian J [n, n], ascending in tau. For n > 4 two changes between neighbouring tau of the scan (0.6 % apart; 5 %
/// for n > 16) can be missed; nothing for n > 64, where a scan costs too much.
std::optional<std::vector<real_onset>> real_onsets(const Eigen::MatrixXd& jacobian, int n1);

}  // namespace tauroa
