#pragma once

#include "host/trajectory.hpp"
#include "output/trajectory_file.hpp"

namespace tauroa::cli {

/// What a file holds of computed trajectories, which give their states away to it.
trajectory_tables describe(trajectories t);

}  // namespace tauroa::cli
