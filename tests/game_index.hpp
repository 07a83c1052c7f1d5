#pragma once

#include <string_view>

#include "all_games.hpp"
#include "kernels/game_runs.hpp"

/// The index of a game in all_games; -1 where there is none of that name.
inline int game_index(std::string_view name) {
    int found = -1;
    for (int i = 0; i < tauroa::all_games::size; ++i)
        tauroa::visit_game(tauroa::all_games{}, i, [&]<class Game>(std::type_identity<Game> /*game*/) {
            if (Game::name == name) found = i;
        });
    return found;
}
