#pragma once

// Settings of Figure 8 (K.4).

#include <numbers>
#include <vector>

#include "host/claims/known_games.hpp"

namespace tauroa::claims {

inline constexpr double pi = std::numbers::pi;
inline const std::vector<double> upper_start{2.0, -1.0}, lower_start{1.9, -2.1};
inline const run fig8a{1.0, 0.001, 200'000, update_order::alternating};

}  // namespace tauroa::claims
