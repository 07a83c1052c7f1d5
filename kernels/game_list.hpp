#pragma once

// From a game's index in the list that the build made of games/ to its type, and from an update order to a
// constant.

#include <type_traits>

#include "kernels/problem.hpp"

namespace tauroa {

template <class... Games>
struct game_list {
    static constexpr int size = sizeof...(Games);
};

/// Calls f(std::type_identity<Game>{}) for the game with this index.
template <class F, class... Games>
void visit_game(game_list<Games...> /*games*/, int index, F&& f) {
    int i = 0;
    ((i++ == index ? f(std::type_identity<Games>{}) : void()), ...);
}

/// Calls f(std::integral_constant<update_order, update>{}).
template <class F>
void visit_update(update_order update, F&& f) {
    if (update == update_order::simultaneous)
        f(std::integral_constant<update_order, update_order::simultaneous>{});
    else
        f(std::integral_constant<update_order, update_order::alternating>{});
}

}  // namespace tauroa
