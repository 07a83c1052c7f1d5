#pragma once

// What is known of an expression's sign without looking at its variables: squares and exponentials are not negative, ...

#include <cstdint>
#include <vector>

#include "host/text_game/graph.hpp"

namespace tauroa::text_game {

enum class sign : std::uint8_t { unknown, not_negative, not_positive };

/// [nodes]
std::vector<sign> signs_of(const graph& g);

}  // namespace tauroa::text_game
