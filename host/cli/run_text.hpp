#pragma once

// What a run is, as text: the request with everything that decides the file's content, TOML that `sweep --config` takes. A
// journal begins with it.

#include <string>

#include "host/cli/options.hpp"
#include "host/work_list.hpp"
#include "output/map_file.hpp"

namespace tauroa::cli {

/// Where the variables of a sample lie that are not fixed; none of a grid.
std::vector<variable_range> sampled_ranges(const map_description& about);

/// NAME=VALUE texts of a JSON object of numbers, as a file's attributes hold it. Throws user_error where it is none.
std::vector<std::string> assignments(const std::string& object);

/// The request of a map.
std::string request_text(const map_description& about);

/// The same with the program, the file's schema and the part of the sweep that the run computes.
std::string run_text(const map_description& about, const shard& part);

/// A run's request and part again. Throws user_error, beginning with `from`, where the text is none of run_text's, or of another
/// version.
struct run_identity {
    map_request request;
    shard part;
};
run_identity parse_run_text(const std::string& text, const std::string& from);

/// The first setting in which two such texts differ, as "gamma = 0.001, not 0.002" (of `there`, not of `here`); empty where
/// they are the same.
std::string difference(const std::string& there, const std::string& here);

/// I/N, 1 <= I <= N. Throws user_error.
shard parse_shard(const std::string& option, const std::string& text);

}  // namespace tauroa::cli
