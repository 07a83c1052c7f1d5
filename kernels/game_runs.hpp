#pragma once

// What runs a game: functions compiled for its type, behind plain pointers, so that a game compiled later, from text,
// runs as the program's own do.

#include <cstdint>

#include "kernels/lanes_function.hpp"

namespace tauroa {

struct progress;

/// What a game's kernels are compiled from for a GPU when it is known at run time only (kernels/cuda_text_game.hpp): CUDA
/// C++, complete, in which the game is tauroa::games::text; and how many parameters that has.
struct device_source {
    const char* text;
    int parameters;
};

struct game_runs {
    int index;             ///< in all_games, by which other files' code is chosen; -1: none of these
    lanes_function lanes;  ///< of the instruction set that is used here; null: that of `index`

    /// Every start of the block, one after the other.
    void (*one_by_one)(const problem&, const start_block&, const results&, progress&);

    /// See run_trajectory (kernels/trajectory.hpp).
    void (*trajectory)(const problem&, const double* start, std::uint64_t every, double* to,
                       const progress* told);

    const device_source* on_device;  ///< null: the GPU's kernels are those of `index`, or there are none
};

/// Of the game with this index in all_games.
const game_runs& built_in_runs(int index);

}  // namespace tauroa
