#pragma once

// A norm ||d||_P = (d^T P d)^(1/2) in which a matrix M of spectral radius rho < r is a contraction, ||M||_P <= r: the one whose
// existence Horn and Johnson, "Matrix Analysis", Lemma 5.6.10, gives. Two candidates:
//     P = (V V^H)^-1, V the eigenvectors of M:            ||M||_P = rho, where M can be diagonalised well;
//     (M / r)^T P (M / r) - P = -I (discrete Lyapunov):   ||M||_P < r always.
// Of those that serve, the one in which round balls are least distorted, that is, with the smaller cond(P).

#include <Eigen/Core>
#include <optional>

namespace tauroa {

/// ||d||_P = ||C d||, with factor * ||d|| <= ||d||_P <= ||d||.
struct adapted_norm {
    Eigen::MatrixXd c;  ///< [n, n], upper triangular, P = C^T C
    double condition;   ///< 1 / factor: sqrt(cond(P))
};

/// Nothing where rounding leaves none.
std::optional<adapted_norm> norm_adapted_to(const Eigen::MatrixXd& m, double r);

}  // namespace tauroa
