#pragma once

#include "host/sweep.hpp"
#include "output/map_file.hpp"

namespace tauroa::cli {

/// The plan as the file tells it.
map_description describe(const sweep_plan& plan);

}  // namespace tauroa::cli
