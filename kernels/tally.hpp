#pragma once

// How many starts end with each label: labels 0 ... points - 1, then -1, -2, -3, in this order [points + 3].

#include <atomic>
#include <vector>

#include "kernels/problem.hpp"

namespace tauroa {

inline constexpr int outcomes_that_are_no_point = 3;

/// The size of a tally.
inline std::size_t tally_size(int points) {
    return static_cast<std::size_t>(points) + outcomes_that_are_no_point;
}

/// Where the label stands in a tally.
inline int tally_place(std::int16_t label, int points) { return label >= 0 ? label : points - 1 - label; }

/// The label that stands there.
inline std::int16_t tally_label(int place, int points) {
    return static_cast<std::int16_t>(place < points ? place : points - 1 - place);
}

/// Adds to the tally where one was asked for; count_of(label): how many there are. From any thread; adds nothing where
/// count_of throws.
template <class F>
void add_to_tally(const results& to, F count_of) {
    if (to.tally == nullptr) return;
    std::vector<std::uint64_t> counts;
    counts.reserve(tally_size(to.points));
    for (std::size_t i = 0; i < tally_size(to.points); ++i)
        counts.push_back(count_of(tally_label(static_cast<int>(i), to.points)));
    for (std::size_t i = 0; i < counts.size(); ++i) std::atomic_ref(to.tally[i]) += counts[i];
}

/// Adds `count` labels to the tally.
void tally(const results& to, std::uint64_t count);

}  // namespace tauroa
