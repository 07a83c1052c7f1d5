#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tauroa {

/// The values of `1,2,5,20`, `LO:HI:N` (evenly spaced) or `LO:HI:N:log` (evenly spaced logarithms), both ends
/// exact; ascending. Throws user_error where one is not a finite number above 0, or stands there twice.
std::vector<double> parse_tau_list(std::string_view text);

/// The values, joined by commas, each reading back as the same number.
std::string to_string(const std::vector<double>& tau);

}  // namespace tauroa
