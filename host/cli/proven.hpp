#pragma once

// What `info` says of a file's proofs.

#include <nlohmann/json.hpp>

#include "output/map_file.hpp"

namespace tauroa::cli {

/// A line for each tau, on standard output.
void print_proven(const map_description& d);

/// The half-spaces from which no start arrives: [{tau, what, variable, side, bound}].
nlohmann::ordered_json half_spaces_as_json(const map_description& d);

/// How often arrivals are looked for: [{tau, every, watch: [{point, distance}]}].
nlohmann::ordered_json arrival_tests_as_json(const map_description& d);

/// The ellipsoids of capture, every level once: [{tau, point, shape, levels: [{level, rate, steps}]}].
nlohmann::ordered_json capture_as_json(const map_description& d);

}  // namespace tauroa::cli
