#pragma once

// Trajectories in a file, at its root or, in a figure's file, in a group (INTERFACE.md; the README describes it for users):
//     x float64 [tau, start, step, variable]: NaN after divergence
//     tau, start, step uint64, variable, player, period;  equilibria, field: as in a map's file
//     end int16, distance, rate_measured, rate_spectral, rate_theorem_4, rate_mended float64 [tau, start]: how each ended

#include <functional>

#include "output/hdf5.hpp"
#include "output/map_file.hpp"

namespace tauroa {

inline constexpr std::int32_t trajectory_schema_version = 1;

struct trajectory_tables {
    std::string game, update, parameters;  ///< parameters: a JSON object, name to value
    std::string game_text;                 ///< of a game that was made from it; else empty
    double gamma = 0.0, tolerance = 0.0;
    std::uint64_t steps = 0, every = 1;
    std::vector<std::string> variables;
    std::vector<std::uint8_t> player;  ///< [variable]: 1 or 2
    std::vector<double> period;        ///< [variable]: 0 for none
    std::vector<double> tau;
    std::size_t starts = 0;
    std::vector<std::uint64_t> step;
    std::vector<double> x;  ///< [tau, start, step, variable]
    map_equilibria equilibria;
    std::vector<std::int16_t> end;  ///< [tau, start]: index of a critical point, -1, -2
    std::vector<double> distance, rate_measured, rate_spectral, rate_theorem_4,
        rate_mended;                 ///< [tau, start]
    std::optional<map_field> field;  ///< of games of two variables
};

/// Writes everything into a file's root or a group, its attributes included. `pause` is called before each trajectory; it may throw.
void write_trajectories(hid_t in, const trajectory_tables& t, const std::function<void()>& pause);

/// Reads it, with of x only the starts, x_0 at the first tau, [start, variable], of step only the last; no field. Throws failure where tables are missing or do not fit each
/// other.
trajectory_tables read_trajectories(hid_t in);

}  // namespace tauroa
