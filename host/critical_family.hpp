#pragma once

// Critical points that are not isolated: g(x) = 0 on a curve or a surface, whose tangents are null vectors of J. One stands
// for all: the nearest to the middle of the window, by steps along the tangent space, each followed by Newton's method back
// onto the family (a projected gradient method: Absil, Mahony and Sepulchre, "Optimization Algorithms on Matrix Manifolds",
// 2008, section 4.2).

#include <functional>
#include <optional>

#include "host/game_model.hpp"

namespace tauroa {

/// Newton's method from x [n]: the critical point that it leads to, where it leads to one in the window.
using newton_method = std::function<std::optional<Eigen::VectorXd>(const Eigen::VectorXd&)>;

/// Whether no other critical point is found next to the critical point x, along null vectors of J(x).
bool is_isolated(const game_model& game, const Eigen::VectorXd& x, const newton_method& newton);

/// The point that stands for the family of x. Where several are as near to the middle, as on a circle around it, that of
/// them which is nearest to another point, off every symmetry.
Eigen::VectorXd representative(const game_model& game, const Eigen::VectorXd& x, const newton_method& newton);

}  // namespace tauroa
