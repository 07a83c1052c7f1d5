#pragma once

// How far a start that has arrived can get within a block of steps: what the cpu backend needs to test for arrival only
// now and then (kernels/problem.hpp, test_interval). Around a point of arrival x*, on the ball of radius R, the update
// obeys x_{k+m} - x* = A_m ... A_1 (x_k - x*) + errors, every A_i in the interval matrix [A] = DF(ball). So
//     ||x_{k+m} - x*|| <= s_m ||x_k - x*|| + e (s_0 + ... + s_{m-1}),   s_m >= ||[A]^m||,
// as long as that is below R; e bounds the rounding of a step and ||F(x*) - x*||. A start within tol at one of
// `steps` steps is at their end within the largest of these bounds for ||x_k - x*|| = tol.

#include <Eigen/Core>
#include <cstdint>

#include "host/exact_update.hpp"

namespace tauroa {

/// That largest bound; infinity where no R was found that confirms it. point: [n].
double watch_distance(const exact_update& update, const Eigen::VectorXd& point, double tolerance,
                      std::uint32_t steps);

}  // namespace tauroa
