#pragma once

// Player 1's cost over a rectangle, in a group of a figure's file:
//     f float64 [up, across], with one coordinate for each axis, named as the variables
//     variable, player, period;  equilibria/{point, location, kind, tau_star, windows_by}

#include "output/hdf5.hpp"
#include "output/map_file.hpp"

namespace tauroa {

inline constexpr std::int32_t surface_schema_version = 1;

struct surface_tables {
    std::string game, parameters;  ///< parameters: a JSON object, name to value
    std::vector<std::string> variables;
    std::vector<std::uint8_t> player;  ///< [variable]: 1 or 2
    std::vector<double> period;        ///< [variable]: 0 for none
    map_axis across, up;
    std::vector<double> f;      ///< [up, across]
    map_equilibria equilibria;  ///< whatever tau
};

/// Writes everything into a group, its attributes included.
void write_surface(hid_t in, const surface_tables& t);

}  // namespace tauroa
