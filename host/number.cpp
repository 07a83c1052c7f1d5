#include "host/number.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "kernels/error.hpp"

namespace tauroa {
namespace {

std::string naming(std::string_view what, std::string_view text) {
    return std::string(what) + " " + (text.empty() ? "(empty)" : std::string(text)) + ": ";
}

}  // namespace

double parse_number(std::string_view what, std::string_view text) {
    double value = 0.0;
    const bool plus = text.size() > 1 && text[0] == '+' && text[1] != '-';
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data() + (plus ? 1 : 0), end, value);
    if (error == std::errc::result_out_of_range)
        throw user_error(naming(what, text) + "beyond double precision; use a finite number");
    if (error != std::errc() || stopped != end || !std::isfinite(value))
        throw user_error(naming(what, text) + "not a finite number");
    return value;
}

double parse_positive(std::string_view what, std::string_view text) {
    const double value = parse_number(what, text);
    if (!(value > 0.0)) throw user_error(naming(what, text) + "must be above 0");
    return value;
}

std::uint64_t parse_count(std::string_view what, std::string_view text, std::uint64_t low,
                          std::uint64_t high) {
    std::uint64_t value = 0;
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || stopped != end || value < low || value > high)
        throw user_error(naming(what, text) + "not a whole number, in digits, from " + std::to_string(low) +
                         " to " + std::to_string(high));
    return value;
}

std::pair<std::string, std::string> parse_assignment(std::string_view what, std::string_view text) {
    const auto at = text.find('=');
    if (at == std::string_view::npos || at == 0) throw user_error(naming(what, text) + "must be NAME=VALUE");
    return {std::string(text.substr(0, at)), std::string(text.substr(at + 1))};
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    for (;;) {
        const auto at = text.find(separator);
        parts.emplace_back(text.substr(0, at));
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + 1);
    }
}

std::string shortest(double x) {
    std::array<char, 32> buffer{};
    char* end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), x).ptr;
    return {buffer.data(), end};
}

double to_few_digits(double x, int digits) {
    if (!std::isnormal(x)) return x;
    int exponent = 0;
    const double significand = std::frexp(x, &exponent);  // 1/2 to 1 in absolute value
    return std::ldexp(std::trunc(std::ldexp(significand, digits)), exponent - digits);
}

}  // namespace tauroa
