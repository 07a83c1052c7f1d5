#include "host/sample.hpp"

#include <Random123/philox.h>

#include <array>
#include <cmath>

#include "host/number.hpp"
#include "kernels/error.hpp"

namespace tauroa {
namespace {

/// Of variables 2 pair and 2 pair + 1.
std::array<double, 2> uniform_pair(std::uint64_t seed, std::uint64_t start, std::uint32_t pair) {
    constexpr unsigned word = 32, dropped = 11;
    const auto lower = [](std::uint64_t x) { return static_cast<std::uint32_t>(x); };
    const auto upper = [](std::uint64_t x) { return static_cast<std::uint32_t>(x >> word); };
    const r123::Philox4x32::ctr_type counter{{lower(start), upper(start), pair, 0}};
    const r123::Philox4x32::key_type key{{lower(seed), upper(seed)}};
    const r123::Philox4x32::ctr_type bits = r123::Philox4x32()(counter, key);
    const auto to_double = [](std::uint64_t low_word, std::uint64_t high_word) {
        return static_cast<double>((high_word << word | low_word) >> dropped) * 0x1p-53;
    };
    return {to_double(bits[0], bits[1]), to_double(bits[2], bits[3])};
}

}  // namespace

variable_range parse_range(std::string_view text) {
    const std::string what = "--axis " + std::string(text) + ":";
    const auto [name, range] = parse_assignment("--axis", text);
    const auto parts = split(range, ':');
    if (parts.size() != 2) throw user_error(what + " must be NAME=LO:HI, as --sample says how many starts");
    variable_range r{name, parse_number(what + " LO", parts[0]), parse_number(what + " HI", parts[1])};
    if (!(r.low < r.high)) throw user_error(what + " LO must be below HI");
    if (!std::isfinite(r.high - r.low)) throw user_error(what + " HI - LO is beyond double precision");
    return r;
}

std::string to_string(const variable_range& r) {
    return r.name + "=" + shortest(r.low) + ":" + shortest(r.high);
}

double uniform(std::uint64_t seed, std::uint64_t start, std::uint32_t v) {
    return uniform_pair(seed, start, v / 2)[v % 2];
}

void sample_box::starts(std::uint64_t first, std::uint64_t count, double* to) const {
    const std::size_t n = low.size();
    for (std::uint64_t i = first; i < first + count; ++i)
        for (std::size_t v = 0; v < n; v += 2) {
            const std::array<double, 2> u = uniform_pair(seed, i, static_cast<std::uint32_t>(v / 2));
            for (std::size_t w = v; w < std::min(v + 2, n); ++w)
                *to++ = std::fma(u[w - v], high[w] - low[w], low[w]);
        }
}

}  // namespace tauroa
