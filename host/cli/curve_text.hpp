#pragma once

#include <string>

#include "output/spectrum_file.hpp"
#include "output/trajectory_file.hpp"

namespace tauroa::cli {

/// The requests of trajectories and of a spectrum, as a file holds them: TOML that --config takes.
std::string request_text(const trajectory_tables& t);
std::string request_text(const spectrum_tables& t);

}  // namespace tauroa::cli
