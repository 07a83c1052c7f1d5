#pragma once

// The rate of convergence of a trajectory, as measured: the factor r by which its distance to where it ends falls per
// step, in the geometric mean. Near the end the distance goes like c r^k, times a bounded oscillation where eigenvalues are
// complex, so log r is the slope of the least-squares line through (k, log distance) over the last stretch
// on which rounding is not seen yet:
//     from the first state after which the distance stays at or below 1e-3 of that of the start,
//     to the last state before the distance first falls below 1e-10 of it, or below 1e-12 of the game's scale.
// Many turns of the oscillation lie between these wherever it matters, and the line evens them out.

#include <cstdint>
#include <vector>

namespace tauroa {

/// step, distance: [row]. scale: of the game. NaN where the stretch has fewer than 8 states, or the distance falls by less than
/// a factor of 10 along it: nothing can be told from so little.
double measured_rate(const std::vector<std::uint64_t>& step, const std::vector<double>& distance,
                     double scale);

}  // namespace tauroa
