#pragma once

// The measured onset: the tau at which a critical point x* captures a neighbourhood, found by iterating the kernels' own
// step, through a backend, and by nothing else: no Jacobian, no spectral radius, no tau* is used. 2n starts at distance r
// of x*, in n orthogonal pairs x* +- r u_i, are iterated for k = 64, 128, 256, ..., K steps, and spread(k) is the sum of
// ||x_k - x*||^2 / (2 r^2) over them. Near x* that is the square of the Frobenius norm of the k-step map's linearisation
// M^k, so that
//     spread(k) < 1/4     captured: ||M^k|| < 1/2, the neighbourhood is mapped into one half its size. That holds for some
//                         k exactly if rho(M) < 1, however far starts get on the way (M need not be normal);
//     spread(k) > 100^2   left: 100 times as far away as at first;
//     neither up to K     undecided: rho(M) is too near 1 for K steps.
// A scan over tau gives neighbours of different fates, and bisection the tau between them.

#include <cstdint>
#include <optional>
#include <vector>

#include "host/game_model.hpp"
#include "kernels/backend.hpp"

namespace tauroa {

/// What is iterated: starts at distance `radius` of `center` [n].
struct neighbourhood {
    const game_model* game;
    Eigen::VectorXd center;
    double radius, gamma;
    update_order update;
    std::uint32_t steps;  ///< K
};

enum class fate : std::uint8_t { left, undecided, captured };

fate fate_of(const neighbourhood& starts, double tau, backend& with);

/// Of the two ends one was captured and one was left.
struct tau_bracket {
    double low, high;
};

/// An interval of tau in which the neighbourhood is captured; an end is lacking where the scan does not reach it.
struct capture_window {
    std::optional<tau_bracket> opens;   ///< left at low, captured at high
    std::optional<tau_bracket> closes;  ///< captured at low, left at high
};

/// Looks at every tau of the scan [>= 2], ascending, and narrows every change of fate down to a relative width, or until
/// what is between the ends is undecided. Windows between two values of the scan are not seen.
std::vector<capture_window> capture_windows(const neighbourhood& starts, const std::vector<double>& scan,
                                            double width, backend& with);

}  // namespace tauroa
