#pragma once

// How critical points and sets of tau are written by the commands that print them.

#include <Eigen/Core>
#include <nlohmann/json.hpp>
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

/// (10.572164, -8.951739); of more than 8 coordinates the first 4.
std::string text_of(const Eigen::VectorXd& x);

/// The same within some 35 characters: fewer decimals of more than two coordinates, and of more than four only the first two
/// and the last.
std::string short_text_of(const Eigen::VectorXd& x);

/// `tau in (1, 2) and (5, inf)`, or `no tau`.
std::string text_of(const std::vector<tau_window>& windows);

}  // namespace tauroa::cli
