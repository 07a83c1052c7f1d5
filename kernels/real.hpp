#pragma once

// What every scalar type of the kernels offers, here for double. The same set is offered by pack
// (kernels/pack.hpp, several starts at once) and, as far as a cost needs it, by dual (kernels/dual.hpp,
// automatic differentiation):
//     + - * and fma(a, b, c) = a b + c with one rounding, never contracted by the compiler;
//     <= and <, giving mask_t<T>; both(mask, mask); select(mask, a, b);
//     / where a function or a cost needs it: slower than the others, and sqrt;
//     times_two_to_the, which takes an integer k as nearest_biased gives it, and negate_if_odd, which takes its parity_of.
// Every operation is rounded once, to nearest, so that all scalar types and backends give the same bits.

#include <cmath>
#include <cstdint>

#include "kernels/host_device.hpp"

namespace tauroa {

/// The mask type of a scalar type: what its comparisons give.
template <class T>
struct mask_of {
    using type = typename T::mask;
};
template <>
struct mask_of<double> {
    using type = bool;
};
template <class T>
using mask_t = typename mask_of<T>::type;

TAUROA_HD inline double fma(double a, double b, double c) { return ::fma(a, b, c); }

/// NaN for x < 0.
TAUROA_HD inline double sqrt(double x) { return ::sqrt(x); }

TAUROA_HD inline bool both(bool a, bool b) { return a && b; }
TAUROA_HD inline double select(bool mask, double a, double b) { return mask ? a : b; }

/// 1.5 * 2^52: a number of absolute value below 2^51 added to it is rounded to an integer, which then stands
/// in the low bits of the sum.
inline constexpr double integer_bias = 0x1.8p52;

/// k + integer_bias, k the integer nearest to x * scale; x, scale: finite, |x * scale| < 2^51.
template <class T>
TAUROA_HD inline T nearest_biased(const T& x, double scale) {
    return fma(x, T(scale), T(integer_bias));
}

/// y * 2^k for k given with integer_bias; exact where y and the result are normal numbers.
TAUROA_HD inline double times_two_to_the(double y, double biased_k) {
    const auto shifted = __builtin_bit_cast(std::uint64_t, biased_k) << 52U;
    return __builtin_bit_cast(double, __builtin_bit_cast(std::uint64_t, y) + shifted);
}

/// What negate_if_odd needs to know of k, given with integer_bias: here k itself.
TAUROA_HD inline double parity_of(double biased_k) { return biased_k; }

/// (-1)^k * y for the parity_of k.
TAUROA_HD inline double negate_if_odd(double y, double biased_k) {
    const auto sign = __builtin_bit_cast(std::uint64_t, biased_k) << 63U;
    return __builtin_bit_cast(double, __builtin_bit_cast(std::uint64_t, y) ^ sign);
}

}  // namespace tauroa
