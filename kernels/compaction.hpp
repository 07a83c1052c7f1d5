#pragma once

// What is counted and moved over all live starts or labels of a tile, by Thrust, for any of its execution policies: the
// cuda backend's stream, or the host's in tests.

#include <thrust/copy.h>
#include <thrust/count.h>
#include <thrust/iterator/counting_iterator.h>

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

/// How many of so many labels are this one.
template <class Policy>
std::uint64_t count_label(const Policy& policy, const std::int16_t* label, std::uint64_t count,
                          std::int16_t which) {
    return static_cast<std::uint64_t>(thrust::count(policy, label, label + count, which));
}

/// Writes the slots of the starts that go on, in their order, to to.index, and sets to.count; move_start (tile.hpp) then
/// fetches each. to has the room.
template <class Policy>
void choose_slots(const Policy& policy, const live_starts& from, live_starts& to) {
    const thrust::counting_iterator<std::uint32_t> slots(0);
    to.count = static_cast<std::uint32_t>(
        thrust::copy_if(policy, slots, slots + from.count, from.over, to.index, goes_on_after{}) - to.index);
}

}  // namespace tauroa
