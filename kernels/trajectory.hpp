#pragma once

#include "kernels/backend.hpp"

namespace tauroa {

/// Iterates one start, by the step of every backend (kernels/step.hpp), whether or not it arrives, and writes x_0, x_every,
/// x_2every, ... as long as k <= p.steps; every >= 1. start: [n]. to: [1 + p.steps / every][n]; NaN from the first step on
/// at which a coordinate is not finite or beyond divergence_bound. Of p, tolerance, points and proofs are not read. Told to
/// stop, it comes back with some of `to` filled.
void run_trajectory(const problem& p, const double* start, std::uint64_t every, double* to,
                    const progress* told = nullptr);

}  // namespace tauroa
