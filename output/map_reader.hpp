#pragma once

#include <string>

#include "output/map_file.hpp"
#include "output/measures/map_measures.hpp"

namespace tauroa {

/// What `info` tells of a sweep's file: everything but the maps themselves.
struct map_summary {
    map_description about;  ///< without the field
    map_counts counts;
    std::vector<double> share_error;  ///< [tau, outcome], with noise
    map_measures measures;            ///< without
    map_provenance by;
    std::string digest;
    std::int32_t schema_version = 0;
};

/// Reads it. Throws user_error where the file cannot be read, is not HDF5, or is not ours.
map_summary read_summary(const std::string& path);

/// Whether the file's content still has the digest that it carries.
bool digest_holds(const std::string& path);

}  // namespace tauroa
