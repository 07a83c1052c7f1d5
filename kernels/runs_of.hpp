#pragma once

#include "kernels/game_runs.hpp"
#include "kernels/iterate.hpp"
#include "kernels/one_by_one.hpp"

namespace tauroa {

/// What runs a game. lanes, index: see game_runs.
template <game Game>
constexpr game_runs runs_of(int index, lanes_function lanes) {
    return {index, lanes, &run_one_by_one<Game>, &run_trajectory_of<Game>, nullptr};
}

}  // namespace tauroa
