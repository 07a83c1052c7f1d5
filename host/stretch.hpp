#pragma once

// How far a start that has arrived can get within a block of steps: what the cpu backend needs to test for arrival only
// now and then (kernels/problem.hpp, test_interval). Around a point of arrival x*, on the ball of radius R, the update
// obeys x_{k+m} - x* = A_m ... A_1 (x_k - x*) + errors, every A_i in the interval matrix [A] = DF(ball). So
//     ||x_{k+m} - x*|| <= s_m ||x_k - x*|| + e (s_0 + ... + s_{m-1}),   s_m >= ||[A]^m||,
// as long as that is below R; e bounds the rounding of a step and ||F(x*) - x*||. A start within tol at one of
// `steps` steps is at their end within the largest of these bounds for ||x_k - x*|| = tol.
//
// And how near a start can come that goes nearly straight: of its movements m_k = x_{k+1} - x_k and their changes
// c_k = m_{k+1} - m_k, by m_{k+1} = A_{k+1} m_k + errors, with w >= ||A - A'|| for all A, A' in [A],
//     ||m_k|| <= s_k ||m_0|| + 2 e (s_0 + ... + s_{k-1}),
//     ||c_k|| <= s_k ||c_0|| + sum over i < k of s_{k-1-i} (w ||m_i|| + 4 e),
//     ||x_k - (x_0 + k m_0)|| <= sum over l < i < k of ||c_l|| <= alpha ||c_0|| + beta ||m_0|| + eta.
// So it comes no nearer than the straight way less that. Squared, by (a + b)^2 <= (1 + r) a^2 + (1 + 1/r) b^2, for
// kernels/problem.hpp, passage.

#include <Eigen/Core>
#include <array>
#include <cstdint>

#include "host/exact_update.hpp"
#include "kernels/problem.hpp"

namespace tauroa {

/// That largest bound; infinity where no R was found that confirms it. point: [n].
double watch_distance(const exact_update& update, const Eigen::VectorXd& point, double tolerance,
                      std::uint32_t steps);

using passages_by_length = std::array<passage, passage_lengths>;

/// Who passes by within one, two, four times so many steps, staying within the ball of this radius, which must hold no start
/// that arrived at another point; nobody, where that cannot be proven.
passages_by_length passages_by(const exact_update& update, const Eigen::VectorXd& point, double tolerance,
                               std::uint32_t steps, double radius);

}  // namespace tauroa
