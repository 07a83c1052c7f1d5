#pragma once

// A game's C++ header, of kernels/game.hpp's concept: tauroa::games::text, its cost as written, its gradient from
// host/text_game/gradient.hpp, and terms where functions of one player's variables alone are needed. No text of the file
// is in it: names are indices, numbers hexadecimal, everything else stands in this program.

#include <string>

#include "host/text_game/game_file.hpp"

namespace tauroa::text_game {

/// The definition alone. Throws user_error where the gradient would be larger than a game may be.
std::string definition_of(const text_game& game);

/// The same as a header, with what it includes.
std::string header_of(const text_game& game);

}  // namespace tauroa::text_game
