#pragma once

// Whose variables every node of a graph holds.

#include <cstdint>
#include <vector>

#include "host/text_game/graph.hpp"

namespace tauroa::text_game {

/// Bits, of all variables and parameters in an expression.
struct dependence {
    static constexpr std::uint8_t player1 = 1, player2 = 2, parameters = 4;
};

/// [nodes] n1: variables of player 1.
std::vector<std::uint8_t> dependence_of(const graph& g, int n1);

/// [nodes] Which the roots are made of, themselves included; what kept nodes are made of is left out, where nothing else
/// needs it. kept: [nodes], or empty.
std::vector<bool> needed_for(const graph& g, const std::vector<node>& roots,
                             const std::vector<bool>& kept = {});

/// Calls f with each of a node's arguments.
template <class F>
void for_each_argument(const node_value& v, F f) {
    const int count = arguments(v.what);
    if (count > 0) f(v.left);
    if (count > 1) f(v.right);
}

}  // namespace tauroa::text_game
