#pragma once

// Lanes as the bits of a mask.

#include <cstdint>

#include "kernels/host_device.hpp"
#include "kernels/pack.hpp"
#include "kernels/point.hpp"

namespace tauroa {

TAUROA_HD inline std::uint64_t bit(int lane) { return std::uint64_t{1} << static_cast<unsigned>(lane); }

TAUROA_HD inline std::uint64_t first_lanes(int count) {
    return count == 64 ? ~std::uint64_t{0} : bit(count) - 1;
}

/// Calls f(lane) for every bit set, the highest first: a lane may then be removed.
template <class F>
TAUROA_HD inline void for_each_lane(std::uint64_t bits, F f) {
    while (bits != 0) {
        const int lane = 63 - __builtin_clzll(bits);
        bits ^= bit(lane);
        f(lane);
    }
}

/// Those lanes of the first `count` vectors of x where holds(x) is true; it is asked about few vectors at a time, since
/// registers are few. What is set beyond them means nothing.
template <class Isa, int count, int n, int row, class F>
std::uint64_t lanes_where(const double (&x)[n][row], F holds) {
    constexpr int some = count % 2 == 0 ? 2 : (count % 3 == 0 ? 3 : 1);
    using real = pack<Isa, some>;
    std::uint64_t bits = 0;
    for (int first = 0; first < count * Isa::width; first += real::width) {
        point<real, n> at;
        for (int i = 0; i < n; ++i) at[i] = real::load(x[i] + first);
        bits |= holds(at).bits() << static_cast<unsigned>(first);
    }
    return bits;
}

}  // namespace tauroa
