#pragma once

// Which critical points attract tau-GDA itself, at a learning rate gamma1: those at which the update's
// linearisation has a spectral radius below 1 (SPEC.md section 1). With J_tau = Lambda_tau J,
//     simultaneous:  I - gamma1 J_tau
//     alternating:   (I - gamma1 tau P2 J) (I - gamma1 P1 J),  P1, P2 the projections on the players' blocks.
// For the simultaneous update that is gamma1 < gamma_max(tau), the least 2 Re lambda / |lambda|^2 over the
// eigenvalues lambda of J_tau (Fiez and Ratliff 2021, Lemma F.1).

#include <Eigen/Core>
#include <complex>
#include <vector>

#include "kernels/problem.hpp"

namespace tauroa {

/// The update's linearisation [n, n] at a critical point with Jacobian J [n, n].
Eigen::MatrixXd linearisation_of(const Eigen::MatrixXd& jacobian, int n1, double tau, double gamma,
                                 update_order update);

/// The spectral radius of the update's linearisation at a critical point with Jacobian J [n, n].
double spectral_radius(const Eigen::MatrixXd& jacobian, int n1, double tau, double gamma,
                       update_order update);

/// Whether a critical point with this spectral radius attracts.
inline bool attracts(double radius) { return radius < 1.0 - 1e-12; }

/// Lemma F.1's bound; not above 0 where no learning rate is small enough.
double gamma_max(const Eigen::MatrixXd& jacobian, int n1, double tau);
/// The same from the eigenvalues of J_tau.
double gamma_max(const std::vector<std::complex<double>>& eigenvalues);

}  // namespace tauroa
