#pragma once

#include <memory>

#include "host/game_model.hpp"
#include "host/text_game/source.hpp"

namespace tauroa {

/// The game that a text is, compiled for this processor and loaded, for as long as the program runs. Throws user_error, with
/// the place, for text that is no game and for one with the name of a game of the program; and as with_object_of does.
std::shared_ptr<const game_info> compiled_game(const text_game::source& from);

}  // namespace tauroa
