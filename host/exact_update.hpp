#pragma once

// A game's update in exact arithmetic, as far as proofs about it need it: what a step adds, known to relative accuracy.

#include "host/enclosure.hpp"

namespace tauroa {

/// The exact update F of a game.
struct exact_update {
    const game_enclosure* game;
    const game_info* info;
    update_rule rule;

    /// F(x) - x [n] for every x in the box.
    [[nodiscard]] box movement(const box& x) const;
    /// DF(x) - I [n, n] for every x in the box.
    [[nodiscard]] interval_matrix slope(const box& x) const;
};

}  // namespace tauroa
