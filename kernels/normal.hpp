#pragma once

// Two independent standard normal numbers from two uniform ones, u in (0, 1] and v in [0, 1):
//     sqrt(-2 ln u) cos(2 pi v),  sqrt(-2 ln u) sin(2 pi v)    (Box and Muller, Ann. Math. Statist. 29 (1958), 610),
// with the logarithm, sine and cosine of this program, so that every backend makes the same bits.

#include "kernels/elementary.hpp"
#include "kernels/logarithm.hpp"

namespace tauroa {

template <class T>
struct two_normals {
    T first, second;
};

template <class T>
TAUROA_HD inline two_normals<T> box_muller(const T& u, const T& v) {
    constexpr double pi = 0x1.921fb54442d18p1;
    const T radius = sqrt(T(-2.0) * portable_log(u));
    const auto direction = sincos(T(2.0 * pi) * v);
    return {radius * direction.cosine, radius * direction.sine};
}

}  // namespace tauroa
