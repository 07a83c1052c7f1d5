#pragma once

// Trajectories of tau-GDA from given starts, and where they end.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "host/game_model.hpp"
#include "host/grid.hpp"
#include "host/theory.hpp"
#include "kernels/backend.hpp"

namespace tauroa {

struct trajectory_request {
    game_choice game;
    named_values parameters;                  ///< those given; the others are at their defaults
    std::vector<std::vector<double>> starts;  ///< [start][n], variables in the game's order; may repeat
    std::vector<double> tau;                  ///< ascending
    double gamma = 0.0;
    update_order update = update_order::simultaneous;
    std::uint32_t steps = 0;  ///< the horizon K
    std::uint64_t every = 1;  ///< of x_0 ... x_K, every so many are kept
    double tolerance = 1e-3;  ///< a trajectory has ended at a critical point within this distance
    std::vector<axis>
        region{};  ///< of streamlines, of two variables; empty: where the trajectories lie, and around

    [[nodiscard]] std::uint64_t rows() const { return 1 + steps / every; }
};

/// Numbers x that one computation keeps at most: 2 GiB, in memory and in the file.
inline constexpr std::uint64_t most_trajectory_values = std::uint64_t{1} << 28U;

/// The request with every part checked against the game, no -0. Throws user_error, naming what is wrong and what would be
/// accepted.
trajectory_request completed(trajectory_request request);

/// How one trajectory ended, as seen at the last state kept. Rates are factors per step; NaN where it ended at no critical point.
struct trajectory_end {
    std::int16_t label =
        -1;  ///< the critical point within the tolerance, -1 none, -2 diverged (outcome_code)
    std::int16_t nearest = -1;  ///< the critical point nearest to the last state; -1: none known, or diverged
    double distance;            ///< of the last state to `nearest`, modulo periods; NaN without one
    double rate_measured;       ///< host/convergence.hpp
    double rate_spectral;       ///< spectral radius of the update's linearisation at `label`
    double rate_theorem_4;      ///< host/local_rate.hpp, as stated; NaN for the alternating update, too
    double rate_mended;         ///< with beta of the slowest eigenvalue
};

struct trajectories {
    trajectory_request request;  ///< completed
    std::unique_ptr<game_model> game;
    std::vector<equilibrium> points;
    std::vector<std::vector<equilibrium_at>> at;  ///< [tau][point]
    std::vector<std::uint64_t> step;              ///< [row]: 0, every, 2 every, ...
    std::vector<double> x;                        ///< [tau][start][row][n]; NaN after divergence
    std::vector<trajectory_end> ends;             ///< [tau][start]

    /// The states of one trajectory, [row][n].
    [[nodiscard]] const double* at_row(std::size_t tau, std::size_t start, std::size_t row) const {
        const std::size_t n = request.starts[0].size();
        return x.data() + ((tau * request.starts.size() + start) * step.size() + row) * n;
    }
};

/// Completes the request and computes it. Told to stop, it comes back with something worth nothing.
trajectories run_trajectories(trajectory_request request, const progress& told);

}  // namespace tauroa
