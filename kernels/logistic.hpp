#pragma once

// The logistic function and its integral, the softplus, for every scalar type with the bits of doubles, the same bits
// from each, overflow-safe as only e = exp(-|x|) <= 1 is formed (kernels/elementary.hpp):
//     logistic x = 1 / (1 + e^-x) = (x < 0 ? e : 1) / (1 + e)
//     softplus x = log(1 + e^x)   = max(x, 0) + log(1 + e),   log(1 + e) = 2 artanh s,   s = e / (2 + e) <= 1 / 3,
//     artanh s = s + s^3 / 3 + s^5 / 5 + ...: what is left out after s^33 is below 2^-58 of it
// Errors, u = 2^-53: e is within 3 u, relative, and each operation adds u. So logistic is within 5 u; s too, log(1 + e)
// within 8 u, softplus within 9 u.

#include "kernels/elementary.hpp"

namespace tauroa {

namespace elementary {

/// exp(-|x|).
template <made_of_bits T>
TAUROA_HD inline T exp_of_minus_magnitude(const T& x) {
    return exp_below_overflow(select(x < T(0.0), x, -x));
}

/// log(1 + e), 0 <= e <= 1.
template <made_of_bits T>
TAUROA_HD inline T log1p_of_fraction(const T& e) {
    const T s = e / (T(2.0) + e);
    return s * horner(s * s, 2.0, 2.0 / 3.0, 2.0 / 5.0, 2.0 / 7.0, 2.0 / 9.0, 2.0 / 11.0, 2.0 / 13.0,
                      2.0 / 15.0, 2.0 / 17.0, 2.0 / 19.0, 2.0 / 21.0, 2.0 / 23.0, 2.0 / 25.0, 2.0 / 27.0,
                      2.0 / 29.0, 2.0 / 31.0, 2.0 / 33.0);
}

}  // namespace elementary

/// logistic(x), within 5 u, relative; 0 below -708.39, where it would be no normal number; NaN for NaN.
template <made_of_bits T>
TAUROA_HD inline T logistic(const T& x) {
    const T e = elementary::exp_of_minus_magnitude(x);
    return select(x < T(0.0), e, T(1.0)) / (T(1.0) + e);
}

/// softplus(x), within 9 u, relative; 0 below -708.39; NaN for NaN.
template <made_of_bits T>
TAUROA_HD inline T softplus(const T& x) {
    const T rest = elementary::log1p_of_fraction(elementary::exp_of_minus_magnitude(x));
    return select(x < T(0.0), T(0.0), x) + rest;
}

}  // namespace tauroa
