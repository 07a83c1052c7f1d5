#pragma once

// How large a game may be, so that no file exhausts memory, the stack, or a compiler's patience.

#include <cstddef>
#include <stdexcept>

namespace tauroa::text_game {

inline constexpr int most_nodes = 20000;     ///< of one graph
inline constexpr int deepest_nesting = 100;  ///< parentheses, signs and powers within each other
inline constexpr int highest_power = 100;
inline constexpr std::size_t longest_name = 64, longest_reference = 400, longest_line = 4000;
inline constexpr std::size_t most_variables = 32, most_parameters = 64, most_definitions = 1000;

/// A graph would be larger than most_nodes. Whoever knows the place in the file makes a user_error of it.
struct too_large : std::length_error {
    too_large() : std::length_error("more operations than a game may have") {}
};

}  // namespace tauroa::text_game
