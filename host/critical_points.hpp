#pragma once

// Critical points, g(x*) = 0, by Newton's method from many starts: x <- x - t J(x)^-1 g(x), the length t
// halved until ||g|| falls enough (Nocedal and Wright, "Numerical Optimization", 2nd ed., section 11.2).

#include <cstdint>
#include <vector>

#include "host/game_model.hpp"

namespace tauroa {

struct critical_point {
    Eigen::VectorXd location;  ///< [n]; angles in (-pi, pi]
    double residual;           ///< ||g(location)||
    bool isolated = true;      ///< false: stands for a continuum of critical points, of which it is one
};

/// The critical points in the game's default window (on a circle: in one period), sorted by their coordinates
/// rounded to 1e-9. The list depends on the game and its parameters alone: every point found is polished from
/// its coordinates rounded to 1e-9, so that neither the seed of the starts nor their order is seen in its
/// last bits. Where critical points are not isolated, one stands for each family: that next to the window's middle.
/// Of a game whose number of variables depends on its parameters: those that it lists itself; throws failure
/// where one of them is none.
std::vector<critical_point> find_critical_points(const game_model& game, std::uint64_t seed = 0);

}  // namespace tauroa
