#pragma once

// Player 1's cost over a rectangle, for games of two variables.

#include <memory>
#include <string>
#include <vector>

#include "host/game_model.hpp"
#include "host/grid.hpp"
#include "host/theory.hpp"

namespace tauroa {

struct surface_request {
    game_choice game;
    named_values parameters;  ///< those given; the others are at their defaults
    axis across, up;          ///< the game's two variables
};

struct surface {
    surface_request request;
    std::unique_ptr<game_model> game;
    std::vector<equilibrium> points;
    std::vector<double> across, up;  ///< coordinates
    std::vector<double> f;           ///< [up][across]: f1
};

/// Throws user_error where the axes are not the game's two variables.
surface surface_of(const surface_request& request);

}  // namespace tauroa
