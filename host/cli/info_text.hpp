#pragma once

// What `info` says of every kind of file.

#include <nlohmann/json.hpp>
#include <string>

#include "output/map_file.hpp"

namespace tauroa::cli {

/// Throws failure where the file's content does not have its digest.
void verify_digest(const std::string& path, const std::string& digest);

/// Who computed it, remarks and digest, on standard output.
void print_provenance(const map_provenance& by, const std::string& digest);
nlohmann::ordered_json provenance_as_json(const map_provenance& by);

/// Of an attribute that holds one. Throws user_error where it is none.
nlohmann::ordered_json object_of(const std::string& text);

}  // namespace tauroa::cli
