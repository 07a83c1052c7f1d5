#pragma once

// sin and cos of what both players' variables are added up in, by those of each player's part:
//     sin(u + v) = sin u cos v + cos u sin v,   cos(u + v) = cos u cos v - sin u sin v
// A player's part is computed only when that player has moved (kernels/game.hpp, terms).

#include <vector>

#include "host/text_game/graph.hpp"

namespace tauroa::text_game {

/// The roots' expressions, taken apart so wherever that asks for no more angles than before; else the roots. n1: variables
/// of player 1.
std::vector<node> with_angles_apart(graph& in, const std::vector<node>& roots, int n1);

}  // namespace tauroa::text_game
