#pragma once

// Counting and compaction of live starts by Thrust, for any of its execution policies: the cuda backend's stream, or the
// host's in tests.

#include <thrust/copy.h>
#include <thrust/count.h>
#include <thrust/fill.h>

#include "kernels/tile.hpp"

namespace tauroa {

/// Whether a start goes on.
struct goes_on_after {
    TAUROA_HD bool operator()(std::uint8_t over) const { return over == 0; }
};

/// How many of the live starts have ended.
template <class Policy>
std::uint32_t count_over(const Policy& policy, const live_starts& live) {
    return static_cast<std::uint32_t>(
        thrust::count(policy, live.over, live.over + live.count, std::uint8_t{1}));
}

/// Moves the starts that go on from `from` to `to`, in their order, and sets to.count. to has the room; n: variables.
template <class Policy>
void compact(const Policy& policy, const live_starts& from, live_starts& to, int n) {
    const std::uint8_t* over = from.over;
    const auto keep = [&](const auto* values, auto* kept) {
        return thrust::copy_if(policy, values, values + from.count, over, kept, goes_on_after{}) - kept;
    };
    to.count = static_cast<std::uint32_t>(keep(from.index, to.index));
    for (int v = 0; v < n; ++v)
        keep(from.x + static_cast<std::uint64_t>(v) * from.capacity,
             to.x + static_cast<std::uint64_t>(v) * to.capacity);
    thrust::fill_n(policy, to.over, to.count, std::uint8_t{0});
}

}  // namespace tauroa
