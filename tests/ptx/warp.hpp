#pragma once

// What the lanes of a warp compute from each other's values.

#include "tests/ptx/thread.hpp"

namespace ptx {

/// Bit i: whether predicate holds in lane i of the mask.
inline std::uint32_t ballot(thread& self, std::uint32_t mask, bool predicate) {
    const auto all = self.exchange(mask, predicate ? 1 : 0);
    std::uint32_t result = 0;
    for (unsigned lane = 0; lane < warp_size; ++lane) result |= static_cast<std::uint32_t>(all[lane]) << lane;
    return result;
}

enum class shuffle_kind : std::uint8_t { up, down, bfly, idx };

struct shuffled {
    std::uint32_t value;
    bool in_range;
};

/// shfl.sync: the value of the lane that `by` leads to, within the segment that `clamp` (bits 12:8: segment
/// mask, bits 4:0: last lane) describes; outside it, the lane's own. Reading a lane outside the mask is a fault.
inline shuffled shuffle(thread& self, shuffle_kind kind, std::uint32_t value, std::uint32_t by,
                        std::uint32_t clamp, std::uint32_t mask) {
    const auto all = self.exchange(mask, value);
    const auto lane = static_cast<int>(self.laneid), distance = static_cast<int>(by & 31U);
    const auto segment = static_cast<int>(clamp >> 8U & 31U);
    const int last = (lane & segment) | (static_cast<int>(clamp & 31U) & ~segment);
    int from = lane;
    if (kind == shuffle_kind::up) from = lane - distance;
    if (kind == shuffle_kind::down) from = lane + distance;
    if (kind == shuffle_kind::bfly) from = lane ^ distance;
    if (kind == shuffle_kind::idx) from = (lane & segment) | (distance & ~segment);
    const bool in_range = kind == shuffle_kind::up ? from >= last : from <= last;
    if (!in_range) from = lane;
    if ((mask >> static_cast<unsigned>(from) & 1U) == 0)
        self.fail("shfl.sync reads lane " + std::to_string(from) + ", which is not in the mask");
    return {static_cast<std::uint32_t>(all[static_cast<std::size_t>(from)]), in_range};
}

}  // namespace ptx
