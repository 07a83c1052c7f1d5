#pragma once

// A game that was made from text, in files of every kind: the text, in the root's attribute `game_file`; files of the
// program's own games have none.

#include <optional>
#include <string>

#include "output/hdf5.hpp"

namespace tauroa {

/// Nothing is written where the text is empty.
void write_game_text(hid_t root, const std::string& text);

/// Empty where there is none.
std::string read_game_text(hid_t root);

/// The text that a file of this program holds; nothing where the path is no HDF5 file. Throws user_error for one without.
std::optional<std::string> stored_game_text(const std::string& path);

}  // namespace tauroa
