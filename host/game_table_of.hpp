#pragma once

#include "host/derivatives.hpp"
#include "kernels/runs_of.hpp"

namespace tauroa {

/// What the program calls of a game. index, lanes: see game_runs.
template <game Game>
constexpr game_table game_table_of(int index, lanes_function lanes) {
    using of = derivatives<Game>;
    return {runs_of<Game>(index, lanes),
            &of::cost,
            &of::gradient,
            &of::jacobian,
            &of::gradient_in,
            &of::jacobian_in,
            &of::second_derivative_in,
            &of::update_jacobian_in,
            &of::update_rounding_in};
}

}  // namespace tauroa
