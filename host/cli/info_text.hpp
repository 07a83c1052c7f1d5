#pragma once

// What `info` says of every kind of file.

#include <nlohmann/json.hpp>
#include <string>

#include "output/map_file.hpp"

namespace tauroa::cli {

/// Throws failure where the file's content does not have its digest.
void verify_digest(const std::string& path, const std::string& digest);

/// Of a game that was made from text: that the file at `path` holds it; in JSON, the text. Nothing of others.
void print_game_text(const std::string& text, const std::string& path);
void add_game_text(nlohmann::ordered_json& to, const std::string& text);

/// Who computed it, remarks and digest, on standard output.
void print_provenance(const map_provenance& by, const std::string& digest);
nlohmann::ordered_json provenance_as_json(const map_provenance& by);

/// Of an attribute that holds one. Throws user_error where it is none.
nlohmann::ordered_json object_of(const std::string& text);

}  // namespace tauroa::cli
