#pragma once

// What files hold of a game and its critical points.

#include <string>
#include <vector>

#include "host/grid.hpp"
#include "host/theory.hpp"
#include "output/map_file.hpp"

namespace tauroa::cli {

/// {"name": value, ...}
std::string json_object(const named_values& values);

/// Every parameter with its value.
named_values parameters_of(const game_model& game);

/// Names, players and periods of the variables, into a description that has them.
template <class Description>
void describe_variables(const game_info& info, Description& to) {
    for (int i = 0; i < info.n(); ++i) {
        const variable& v = info.variables[static_cast<std::size_t>(i)];
        to.variables.emplace_back(v.name);
        to.player.push_back(i < info.n1 ? 1 : 2);
        to.period.push_back(v.period);
    }
}

/// all: [tau][point].
map_equilibria equilibria_tables(const std::vector<equilibrium>& points,
                                 const std::vector<std::vector<equilibrium_at>>& all);

/// g on a coarse grid over the ranges of two axes, across and up (their counts are not read), every other variable as in `base` [n].
map_field field_of(const game_model& game, const std::vector<double>& base, const std::vector<axis>& axes);

}  // namespace tauroa::cli
