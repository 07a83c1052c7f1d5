#pragma once

// Half-spaces from which no start arrives, s x_v >= c with s = +1 or -1, proven for the computed iteration and every
// value of the other variables. Both proofs end where a start counts as diverged anyway.
// - Escape: where s g_v <= 0, player 1 or 2 moves x_v outwards or not at all: x_v' = fl(x_v - rate g_v), and rounding is
//   monotone. A half-space on all of which that holds is mapped into itself, whatever the learning rates; where it holds
//   no ball of arrival, its starts have escaped.
// - Too far: where rate |g_v| <= d on s x_v >= r, a step changes x_v by at most 2 d (x_v itself is a double, so that
//   rounding at most doubles the way). From c = r + 2 K d no start reaches s x_v < r within K steps.

#include <vector>

#include "host/enclosure.hpp"

namespace tauroa {

/// The smallest c >= 0, to a thousandth or to a millionth of the scale, for which an escape was proven; infinity where none
/// was. scale: a length of the game.
double proven_escape(const game_enclosure& game, int variables, const direction& towards, double scale);

/// A c from which starts were proven to be too far from s x_v <= nearest for so many steps; infinity where none was, by
/// looking at some 10,000 boxes.
/// rate: the learning rate of the player whose variable it is.
double proven_too_far(const game_enclosure& game, int variables, const direction& towards, double nearest,
                      double rate, std::uint32_t steps);

/// Whether every computed gradient component of the variable is, times rate, at most `limit` in absolute value wherever
/// all variables are at most ten times the bound of divergence.
bool proven_speed_limit(const game_enclosure& game, int variables, int variable, double rate, double limit);

}  // namespace tauroa
