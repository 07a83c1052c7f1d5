#pragma once

// exp and sin/cos for every scalar type, the same bits from each: only +, -, *, fma and bit operations.
//     exp x = 2^k e^r        k = nearest(x / ln 2),  r = x - k ln 2,  |r| <= ln 2 / 2
//     sin x = (-1)^k sin r   k = nearest(x / pi),    r = x - k pi,    |r| <= pi / 2
//     cos x = (-1)^k cos r   sin r = r + r S(y),     cos r = C(y),    y = r^2 - 385 / 256
// Errors: exp below 1.5 ulp; sin and cos below 2^-52, absolute, for |x| <= 1e6. Proven: tests/elementary_proof_test.cpp.
// Where sin r or cos r is near 1, that asks for less than 2^-53 before the last rounding: else 1 + 2^-52 may come out.
// Hence y and not r^2, and S and not S + 1: they are smaller (|y| at most 1.51, near pi / 2 below 1), and so are their
// roundings. 385 / 256, because S(0) and C(0) are almost doubles for it.
// The polynomials are near-minimax (Brisebarre and Chevillard, "Efficient polynomial L-infinity
// approximations", ARITH 2007); their own errors are 3.8e-18 (exp, relative), 2.6e-18 (sin), 8.3e-18 (cos).

#include "kernels/host_device.hpp"
#include "kernels/real.hpp"

