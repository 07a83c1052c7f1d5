#pragma once

// ln for every scalar type, the same bits from each and on every machine, which the C library's are not:
//     x = 2^e m,  m in [sqrt(1/2), sqrt 2),    ln x = e ln 2 + 2 artanh s,    s = (m - 1) / (m + 1),
//     artanh s = s + s^3 / 3 + s^5 / 5 + ...: s^2 < 0.0295, and what is left out after s^23 is below 2^-60 of it
// Within 3 units in the last place, measured (tests/logarithm_test.cpp); ln 1 is 0. Relative error, u = 2^-53: m - 1 is
// exact, so that s is within 2 u and 2 artanh s within 4.2 u; with e it is at most 0.35, half of |e ln 2|, which is within
// 2 u, and their sum is at least the other half: 4 u + 4.2 u + u, below 10 u.

#include "kernels/elementary.hpp"
#include "kernels/words.hpp"

namespace tauroa {

namespace detail {
/// sum of z^k / (2 k + 1), k = first ... last, divided by z^first.
template <int first, int last, class T>
TAUROA_HD inline T artanh_series(const T& z) {
    if constexpr (first == last)
        return T(1.0 / (2 * last + 1));
    else
        return artanh_series<first + 1, last>(z) * z + T(1.0 / (2 * first + 1));
}
}  // namespace detail

/// ln x, for normal x > 0.
template <class T>
TAUROA_HD inline T portable_log(const T& x) {
    constexpr int last_term = 11;
    constexpr double ln2 = 0x1.62e42fefa39efp-1;
    constexpr std::uint64_t bits_of_root_of_half = 0x3fe6a09e667f3bcdU, bias = 1024;
    using word = words_t<T>;
    // Above sqrt(1/2) in the bits: e, with a bias that keeps it positive, and the mantissa's distance from the root's.
    const word above = bits_of(x) - word(bits_of_root_of_half) + word(bias << 52U);
    const word biased_e = above >> 52;
    const T m = real_with(bits_of(x) - (biased_e << 52) + word(bias << 52U));
    const T e = number_of<T>(biased_e) - T(static_cast<double>(bias));
    const T s = (m - T(1.0)) / (m + T(1.0));
    return e * T(ln2) + T(2.0) * s * detail::artanh_series<0, last_term>(s * s);
}

/// ln x, within 10 u, relative; -infinity for 0; NaN below 0 and for NaN.
template <made_of_bits T>
TAUROA_HD inline T log(const T& x) {
    constexpr double least_normal = 0x1p-1022, largest = 0x1.fffffffffffffp1023, lift = 0x1p54,
                     log_of_lift = 54 * 0x1.62e42fefa39efp-1;
    constexpr double nan = __builtin_nan(""), infinity = __builtin_huge_val();
    const auto is_tiny = x < T(least_normal);
    const T y = portable_log(select(is_tiny, x * T(lift), x)) - select(is_tiny, T(log_of_lift), T(0.0));
    const T of_positive = select(x <= T(largest), y, T(infinity));
    const T of_others = select(both(x <= T(0.0), T(0.0) <= x), T(-infinity), T(nan));
    return select(T(0.0) < x, of_positive, of_others);
}

}  // namespace tauroa
