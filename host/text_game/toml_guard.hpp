#pragma once

// What toml++ (to 3.3) is not to be given. Its behaviour is undefined in the first three:
// - In a line's first bracket, [ or [[, it takes for granted that a name begins there. (Lists of lists have lines of other
//   kinds, but are nothing here.)
// - Where a value of a list is expected, it takes for granted that no brace closes.
// - Where it looks for white space it has no case for U+00A1 to U+0499, U+2E9E to U+3297 and U+FA26 to U+FEFE.
// - a.a.a.a... is a table in a table for each dot, and a table's end needs stack for all in it.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tauroa::text_game {

/// A place in a text, and what was expected there.
struct defect {
    std::size_t offset;
    std::string_view expected;
};

/// The first byte that is not of UTF-8, or else the first such bracket, brace or dot outside of texts and comments.
std::optional<defect> defect_for_toml(std::string_view text);

/// UTF-8 with each character of U+0080 to U+FFFF moved to U+F0080 to U+FFFFF, which toml++ takes for no white space.
std::string moved_out(std::string_view text);

/// What was moved out, back in its place. The private-use characters that were at U+F0080 to U+FFFFF themselves come back as
/// others.
std::string moved_back(std::string_view text);

}  // namespace tauroa::text_game
