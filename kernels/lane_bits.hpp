#pragma once

// A pack's lanes as the bits of a mask.

#include <cstdint>

#include "kernels/host_device.hpp"

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

}  // namespace tauroa
