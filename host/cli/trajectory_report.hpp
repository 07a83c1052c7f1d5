#pragma once

#include "host/trajectory.hpp"

namespace tauroa::cli {

/// A line on standard output for each tau and start: where it ended, how far from there, how fast it came.
void print_ends(const trajectories& t);

}  // namespace tauroa::cli
