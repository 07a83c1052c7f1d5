#include "host/grid.hpp"

#include <cmath>

#include "host/number.hpp"
#include "kernels/error.hpp"

namespace tauroa {

axis parse_axis(std::string_view text) {
    const std::string what = "--axis " + std::string(text) + ":";
    const auto [name, range] = parse_assignment("--axis", text);
    const auto parts = split(range, ':');
    if (parts.size() != 3) throw user_error(what + " must be NAME=LO:HI:N");
    axis a{name, parse_number(what + " LO", parts[0]), parse_number(what + " HI", parts[1]),
           parse_count(what + " N", parts[2], 2, max_axis_count)};
    if (!(a.low < a.high)) throw user_error(what + " LO must be below HI");
    if (!std::isfinite(a.high - a.low)) throw user_error(what + " HI - LO is beyond double precision");
    return a;
}

std::string to_string(const axis& a) {
    return a.name + "=" + shortest(a.low) + ":" + shortest(a.high) + ":" + std::to_string(a.count);
}

std::vector<double> linspace(double low, double high, std::uint64_t count) {
    const double spacing = (high - low) / static_cast<double>(count - 1);
    std::vector<double> at(count);
    for (std::uint64_t i = 0; i < count; ++i) at[i] = static_cast<double>(i) * spacing + low;
    at.back() = high;
    return at;
}

}  // namespace tauroa
