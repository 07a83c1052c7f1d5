#pragma once

// A game and its update in interval arithmetic, chosen at run time: what proofs are made of. Boxes and results are
// enclosures of the computed iteration and of exact arithmetic alike (host/interval.hpp).

#include <memory>
#include <vector>

#include "host/game_model.hpp"
#include "host/interval.hpp"
#include "host/update_rule.hpp"

namespace tauroa {

/// A product of intervals [n].
using box = std::vector<interval>;
/// A matrix of intervals [n][n].
using interval_matrix = std::vector<box>;

class game_enclosure {
  public:
    game_enclosure() = default;
    game_enclosure(const game_enclosure&) = delete;
    game_enclosure& operator=(const game_enclosure&) = delete;
    game_enclosure(game_enclosure&&) = delete;
    game_enclosure& operator=(game_enclosure&&) = delete;
    virtual ~game_enclosure() = default;

    /// g(x) [n], as the step computes it.
    [[nodiscard]] virtual box gradient(const box& x) const = 0;
    /// Dg(x) [n, n], of exact arithmetic.
    [[nodiscard]] virtual interval_matrix jacobian(const box& x) const = 0;
    /// D^2 g(x) along the columns of w [n, n]: [i][b, c] is sum over j, k of D^2 g_i,jk w_jb w_kc, of exact arithmetic.
    [[nodiscard]] virtual std::vector<interval_matrix> second_derivative(const box& x,
                                                                         const interval_matrix& w) const = 0;
    /// The update's derivative DF(x) [n, n], of exact arithmetic; on a circle, of the update on the line around it.
    [[nodiscard]] virtual interval_matrix update_jacobian(const update_rule& rule, const box& x) const = 0;
    /// How far one computed step, turn back into the period included, can be from F(x), exactly computed, in any
    /// coordinate.
    [[nodiscard]] virtual double update_rounding(const update_rule& rule, const box& x) const = 0;
};

/// The enclosure of a game at its parameters; null of one whose number of variables depends on them.
std::unique_ptr<game_enclosure> enclosure_of(const game_model& game);

}  // namespace tauroa
