#pragma once

#include <string>
#include <vector>

#include "host/game_model.hpp"

namespace tauroa::cli {

/// A start as --start takes it: NAME=VALUE,NAME=VALUE,... or @FILE, a TOML file with NAME = VALUE for each; every variable
/// of the game once. [n], in the game's order. Throws user_error.
std::vector<double> parse_start(const game_info& info, const std::string& text);

/// The same text again, in the game's order.
std::string start_text(const game_info& info, const std::vector<double>& x);

}  // namespace tauroa::cli
