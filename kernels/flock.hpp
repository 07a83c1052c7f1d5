#pragma once

// Starts under way in one thread, for the cpu backend: lane by lane, those in use first, so that few starts need few
// vectors.

#include <cstdint>

#include "kernels/point.hpp"

namespace tauroa {

/// Room for `capacity` starts of n variables.
template <int n, int capacity>
struct flock {
    alignas(64) double x[n][capacity] = {};  ///< x_k
    std::uint64_t start[capacity] = {};      ///< which start of the block
    std::uint32_t k[capacity] = {};
    std::uint32_t free_until[capacity] = {};  ///< it arrives at no step up to this one, for certain
    int count = 0;                            ///< lanes in use

    [[nodiscard]] point<double, n> at(int lane) const {
        point<double, n> p;
        for (int i = 0; i < n; ++i) p[i] = x[i][lane];
        return p;
    }
    void add(const point<double, n>& from, std::uint64_t which, std::uint32_t step, std::uint32_t until = 0) {
        for (int i = 0; i < n; ++i) x[i][count] = from[i];
        start[count] = which;
        free_until[count] = until;
        k[count++] = step;
    }
    /// The last lane takes the place of this one.
    void remove(int lane) {
        --count;
        for (int i = 0; i < n; ++i) x[i][lane] = x[i][count];
        start[lane] = start[count];
        k[lane] = k[count];
        free_until[lane] = free_until[count];
    }
};

}  // namespace tauroa
