#pragma once

#include "kernels/host_device.hpp"

namespace tauroa {

/// n values of a scalar type: a joint strategy x = (x1, x2), a gradient, or a game's parameters.
template <class T, int n>
// NOLINTNEXTLINE(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp): copying the array has a hidden name
struct point {
    T at[n + (n == 0 ? 1 : 0)];
    TAUROA_HD T& operator[](int i) { return at[i]; }
    TAUROA_HD const T& operator[](int i) const { return at[i]; }
};

}  // namespace tauroa
