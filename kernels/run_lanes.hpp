#pragma once

// From a problem to the cpu backend's loop for it.

#include "kernels/game_list.hpp"
#include "kernels/lanes.hpp"
#include "kernels/lanes_function.hpp"
#include "kernels/noisy_lanes.hpp"

namespace tauroa {

/// A lanes_function for one game.
template <class Isa, game Game>
void run_lanes_of(const problem& p, const start_block& starts, const results& to, start_queue& queue) {
    visit_update(p.update, [&](auto update) {
        if (p.disturbance != nullptr)
            noisy_lanes<Isa, update(), Game>(p, starts, to, queue).run();
        else
            lanes<Isa, update(), Game>(p, starts, to, queue).run();
    });
}

}  // namespace tauroa
