#pragma once

// Evenly spaced coordinates, as numpy.linspace computes them: low + i ((high - low) / (N - 1)), the last one
// high.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tauroa {

/// One axis of a map: N coordinates of one variable from low to high, both ends included.
struct axis {
    std::string name;
    double low = 0.0, high = 1.0;
    std::uint64_t count = 2;
    bool operator==(const axis&) const = default;
};

inline constexpr std::uint64_t max_axis_count = 1'000'000;

/// NAME=LO:HI:N. Throws user_error unless LO < HI are finite and 2 <= N <= max_axis_count.
axis parse_axis(std::string_view text);

/// NAME=LO:HI:N, reading back as the same axis.
std::string to_string(const axis& a);

/// count coordinates, count >= 2.
std::vector<double> linspace(double low, double high, std::uint64_t count);

}  // namespace tauroa
