#pragma once

// Capture: an ellipsoid around a critical point that attracts, V(x) = (x - x*)^T P (x - x*) <= level, from which the
// computed iteration is proven to arrive there within a known number of steps. In a shell inner < V <= outer where
// V(F(x)) <= theta^2 V(x) is proven of the exact update F (host/capture_proof.hpp), and the computed one differs from it by
// epsilon in the P-norm,
//     sqrt(V(x_{k+1})) <= theta sqrt(V(x_k)) + epsilon,   so that, with e = epsilon / (1 - theta) < sqrt(inner),
//     V(x_{k+m}) <= inner   for some m <= ceil(log((sqrt(inner) - e) / (sqrt(outer) - e)) / log theta),
// and V does not rise on the way. The shells lead down to an ellipsoid that lies within the tolerance of x*.

#include <Eigen/Core>
#include <cstdint>
#include <vector>

#include "host/enclosure.hpp"

namespace tauroa {

/// From V <= level the iteration arrives within `steps` more steps; at first sqrt(V) falls by `rate` in every step.
struct capture_level {
    double level;
    double rate;
    std::uint64_t steps;
};

/// Nothing is proven where there are no levels. The levels hold for v computed in double precision: with d_i = x_i - x*_i,
/// on a circle back into its period as the kernels do, v = sum over i and j of P_ij d_i d_j, every operation rounded or
/// contracted to fma, in any order. They are the proven ones less what that can be in error.
struct capture_region {
    Eigen::MatrixXd shape;              ///< P [n, n], symmetric
    std::vector<capture_level> levels;  ///< by ascending level
};

/// What is proven around x_star [n], which is near a fixed point of the update: that a computed x_k with v <= level is within
/// the tolerance of x_star at x_{k + m}, m <= steps, without coming within the tolerance of any of others' points [n]
/// before. On a circle the game must have the period that the variable has, to the rounding of that.
capture_region capture_of(const game_enclosure& game, const game_info& info, const update_rule& rule,
                          const Eigen::VectorXd& x_star, double tolerance,
                          const std::vector<Eigen::VectorXd>& others);

}  // namespace tauroa
