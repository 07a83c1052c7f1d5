#pragma once

// What `trajectory`, `spectrum` and `info` print of trajectories and spectra, as a file holds them.

#include "output/spectrum_file.hpp"
#include "output/trajectory_file.hpp"

namespace tauroa::cli {

/// `4 tau: 1,2,5,20`, or, of many, the first and the last.
std::string echo_of(const std::vector<double>& tau);

/// A line on standard output for each tau and start: where it ended, how far from there, how fast it came.
void print_ends(const trajectory_tables& t);

/// Lines on standard output: the critical point, tau*, windows, and where pairs of eigenvalues become real.
void print_spectrum(const spectrum_tables& t);

}  // namespace tauroa::cli
