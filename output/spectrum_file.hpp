#pragma once

// Eigenvalues of J_tau at one critical point along tau, in a file's root or, in a figure's file, in a group:
//     eigenvalue_real, eigenvalue_imag float64 [tau, eigenvalue]: by real, then imaginary part
//     path uint32 [tau, eigenvalue]: on which of the n continuous paths each lies
//     location float64 [variable];  variable, player, period
//     real_at float64 [real_at], becomes_real uint8 [real_at]: where a pair becomes real, or complex, for rising tau
//     window float64 [number, side]: the stability windows, low and high

#include "output/hdf5.hpp"
#include "output/map_file.hpp"

namespace tauroa {

inline constexpr std::int32_t spectrum_schema_version = 1;

struct spectrum_tables {
    std::string game, parameters, kind, windows_by;  ///< parameters: a JSON object, name to value
    std::string game_text;                           ///< of a game that was made from it; else empty
    std::uint64_t point = 0;                         ///< index of the critical point
    double tau_star = 0.0;                           ///< NaN where not defined
    std::vector<std::string> variables;
    std::vector<std::uint8_t> player;  ///< [variable]: 1 or 2
    std::vector<double> period;        ///< [variable]: 0 for none
    std::vector<double> location;      ///< [variable]
    std::vector<double> tau;
    std::vector<double> real, imaginary;  ///< [tau, eigenvalue]
    std::vector<std::uint32_t> path;      ///< [tau, eigenvalue]
    bool onsets_known = true;             ///< whether real_at was looked for
    std::vector<double> real_at;
    std::vector<std::uint8_t> becomes_real;  ///< [real_at]; else complex
    std::vector<double> window;              ///< [number, 2]; infinite where without end
};

/// Writes everything into a file's root or a group, its attributes included.
void write_spectrum(hid_t in, const spectrum_tables& t);

/// Reads it. Throws failure where tables are missing or do not fit each other.
spectrum_tables read_spectrum(hid_t in);

}  // namespace tauroa
