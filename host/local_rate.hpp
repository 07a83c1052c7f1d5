#pragma once

// The local rate of the simultaneous update at learning rate gamma1, by Fiez and Ratliff 2021, Theorem 4 and Corollary 1. With
//     gamma_max = min over lambda in spec(J_tau) of 2 Re lambda / |lambda|^2   (Lemma F.1),  lambda_m its minimiser,
//     alpha = gamma_max - gamma1 in (0, gamma_max),   beta = 1 / (2 Re lambda_m - alpha |lambda_m|^2),
// the distance to x* falls as (1 - alpha / (4 beta))^(k / 2), and ceil(4 beta / alpha log(||x_0 - x*|| / eps)) steps do from
// within delta of x* (host/contraction_ball.hpp). As 2 Re lambda_m = gamma_max |lambda_m|^2, 1 / beta = gamma1 |lambda_m|^2 > 0,
// whether lambda_m is real or complex, and |1 - gamma1 lambda_m|^2 = 1 - alpha / beta.
//
// But the paper's proof (Appendix F.1) takes lambda_m for the eigenvalue at which |1 - gamma1 lambda| is greatest. That it
// is at gamma1 = gamma_max only; at a smaller gamma1 another can be the slowest, and then the rate that is claimed can
// be too fast: with spec(J_tau) = {1, 10} and gamma1 = 0.1 it is sqrt(3/4) = 0.87 per step, but the spectral radius is 0.9.
// The same proof with beta of the slowest eigenvalue lambda_s at gamma1 is right:
//     mended beta = alpha / (1 - rho^2),   1 - rho^2 = gamma1 (2 Re lambda_s - gamma1 |lambda_s|^2);
// it is the paper's where lambda_s is lambda_m, and the mended rate (1 - (1 - rho^2) / 4)^(1/2) is above rho always.
//
// The corollary's steps do not follow from the rate either: its proof (Appendix G) loses the 1/2 of the exponent k/2, and from
// (1 - alpha / (4 beta))^(k / 2) < exp(-k alpha / (8 beta)) twice as many steps are needed to be safe. The mended number is
// log(||x_0 - x*|| / eps) / -log(rate), and distances are those of an adapted norm; in the Euclidean one a constant is added.

#include <Eigen/Core>
#include <optional>

namespace tauroa {

/// What a beta says; distances in the adapted norm, per step.
struct rate_bound {
    double beta;
    double rate;  ///< (1 - alpha / (4 beta))^(1/2)
    double
        steps_per_decade;  ///< for each factor of ten in ||x_0 - x*|| / eps: stated, 4 beta / alpha log 10; mended,
                           ///< log 10 / -log(rate)
};

struct local_rate {
    double alpha;
    rate_bound stated;  ///< as Theorem 4 has it
    rate_bound mended;  ///< with beta of the slowest eigenvalue
    bool holds;  ///< whether the spectral radius is below the stated rate: Theorem 4's claim is true here
};

/// Of the simultaneous update at a critical point with Jacobian J [n, n]; nothing where it does not attract.
std::optional<local_rate> local_rate_of(const Eigen::MatrixXd& jacobian, int n1, double tau, double gamma);

}  // namespace tauroa
