#pragma once

#include <string>
#include <vector>

#include "output/spectrum_file.hpp"
#include "output/trajectory_file.hpp"

namespace tauroa {

/// The attribute kind_of_file of a file: sweep, trajectory or spectrum. Throws user_error where it cannot be read, or is not ours.
std::string kind_of_file(const std::string& path);

/// What every such file carries beside its tables.
struct curve_file {
    std::string digest;
    map_provenance by;
    std::vector<std::string>
        groups;  ///< runs/mu_1, spectra/origin, ...: what a figure's file holds beside its root
};
struct trajectory_summary : curve_file {
    trajectory_tables about;       ///< of x only the starts (read_trajectories)
    std::string figure, requests;  ///< of a figure's file: its name, and what was asked for; else empty
};
struct spectrum_summary : curve_file {
    spectrum_tables about;
};

/// They throw user_error where the file cannot be read, is not HDF5, or is not ours.
trajectory_summary read_trajectory_summary(const std::string& path);
spectrum_summary read_spectrum_summary(const std::string& path);

}  // namespace tauroa
