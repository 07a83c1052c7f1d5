#pragma once

// What theory says of a game's critical points: kinds, tau*, stability windows; and at given tau, learning
// rate and update, stability and attraction.

#include <limits>
#include <optional>

#include "host/critical_points.hpp"
#include "host/kind.hpp"
#include "host/learning_rate.hpp"
#include "host/local_rate.hpp"
#include "host/stability.hpp"

namespace tauroa {

/// What the Jacobian at a critical point says, whatever tau.
struct stability_of {
    tauroa::kind kind;
    std::optional<double> tau_star;  ///< of differential Nash and Stackelberg equilibria
    stability_windows windows;
    /// Of non-equilibria of zero-sum games: a tau beyond which they are unstable, by Theorem 2 (host/tau_zero.hpp), and
    /// the least such tau, the upper end of the last window, 0 where there is none.
    std::optional<double> tau_zero = std::nullopt, tau_zero_tight = std::nullopt;
};

/// Kind, tau* and windows from J [n, n]. tau*: by Theorem 1 in a zero-sum game of at most 16 variables; else the lower end
/// of the last window.
stability_of stability_of_point(const Eigen::MatrixXd& jacobian, int n1, bool zero_sum);

/// One critical point, whatever tau.
struct equilibrium : stability_of {
    Eigen::VectorXd location;  ///< [n]
    double residual;           ///< ||g||
    Eigen::MatrixXd jacobian;  ///< [n, n]
    bool isolated = true;  ///< false: stands for a continuum of critical points (host/critical_points.hpp)
};

/// One critical point at one tau. Without a learning rate, spectral_radius is NaN.
struct equilibrium_at {
    bool stable = false, attracts = false;
    double spectral_radius = std::numeric_limits<double>::quiet_NaN();
    double gamma_max = std::numeric_limits<double>::quiet_NaN();  ///< NaN for the alternating update
    std::vector<std::complex<double>> eigenvalues;                ///< of J_tau [n]
    std::optional<local_rate> rate;  ///< of the simultaneous update where it attracts
};

/// Everything known of every critical point of the game, in the order of find_critical_points.
std::vector<equilibrium> equilibria_of(const game_model& game);

equilibrium_at at_tau(const equilibrium& e, int n1, double tau, std::optional<double> gamma,
                      update_order update);

}  // namespace tauroa
