#pragma once

// The options of the commands that compute trajectories and spectra, as they were typed.

#include "host/cli/options.hpp"
#include "host/point_spectrum.hpp"
#include "host/trajectory.hpp"

namespace tauroa::cli {

struct trajectory_options {
    game_option game;
    std::optional<std::string> tau, gamma, steps;
    std::string every = "1", update = "simultaneous", tolerance = "1e-3";
    std::vector<std::string> starts, parameters;
    std::optional<std::string> config;
    run_options run;  ///< output, force and quiet

    /// The request that they make, not yet completed. Throws user_error.
    [[nodiscard]] trajectory_request request() const;
};

struct spectrum_options {
    game_option game;
    std::optional<std::string> point, tau, config;
    std::vector<std::string> parameters;
    run_options run;  ///< output, force and quiet

    /// The request that they make. Throws user_error.
    [[nodiscard]] spectrum_request request() const;
};

void run_trajectory_command(const trajectory_options& o, const invocation& by);
void run_spectrum_command(const spectrum_options& o, const invocation& by);

}  // namespace tauroa::cli
