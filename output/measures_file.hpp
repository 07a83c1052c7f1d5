#pragma once

#include <hdf5.h>

#include <functional>

#include "output/measures/map_measures.hpp"

namespace tauroa {

/// Computes the measures of a file's finished /label and /iterations, which are read part by part, and writes them to
/// its group /measures. `pause` is called before each part; it may throw.
void write_measures(hid_t file, const map_description& about, const std::function<void()>& pause);

/// Reads that group. Throws failure where its tables do not fit the description.
map_measures read_measures(hid_t file, const map_description& about);

}  // namespace tauroa
