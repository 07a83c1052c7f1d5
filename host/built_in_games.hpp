#pragma once

#include <vector>

#include "host/game_model.hpp"

namespace tauroa {

/// The games of games/ whose number of variables is known when the program is compiled.
std::vector<game_info> built_in_game_infos();

}  // namespace tauroa
