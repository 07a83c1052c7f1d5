#pragma once

// A game as a TOML file:
//     name = "my-game"                      # letters, digits, - and _
//     reference = "where it is from"        # may be left out
//     [player1]                             # its variables, in this order: a window, or more
//     x = [-15, 15]
//     [player2]
//     y = { window = [-2, 2] }
//     phi = { period = "2*pi" }             # on a circle; its window, if not given: from -period/2 to period/2
//     [parameters]                          # names and their defaults; may be left out
//     mu = 0.3
//     [definitions]                         # names for expressions, each of those above it; may be left out
//     r = "x^2 + y^2"
//     [cost]
//     f = "exp(-mu*r)*cos(phi)"             # zero-sum: player 1 minimises f, player 2 maximises it;
//                                           # or f1 and f2, each its player's
// A number may be text: an expression of numbers and pi. Expressions: host/text_game/parser.hpp.

#include <optional>
#include <string>
#include <vector>

#include "host/text_game/graph.hpp"
#include "host/text_game/source.hpp"

namespace tauroa::text_game {

struct text_variable {
    std::string name;
    double low, high;
    double period = 0.0;  ///< 0: a line
};

struct text_parameter {
    std::string name;
    double value;
};

/// A game as it was read; its costs as written.
struct text_game {
    std::string name, reference;
    place name_at{1, 1};                   ///< where the name stands
    int n1 = 0;                            ///< variables of player 1, the first ones
    std::vector<text_variable> variables;  ///< [n1 + n2]
    std::vector<text_parameter> parameters;
    graph expressions;
    node cost1 = -1;
    std::optional<node> cost2;  ///< none: zero-sum
    std::string costs_at;       ///< where they stand, for messages: "PATH: line L, column C"
};

/// The game in the source. Throws user_error, "PATH: line L, column C: what was expected, what was found", for everything
/// that is not a game.
text_game game_of(const source& from);

}  // namespace tauroa::text_game
