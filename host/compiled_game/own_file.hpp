#pragma once

// Files that only this user can have written: code is loaded from no other.

#include <string>

namespace tauroa {

/// Whether the folder, or file, is there, is no link, belongs to this user and can be written by nobody else.
bool is_own_folder(const std::string& path);
bool is_own_file(const std::string& path);

/// All bytes of a file; empty where it cannot be read.
std::string bytes_of(const std::string& path);

/// Writes a file. Throws failure where that does not work.
void write_bytes(const std::string& path, const std::string& bytes);

}  // namespace tauroa
