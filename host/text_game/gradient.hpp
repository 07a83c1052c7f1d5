#pragma once

// g = (d f1 / d x1, d f2 / d x2), zero-sum (D1 f, -D2 f), as expressions, by the reverse mode of differentiation: from
// the cost down to its variables, the derivative by each node once, so that all partial derivatives share what they have
// in common (Griewank and Walther, "Evaluating Derivatives", 2nd ed., SIAM 2008, section 3.2):
//     bar(f) = 1,   bar(a) = sum over nodes w made of a:  bar(w) dw/da

#include <vector>

#include "host/text_game/game_file.hpp"

namespace tauroa::text_game {

struct gradient_expressions {
    graph expressions;
    std::vector<node> g;  ///< [n1 + n2]
};

/// Throws user_error naming the costs' place where its gradient would be larger than a game may be.
gradient_expressions gradient_of(const text_game& game);

}  // namespace tauroa::text_game
