#pragma once

// Compiled games, kept: ${XDG_CACHE_HOME:-$HOME/.cache}/tauroa/games/KEY/ holds a game's code, its object and the object's
// digest. A folder comes there whole, by being renamed, and what is found there is used only where nobody else can have
// written it, where its code is the one asked for, and where the object is as it was made.

#include <functional>
#include <string>

#include "host/compiled_game/game_code.hpp"

namespace tauroa {

/// Calls `load` with the path of the code's object: from the cache, or compiled into it, by one process while others wait
/// for it; where the cache cannot be used, which is said on stderr, compiled in a private folder that is removed
/// afterwards. Throws as `compile` does.
void with_object_of(const game_code& code, const std::function<void(const std::string& object)>& load);

}  // namespace tauroa