namespace tauroa {

/// c0 + c1 x + c2 x^2 + ... by Horner's rule.
template <class T>
TAUROA_HD inline T horner(const T& /*x*/, double c) {
    return T(c);
}
template <class T, class... Rest>
TAUROA_HD inline T horner(const T& x, double c, Rest... rest) {
    return fma(horner(x, rest...), x, T(c));
}

/// What exp and sincos are made of, by name, so that tests/elementary_proof_test.cpp can look at each part.
namespace elementary {

inline constexpr double log2_e = 0x1.71547652b82fep0;
inline constexpr double ln2_high = 0x1.62e42fefa39efp-1;
inline constexpr double ln2_low = 0x1.abc9e3b39803fp-56;
inline constexpr double exp_lowest = -708.39;  ///< where exp is still a normal number
inline constexpr double inverse_pi = 0x1.45f306dc9c883p-2;
inline constexpr double pi_high = 0x1.921fb54442d18p1;
inline constexpr double pi_low = 0x1.1a62633145c07p-53;

/// x - k ln 2.
template <class T>
TAUROA_HD inline T exp_reduced(const T& x, const T& k) {
    return fma(k, T(-ln2_low), fma(k, T(-ln2_high), x));
}

/// e^r, |r| <= ln 2 / 2.
template <class T>
TAUROA_HD inline T exp_polynomial(const T& r) {
    return horner(r, 1.0, 1.0, 0x1.000000000000ap-1, 0x1.55555555554fep-3, 0x1.55555555506bcp-5,
                  0x1.1111111126b36p-7, 0x1.6c16c18477083p-10, 0x1.a01a012fee99cp-13, 0x1.a019995efb00fp-16,
                  0x1.71df18ef76144p-19, 0x1.28adfccb26cd8p-22, 0x1.ad92e899366cbp-26);
}

}  // namespace elementary

/// exp, half done, so that a game can put other work between the halves: each is a chain of operations that wait for each
/// other, and a processor overlaps only what stands near in the code.
template <class T>
struct begun_exp {
    T k, r;                               ///< biased k
    decltype(T(0.0) < T(0.0)) vanishing;  ///< where exp would be no normal number
};

/// A type with the bits of doubles; others have an exp_below_overflow of their own.
template <class T>
concept made_of_bits = requires(T y) {
    times_two_to_the(y, y);
};

template <made_of_bits T>
TAUROA_HD inline begun_exp<T> begin_exp(const T& x) {
    const T k = nearest_biased(x, elementary::log2_e);
    return {k, elementary::exp_reduced(x, k - T(integer_bias)), x < T(elementary::exp_lowest)};
}
template <class T>
requires(!made_of_bits<T>) TAUROA_HD inline T begin_exp(const T& x) { return exp_below_overflow(x); }

/// exp(x) of what begin_exp(x) has returned, within 1.5 ulp where it does not overflow; 0 below -708.39, where it would be
/// no normal number; NaN for NaN.
template <class T>
TAUROA_HD inline T finish_exp(const begun_exp<T>& begun) {
    const T y = elementary::exp_polynomial(begun.r);
    return select(begun.vanishing, T(0.0), times_two_to_the(y, begun.k));
}
template <class T>
TAUROA_HD inline T finish_exp(const T& finished) {
    return finished;
}

/// exp(x), as finish_exp.
template <made_of_bits T>
TAUROA_HD inline T exp_below_overflow(const T& x) {
    return finish_exp(begin_exp(x));
}

/// exp(x), within 1.5 ulp; 0 below -708.39, infinity above 709.78; NaN for NaN.
template <class T>
TAUROA_HD inline T exp(const T& x) {
    constexpr double infinity = __builtin_huge_val();
    return select(T(709.782712893384) < x, T(infinity), exp_below_overflow(x));
}

template <class T>
struct sine_cosine {
    T sine, cosine;
};

namespace elementary {

/// x - k pi.
template <class T>
TAUROA_HD inline T sincos_reduced(const T& x, const T& k) {
    return fma(k, T(-pi_low), fma(k, T(-pi_high), x));
}

/// Of S and C, from the constant ones on.
inline constexpr double sine_coefficients[] = {
    -0x1.dc163631680e2p-3,  -0x1.24ae8204a6f1bp-3,  0x1.e9dcc848a9799p-8,
    -0x1.7e8075ffe368dp-13, 0x1.594da4264286cp-19,  -0x1.961ca2fbaaf12p-26,
    0x1.4fd34bde1b2abp-33,  -0x1.9bda705605cedp-41, 0x1.85b4e1fc443aep-49};
inline constexpr double cosine_coefficients[] = {
    0x1.59ca735e4ce77p-2,   -0x1.88fa7273a5fc8p-2,  0x1.24ae8204a6f11p-5,
    -0x1.4693303070c6fp-10, 0x1.7e80760001cfbp-16,  -0x1.143e1cf01ef5bp-22,
    0x1.0ebdbb559196cp-29,  -0x1.7fcd364dd69e8p-37, 0x1.9f727101f44afp-45};
inline constexpr int sincos_degree = 8;

/// S(y) and C(y), under way by Horner's rule, beside each other.
template <class T>
struct sincos_polynomials_at {
    T y, excess, cosine;
};

/// Takes in the coefficients of y^from, ..., y^to; y^sincos_degree first.
template <int from, int to, class T>
TAUROA_HD inline void take_coefficients(sincos_polynomials_at<T>& p) {
    if constexpr (from >= to) {
        constexpr double of_sine = sine_coefficients[from], of_cosine = cosine_coefficients[from];
        if constexpr (from == sincos_degree) {
            p.excess = T(of_sine);
            p.cosine = T(of_cosine);
        } else {
            p.excess = fma(p.excess, p.y, T(of_sine));
            p.cosine = fma(p.cosine, p.y, T(of_cosine));
        }
        take_coefficients<from - 1, to>(p);
    }
}

template <class T>
TAUROA_HD inline T sincos_variable(const T& r) {
    return fma(r, r, T(-0x1.81p0));
}

/// sin r of r and S(y).
template <class T>
TAUROA_HD inline T sine_of(const T& r, const T& excess) {
    return fma(r, excess, r);
}

/// sin r and cos r, |r| <= pi / 2; cos 0 is 1 to the bit.
template <class T>
TAUROA_HD inline sine_cosine<T> sincos_polynomials(const T& r) {
    const T y = sincos_variable(r);
    sincos_polynomials_at<T> at{y, y, y};
    take_coefficients<sincos_degree, 0>(at);
    return {sine_of(r, at.excess), at.cosine};
}

}  // namespace elementary

/// sincos, under way: begin_sincos, go_on, finish_sincos, so that other work can stand between them (begun_exp says why).
template <class T>
struct begun_sincos {
    T r;
    decltype(parity_of(T(0.0))) odd;  ///< k
    elementary::sincos_polynomials_at<T> at;
};
/// Other types begin with all of it.
template <class T>
requires(!made_of_bits<T>) struct begun_sincos<T> {
    sine_cosine<T> all;
};

template <class T>
TAUROA_HD inline void begin_sincos(const T& x, begun_sincos<T>& begun) {
    if constexpr (made_of_bits<T>) {
        const T k = nearest_biased(x, elementary::inverse_pi);
        begun.odd = parity_of(k);
        begun.r = elementary::sincos_reduced(x, k - T(integer_bias));
        begun.at.y = elementary::sincos_variable(begun.r);
    } else {
        begun.all = sincos(x);
    }
}
template <class T>
TAUROA_HD inline void go_on(begun_sincos<T>& begun) {
    using elementary::sincos_degree;
    if constexpr (made_of_bits<T>)
        elementary::take_coefficients<sincos_degree, sincos_degree / 2 + 1>(begun.at);
}
template <class T>
TAUROA_HD inline void finish_sincos(begun_sincos<T>& begun, sine_cosine<T>& of) {
    if constexpr (made_of_bits<T>) {
        elementary::take_coefficients<elementary::sincos_degree / 2, 0>(begun.at);
        of.sine = negate_if_odd(elementary::sine_of(begun.r, begun.at.excess), begun.odd);
        of.cosine = negate_if_odd(begun.at.cosine, begun.odd);
    } else {
        of = begun.all;
    }
}

/// sin(x) and cos(x), absolute error below 2^-52 for |x| <= 1e6; NaN for NaN and infinity.
template <made_of_bits T>
TAUROA_HD inline sine_cosine<T> sincos(const T& x) {
    begun_sincos<T> begun;
    begin_sincos(x, begun);
    go_on(begun);
    sine_cosine<T> of;
    finish_sincos(begun, of);
    return of;
}

template <class T>
TAUROA_HD inline T sin(const T& x) {
    return sincos(x).sine;
}

template <class T>
TAUROA_HD inline T cos(const T& x) {
    return sincos(x).cosine;
}

}  // namespace tauroa
