#pragma once

// What runs a game: functions compiled for its type, behind plain pointers, so that a game compiled later, from text,
// runs as the program's own do.

#include <cstdint>

#include "kernels/lanes_function.hpp"

namespace tauroa {

struct progress;

struct game_runs {
    int index;             ///< in all_games, by which other files' code is chosen; -1: none of these
    lanes_function lanes;  ///< of the instruction set that is used here; null: that of `index`

    /// Every start of the block, one after the other.
    void (*one_by_one)(const problem&, const start_block&, const results&, progress&);

    /// See run_trajectory (kernels/trajectory.hpp).
    void (*trajectory)(const problem&, const double* start, std::uint64_t every, double* to,
                       const progress* told);
};

/// Of the game with this index in all_games.
const game_runs& built_in_runs(int index);

}  // namespace tauroa
