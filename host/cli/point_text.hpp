#pragma once

// How critical points and sets of tau are written by the commands that print them.

#include <Eigen/Core>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

#include "host/game_model.hpp"
#include "host/tau_windows.hpp"

namespace tauroa::cli {

/// JSON has no infinity and no NaN: null.
nlohmann::ordered_json finite(double x);

/// [[low, high], ...], null for an infinite end.
nlohmann::ordered_json to_json(const std::vector<tau_window>& windows);

/// {name: value} of every parameter.
nlohmann::ordered_json parameters_json(const game_model& game);

/// How many of a list's entries are written for people: all of at most 8, else the first 4.
inline std::size_t shown_of(std::size_t entries) { return entries <= 8 ? entries : 4; }

/// A line for each item, or for some and how many more there are.
template <class Items, class F>
void print_lines(std::ostream& to, const Items& items, F line_of) {
    const std::size_t shown = shown_of(items.size());
    for (std::size_t i = 0; i < shown; ++i) to << line_of(items[i]) << '\n';
    if (shown < items.size()) to << "and " << items.size() - shown << " more like these\n";
}

/// (10.572164, -8.951739); of more than 8 coordinates the first 4.
std::string text_of(const Eigen::VectorXd& x);

/// The same within some 35 characters: fewer decimals of more than two coordinates, and of more than four only the first two
/// and the last.
std::string short_text_of(const Eigen::VectorXd& x);

/// `tau in (1, 2) and (5, inf)`, or `no tau`.
std::string text_of(const std::vector<tau_window>& windows);

}  // namespace tauroa::cli
