#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "output/map_reader.hpp"

namespace tauroa::cli {

/// What `info` tells of a point's basin at the tau with this index, after its share; empty for an empty basin.
std::string basin_report(const map_summary& s, std::size_t tau, std::size_t point);

/// A line on the boundaries at the tau with this index; empty where the map is too small for it.
std::string boundary_report(const map_summary& s, std::size_t tau);

/// What the numbers of the two above are, for beneath them.
std::string measures_legend();

/// All of /measures; null for what is not defined, or infinite.
nlohmann::ordered_json measures_as_json(const map_summary& s);

}  // namespace tauroa::cli
