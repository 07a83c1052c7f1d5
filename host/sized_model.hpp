#pragma once

// Games whose number of variables depends on their parameters (kernels/sized_game.hpp), as the host sees them.

#include <memory>
#include <string>
#include <vector>

#include "host/game_model.hpp"

namespace tauroa {

/// All of them at their default parameters.
std::vector<game_info> sized_game_infos();

/// The game with the given parameters; null where there is none of that name. Throws user_error as the game does.
std::unique_ptr<game_model> make_sized_game(const std::string& name, const named_values& given);

}  // namespace tauroa
