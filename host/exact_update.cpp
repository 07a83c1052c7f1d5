#include "host/exact_update.hpp"

namespace tauroa {

box exact_update::movement(const box& x) const {
    const auto n1 = static_cast<std::size_t>(info->n1);
    const box g = game->gradient(x);
    box moved(x.size()), at_player1s = x;
    for (std::size_t i = 0; i < n1; ++i) {
        moved[i] = interval(-rule.gamma) * g[i];
        at_player1s[i] = x[i] + moved[i];
    }
    const box seen = rule.update == update_order::alternating ? game->gradient(at_player1s) : g;
    for (std::size_t i = n1; i < x.size(); ++i) moved[i] = interval(-(rule.gamma * rule.tau)) * seen[i];
    return moved;
}

interval_matrix exact_update::slope(const box& x) const {
    interval_matrix g = game->update_jacobian(rule, x);
    for (std::size_t i = 0; i < g.size(); ++i) g[i][i] = g[i][i] - 1.0;
    return g;
}

}  // namespace tauroa
