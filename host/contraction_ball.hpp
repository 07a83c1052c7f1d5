#pragma once

// The ball in which Corollary 1 of Fiez and Ratliff 2021 bounds the steps of the simultaneous update F: its radius is
//     delta = alpha / (4 L beta),   ||DF(x) - DF(x*)|| <= L ||x - x*||  in the ball itself,
// so that delta and L depend on each other: the largest such delta is found by bisection, to 0.1 %.
// The norm is the adapted one of ||DF(x*)|| <= (1 - alpha / (2 beta))^(1/2) (host/adapted_norm.hpp), not the Euclidean one, of
// which the paper's bound is not true where DF(x*) is far from normal; but the Euclidean ball of radius delta lies in the
// adapted one, as ||d||_P <= ||d||. beta is the mended one (host/local_rate.hpp). From there
//     ||x_k - x*|| <= condition * rate^k ||x_0 - x*||   in the Euclidean norm.
// L(R) is proven: with D^2 F = -gamma1 Lambda_tau D^2 g, enclosed on boxes that cover {||d||_P <= R}, of which the worst is
// halved time and again, and W = C^-1,
//     T_abc = sum over i, j, k of C_ai D^2 F_ijk W_jb W_kc,   L = max over boxes of (sum over a, b, c of |T_abc|^2)^(1/2).

#include <optional>

#include "host/adapted_norm.hpp"
#include "host/enclosure.hpp"
#include "host/local_rate.hpp"

namespace tauroa {

struct contraction_ball {
    double lipschitz;  ///< L in the ball, in the adapted norm
    double radius;     ///< delta; infinite where L is 0
    double condition;  ///< of the adapted norm
};

/// An upper bound of the Lipschitz constant of DF in the norm, for ||x - x_star||_P <= radius; proven.
double lipschitz_bound(const game_enclosure& game, const game_info& info, const update_rule& rule,
                       const Eigen::VectorXd& x_star, const adapted_norm& norm, double radius);

/// Of a critical point with Jacobian J [n, n] at x_star that attracts with this rate. rule: simultaneous. Nothing where
/// no norm or no ball is found; delta, unlike L, is computed to rounding.
std::optional<contraction_ball> contraction_ball_of(const game_enclosure& game, const game_info& info,
                                                    const update_rule& rule, const Eigen::VectorXd& x_star,
                                                    const Eigen::MatrixXd& jacobian, const local_rate& rate);

}  // namespace tauroa
