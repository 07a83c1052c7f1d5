#pragma once

// ln for every scalar type, the same bits from each and on every machine, which the C library's are not:
//     x = 2^e m,  m in [sqrt(1/2), sqrt 2),    ln x = e ln 2 + 2 artanh s,    s = (m - 1) / (m + 1),
//     artanh s = s + s^3 / 3 + s^5 / 5 + ...: s^2 < 0.0295, and what is left out after s^23 is below 2^-60 of it
// Within 3 units in the last place, measured (tests/logarithm_test.cpp); ln 1 is 0.

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

}  // namespace tauroa
