#pragma once

// The group /certificates of a sweep's file.

#include "output/hdf5.hpp"
#include "output/map_file.hpp"

namespace tauroa {

/// Writes it; tau and variable: the scales at the file's root.
void write_certificates(hid_t file, const map_description& about, const hdf5::handle& tau,
                        const hdf5::handle& variable);

/// Reads it. Throws failure where it cannot be read, or does not fit the taus, variables and points that were read before.
map_certificates read_certificates(hid_t file, const map_description& about);

}  // namespace tauroa
