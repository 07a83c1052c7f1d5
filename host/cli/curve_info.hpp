#pragma once

#include "host/cli/options.hpp"

namespace tauroa::cli {

/// What `info` says of files of trajectories and of spectra. They throw as run_info does.
void info_of_trajectories(const info_options& o);
void info_of_spectrum(const info_options& o);

}  // namespace tauroa::cli
