#pragma once

// What single PTX instructions compute, where C++ has no operator for it (PTX ISA 9.0, chapter 9.7).

#include <algorithm>
#include <bit>
#include <cmath>
#include <concepts>
#include <cstring>
#include <limits>
#include <type_traits>

#include "tests/ptx/thread.hpp"

namespace ptx {

template <class T>
using unsigned_of = std::make_unsigned_t<T>;
template <class T>
inline constexpr std::uint32_t bits_of = 8 * sizeof(T);

/// A value as its bits or back; integers are cut off or widened where the sizes differ.
template <class To, class From>
To as(From value) {
    if constexpr (sizeof(To) == sizeof(From)) {
        return std::bit_cast<To>(value);
    } else {
        static_assert(std::integral<To> && std::integral<From>);
        return static_cast<To>(value);
    }
}

template <class T>
T load(const std::uint8_t* from) {
    T value;
    std::memcpy(&value, from, sizeof value);
    return value;
}

template <class T>
void store(std::uint8_t* to, T value) {
    std::memcpy(to, &value, sizeof value);
}

template <class T>
std::uint64_t address_of(const T* variable) {
    return reinterpret_cast<std::uintptr_t>(variable);
}

/// min and max: a number where one operand is NaN, and -0 < +0.
template <std::floating_point T>
T minimum(T a, T b) {
    if (std::isnan(a)) return b;
    if (std::isnan(b)) return a;
    return a < b || (a == b && std::signbit(a)) ? a : b;
}
template <std::floating_point T>
T maximum(T a, T b) {
    if (std::isnan(a)) return b;
    if (std::isnan(b)) return a;
    return a > b || (a == b && !std::signbit(a)) ? a : b;
}

/// cvt from a floating-point number already rounded to an integer: values beyond the range become its ends.
template <std::integral I, std::floating_point F>
I saturated(F x) {
    using limits = std::numeric_limits<I>;
    if (std::isnan(x))
        return sizeof(F) < 8 && sizeof(I) < 8 ? I(0) : static_cast<I>(unsigned_of<I>(1) << (bits_of<I> - 1));
    const double end = std::ldexp(1.0, limits::digits);
    if (static_cast<double>(x) >= end) return limits::max();
    if (static_cast<double>(x) < static_cast<double>(limits::min())) return limits::min();
    return static_cast<I>(x);
}

template <std::integral T>
T low_product(T a, T b) {
    return static_cast<T>(static_cast<std::uint64_t>(a) * static_cast<std::uint64_t>(b));
}

template <std::integral T>
T high_product(T a, T b) {
    __extension__ using wide = std::conditional_t<std::is_signed_v<T>, __int128, unsigned __int128>;
    return static_cast<T>((static_cast<wide>(a) * static_cast<wide>(b)) >> bits_of<T>);
}

/// div and rem leave the result for a divisor of 0 open; here all ones, and the dividend.
template <std::integral T>
T quotient(T a, T b) {
    if (b == 0) return static_cast<T>(-1);
    if (std::is_signed_v<T> && b == static_cast<T>(-1))
        return static_cast<T>(0 - static_cast<std::uint64_t>(a));
    return static_cast<T>(a / b);
}
template <std::integral T>
T remainder(T a, T b) {
    if (b == 0) return a;
    if (std::is_signed_v<T> && b == static_cast<T>(-1)) return 0;
    return static_cast<T>(a % b);
}

/// Shifts by the width or more leave nothing but copies of the sign.
template <std::integral T>
T shift_left(T a, std::uint32_t by) {
    return by >= bits_of<T> ? T(0) : static_cast<T>(static_cast<std::uint64_t>(a) << by);
}
template <std::integral T>
T shift_right(T a, std::uint32_t by) {
    if (by >= bits_of<T>) return a < 0 ? static_cast<T>(-1) : T(0);
    return static_cast<T>(a >> by);
}

/// shf: the upper or lower half of (high, low) shifted.
inline std::uint32_t funnel(std::uint32_t by, bool wrap) { return wrap ? by % 32U : std::min(by, 32U); }
inline std::uint32_t funnel_left(std::uint32_t low, std::uint32_t high, std::uint32_t by) {
    const std::uint64_t both = std::uint64_t{high} << 32U | low;
    return static_cast<std::uint32_t>((both << by) >> 32U);
}
inline std::uint32_t funnel_right(std::uint32_t low, std::uint32_t high, std::uint32_t by) {
    const std::uint64_t both = std::uint64_t{high} << 32U | low;
    return static_cast<std::uint32_t>(both >> by);
}

/// lop3: bit (4 a + 2 b + c) of the table, for each bit of a, b, c.
inline std::uint32_t logic_of_three(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t table) {
    std::uint32_t result = 0;
    for (std::uint32_t row = 0; row < 8; ++row)
        if ((table >> row & 1U) != 0)
            result |= ((row & 4U) != 0 ? a : ~a) & ((row & 2U) != 0 ? b : ~b) & ((row & 1U) != 0 ? c : ~c);
    return result;
}

/// prmt: four bytes chosen out of (b, a), or copies of their signs.
inline std::uint32_t permuted_bytes(std::uint32_t a, std::uint32_t b, std::uint32_t choice) {
    const std::uint64_t bytes = std::uint64_t{b} << 32U | a;
    std::uint32_t result = 0;
    for (std::uint32_t i = 0; i < 4; ++i) {
        const std::uint32_t chosen = choice >> (4 * i) & 15U;
        auto byte = static_cast<std::uint32_t>(bytes >> (8 * (chosen & 7U)) & 0xffU);
        if ((chosen & 8U) != 0) byte = (byte & 0x80U) != 0 ? 0xffU : 0U;
        result |= byte << (8 * i);
    }
    return result;
}

template <std::unsigned_integral T>
T reversed_bits(T a) {
    T result = 0;
    for (std::uint32_t i = 0; i < bits_of<T>; ++i) result = static_cast<T>(result << 1U | (a >> i & 1U));
    return result;
}

/// bfe: `length` bits from bit `first` on; beyond the highest, and above the field, its sign.
template <std::integral T>
T field_of(T a, std::uint32_t first, std::uint32_t length) {
    first &= 255U;
    length &= 255U;
    const auto bit = [a](std::uint32_t i) { return static_cast<std::uint64_t>(a) >> i & 1U; };
    const std::uint32_t top = std::min(first + length - 1, bits_of<T> - 1);
    const std::uint64_t sign = std::is_signed_v<T> && length > 0 ? bit(top) : 0;
    std::uint64_t result = 0;
    for (std::uint32_t i = 0; i < bits_of<T>; ++i)
        result |= (i < length && first + i < bits_of<T> ? bit(first + i) : sign) << i;
    return static_cast<T>(result);
}

/// bfi: `into` with `length` bits from bit `first` on replaced by the lowest of a.
template <std::integral T>
T with_field(T a, T into, std::uint32_t first, std::uint32_t length) {
    first &= 255U;
    length &= 255U;
    auto result = static_cast<std::uint64_t>(into);
    for (std::uint32_t i = 0; i < length && first + i < bits_of<T>; ++i) {
        const std::uint64_t place = std::uint64_t{1} << (first + i);
        result = (static_cast<std::uint64_t>(a) >> i & 1U) != 0 ? result | place : result & ~place;
    }
    return static_cast<T>(result);
}

/// What atom and red leave behind, given what was there.
template <class T>
T atomic_add(T old, T a) {
    if constexpr (std::floating_point<T>)
        return old + a;
    else
        return static_cast<T>(static_cast<unsigned_of<T>>(old) + static_cast<unsigned_of<T>>(a));
}
template <class T>
T atomic_exch(T /*old*/, T a) {
    return a;
}
template <class T>
T atomic_cas(T old, T expected, T a) {
    return old == expected ? a : old;
}
template <std::integral T>
T atomic_min(T old, T a) {
    return std::min(old, a);
}
template <std::integral T>
T atomic_max(T old, T a) {
    return std::max(old, a);
}
template <std::integral T>
T atomic_and(T old, T a) {
    return old & a;
}
template <std::integral T>
T atomic_or(T old, T a) {
    return old | a;
}
template <std::integral T>
T atomic_xor(T old, T a) {
    return old ^ a;
}
template <std::unsigned_integral T>
T atomic_inc(T old, T end) {
    return old >= end ? T(0) : old + 1;
}
template <std::unsigned_integral T>
T atomic_dec(T old, T end) {
    return old == 0 || old > end ? end : old - 1;
}

}  // namespace ptx
