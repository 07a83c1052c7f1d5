#pragma once

// Numbers from and to text, and to fewer digits. What reads text throws user_error with `what` and the text where it is
// not what it should be.

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tauroa {

/// A finite number.
double parse_number(std::string_view what, std::string_view text);

/// A finite number above zero.
double parse_positive(std::string_view what, std::string_view text);

/// A whole number from low to high, in digits.
std::uint64_t parse_count(std::string_view what, std::string_view text, std::uint64_t low,
                          std::uint64_t high = std::numeric_limits<std::uint64_t>::max());

/// NAME=VALUE cut at the first '='.
std::pair<std::string, std::string> parse_assignment(std::string_view what, std::string_view text);

/// The parts of text between separators; one empty part for an empty text.
std::vector<std::string> split(std::string_view text, char separator);

/// The shortest text that reads back as the same number.
std::string shortest(double x);

/// x, a normal number, rounded towards 0 to so many binary digits, 1 to 53; any other x as it is.
double to_few_digits(double x, int digits);

}  // namespace tauroa
