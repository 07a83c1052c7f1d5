#pragma once

// Whole numbers of 64 bits, one for each start of a scalar type: words_t<T>, with + - & | ^ << >>, mixing with
// std::uint64_t; and the ways between the two, bit for bit, as real.hpp's operations are.

#include <cstdint>

#include "kernels/pack.hpp"

namespace tauroa {

/// The words of a pack's lanes.
template <class Isa, int vectors>
struct pack_words {
    using integers = typename Isa::integers;
    integers part[vectors];

    pack_words() = default;
    TAUROA_HD pack_words(std::uint64_t all) {  // NOLINT: numbers mix with words as with one
        for (int i = 0; i < vectors; ++i) part[i] = integers{} + all;
    }

    TAUROA_HD friend pack_words operator+(const pack_words& a, const pack_words& b) {
        return each([&](int i) { return a.part[i] + b.part[i]; });
    }
    TAUROA_HD friend pack_words operator-(const pack_words& a, const pack_words& b) {
        return each([&](int i) { return a.part[i] - b.part[i]; });
    }
    TAUROA_HD friend pack_words operator&(const pack_words& a, const pack_words& b) {
        return each([&](int i) { return a.part[i] & b.part[i]; });
    }
    TAUROA_HD friend pack_words operator|(const pack_words& a, const pack_words& b) {
        return each([&](int i) { return a.part[i] | b.part[i]; });
    }
    TAUROA_HD friend pack_words operator^(const pack_words& a, const pack_words& b) {
        return each([&](int i) { return a.part[i] ^ b.part[i]; });
    }
    TAUROA_HD friend pack_words operator<<(const pack_words& a, int bits) {
        return each([&](int i) { return a.part[i] << bits; });
    }
    TAUROA_HD friend pack_words operator>>(const pack_words& a, int bits) {
        return each([&](int i) { return a.part[i] >> bits; });
    }
    /// Of the lower 32 bits of each.
    TAUROA_HD friend pack_words product_of_low_halves(const pack_words& a, const pack_words& b) {
        return each([&](int i) { return Isa::product_of_low_halves(a.part[i], b.part[i]); });
    }

  private:
    /// The words f(0), f(1), ...
    template <class F>
    TAUROA_HD static pack_words each(F f) {
        pack_words w;
        for (int i = 0; i < vectors; ++i) w.part[i] = f(i);
        return w;
    }
};

template <class Isa, int vectors>
TAUROA_HD inline pack_words<Isa, vectors> bits_of(const pack<Isa, vectors>& x) {
    pack_words<Isa, vectors> bits;
    for (int i = 0; i < vectors; ++i) bits.part[i] = __builtin_bit_cast(typename Isa::integers, x.part[i]);
    return bits;
}
template <class Isa, int vectors>
TAUROA_HD inline pack<Isa, vectors> real_with(const pack_words<Isa, vectors>& bits) {
    pack<Isa, vectors> x;
    for (int i = 0; i < vectors; ++i) x.part[i] = __builtin_bit_cast(typename Isa::vector, bits.part[i]);
    return x;
}

namespace detail {
template <class T>
struct words_of;
template <>
struct words_of<double> {
    using type = std::uint64_t;
};
template <class Isa, int vectors>
struct words_of<pack<Isa, vectors>> {
    using type = pack_words<Isa, vectors>;
};
}  // namespace detail

template <class T>
using words_t = typename detail::words_of<T>::type;

TAUROA_HD inline std::uint64_t bits_of(double x) { return __builtin_bit_cast(std::uint64_t, x); }
TAUROA_HD inline double real_with(std::uint64_t bits) { return __builtin_bit_cast(double, bits); }

TAUROA_HD inline std::uint64_t product_of_low_halves(std::uint64_t a, std::uint64_t b) {
    return (a & 0xffffffffU) * (b & 0xffffffffU);
}

inline constexpr std::uint64_t mantissa_bits = 0xfffffffffffffU, bits_of_one = 0x3ff0000000000000U,
                               bits_of_2_to_the_52 = 0x4330000000000000U;

/// The word of a whole number in [0, 2^52).
template <class T>
TAUROA_HD inline words_t<T> word_of(const T& whole) {
    return bits_of(whole + T(0x1p52)) & words_t<T>(mantissa_bits);
}

/// The number of a word below 2^52.
template <class T>
TAUROA_HD inline T number_of(const words_t<T>& word) {
    return real_with(word | words_t<T>(bits_of_2_to_the_52)) - T(0x1p52);
}

}  // namespace tauroa
