#pragma once

// From a problem to the cpu backend's loop for it.

#include "all_games.hpp"
#include "kernels/lanes.hpp"
#include "kernels/lanes_function.hpp"
#include "kernels/noisy_lanes.hpp"

namespace tauroa {

/// A lanes_function.
template <class Isa>
void run_lanes(const problem& p, const start_block& starts, const results& to, start_queue& queue) {
    visit_game(all_games{}, p.game, [&]<class Game>(std::type_identity<Game> /*game*/) {
        visit_update(p.update, [&](auto update) {
            if (p.disturbance != nullptr)
                noisy_lanes<Isa, update(), Game>(p, starts, to, queue).run();
            else
                lanes<Isa, update(), Game>(p, starts, to, queue).run();
        });
    });
}

}  // namespace tauroa
