#pragma once

// The lanes of every game of the program, for the instruction set that the including file is compiled for.

#include "all_games.hpp"
#include "kernels/game_runs.hpp"
#include "kernels/run_lanes.hpp"

namespace tauroa {

/// A lanes_function.
template <class Isa>
void run_lanes(const problem& p, const start_block& starts, const results& to, start_queue& queue) {
    visit_game(all_games{}, p.game->index, [&]<class Game>(std::type_identity<Game> /*game*/) {
        run_lanes_of<Isa, Game>(p, starts, to, queue);
    });
}

}  // namespace tauroa
