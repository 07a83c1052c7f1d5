#include "host/text_game/dependence.hpp"

namespace tauroa::text_game {

std::vector<std::uint8_t> dependence_of(const graph& g, int n1) {
    std::vector<std::uint8_t> of(static_cast<std::size_t>(g.size()), 0);
    for (node i = 0; i < g.size(); ++i) {
        std::uint8_t& bits = of[static_cast<std::size_t>(i)];
        if (g[i].what == operation::variable)
            bits = g[i].left < n1 ? dependence::player1 : dependence::player2;
        if (g[i].what == operation::parameter) bits = dependence::parameters;
        for_each_argument(g[i], [&](node a) { bits |= of[static_cast<std::size_t>(a)]; });
    }
    return of;
}

std::vector<bool> needed_for(const graph& g, const std::vector<node>& roots, const std::vector<bool>& kept) {
    std::vector<bool> needed(static_cast<std::size_t>(g.size()), false);
    for (const node root : roots) needed[static_cast<std::size_t>(root)] = true;
    for (node i = g.size() - 1; i >= 0; --i) {
        const auto at = static_cast<std::size_t>(i);
        if (!needed[at] || (!kept.empty() && kept[at])) continue;
        for_each_argument(g[i], [&](node a) { needed[static_cast<std::size_t>(a)] = true; });
    }
    return needed;
}

}  // namespace tauroa::text_game
