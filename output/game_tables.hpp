#pragma once

// What files of several kinds hold: the game's variables, its critical points, its field, and who computed the file.

#include <string>
#include <vector>

#include "output/hdf5.hpp"
#include "output/map_file.hpp"

namespace tauroa {

/// The attributes with which every file, and every group laid out like one, begins.
void write_heading(hid_t in, const std::string& kind_of_file, std::int32_t schema_version,
                   const std::string& game, const std::string& parameters);

/// CF's description of a code: its values and, word by word, what they mean.
template <class T>
void describe_flags(const hdf5::handle& dataset, const std::vector<T>& values,
                    const std::vector<std::string>& meanings);

/// The words of a dataset's flag_meanings.
std::vector<std::string> read_meanings(hid_t in, const std::string& dataset);

/// `variable` [n], the scale that is returned, and along it `player` and `period`.
hdf5::handle write_variables(hid_t in, const std::vector<std::string>& names,
                             const std::vector<std::uint8_t>& player, const std::vector<double>& period);

/// What a group `equilibria` holds whatever tau; returns `point`, the scale along the points.
hdf5::handle write_points(hid_t in, const map_equilibria& e, const hdf5::handle& variable);

/// The group `equilibria`; tau and variable: scales in the group that it is made in.
void write_equilibria(hid_t in, const map_equilibria& e, const hdf5::handle& tau,
                      const hdf5::handle& variable);

/// The group `field`: g on a coarse grid.
void write_field(hid_t in, const map_field& field, const hdf5::handle& variable);

/// The group /provenance.
void write_provenance(hid_t file, const map_provenance& by);
map_provenance read_provenance(hid_t file);

}  // namespace tauroa
