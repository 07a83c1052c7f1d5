#pragma once

// exp and sin/cos for every scalar type, the same bits from each: only +, -, *, fma and bit operations.
//     exp x = 2^k e^r            k = nearest(x / ln 2),  r = x - k ln 2,  |r| <= ln 2 / 2
//     sin x = (-1)^k sin(r - t)  k = nearest(x / pi),    r - t = x - k pi,  |r| <= pi / 2,
//     cos x = (-1)^k cos(r - t)  r = x - k pi_high exact on the period,  t = k pi_low tiny:
//     sin(r - t) = sin r - t cos r,   cos(r - t) = cos r + t sin r,   t^2 below rounding
// Errors: exp below 1.5 ulp; sin and cos below 1.25 * 2^-52, absolute, on the period: sin may come out as 1 + 2^-52
// (proven: tests/elementary_proof_test.cpp).
// The polynomials are near-minimax (Brisebarre and Chevillard, "Efficient polynomial L-infinity
// approximations", ARITH 2007); their own errors are 3.8e-18 (exp, relative), 2.6e-19 (sin), 4.4e-18 (cos).

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

/// exp(x) where it does not overflow, within 1.5 ulp; 0 below -708.39, where it would be no normal number;
/// NaN for NaN.
template <class T>
TAUROA_HD inline T exp_below_overflow(const T& x) {
    const T k = nearest_biased(x, elementary::log2_e);
    const T y = elementary::exp_polynomial(elementary::exp_reduced(x, k - T(integer_bias)));
    return select(x < T(elementary::exp_lowest), T(0.0), times_two_to_the(y, k));
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

/// sin(r - t) and cos(r - t), |r| <= pi / 2, t tiny.
template <class T>
TAUROA_HD inline sine_cosine<T> sincos_reduced(const T& r, const T& t) {
    const T z = r * r;
    const T sine_r = fma(
        r * z,
        horner(z, -0x1.5555555555555p-3, 0x1.11111111110c1p-7, -0x1.a01a01a014554p-13, 0x1.71de3a5266846p-19,
               -0x1.ae6454ba2d11ep-26, 0x1.6123c6a81233p-33, -0x1.ae41ee9dca6fap-41, 0x1.8809f14dc9506p-49),
        r);
    const T cosine_r = horner(z, 1.0, -0x1.ffffffffffffdp-2, 0x1.5555555555413p-5, -0x1.6c16c16c0b50cp-10,
                              0x1.a01a0199d88b9p-16, -0x1.27e4f9941b1b6p-22, 0x1.1eece512781aap-29,
                              -0x1.9351fc51e6e21p-37, 0x1.9f44448dca8bfp-45);
    return {fma(-t, cosine_r, sine_r), fma(t, sine_r, cosine_r)};
}

}  // namespace elementary

/// sin(x) and cos(x), absolute error below 1.25 * 2^-52 for |x| <= pi, below 1.5 * 2^-52 for |x| <= 1e6; NaN for
/// NaN and infinity.
template <class T>
TAUROA_HD inline sine_cosine<T> sincos(const T& x) {
    const T k = nearest_biased(x, elementary::inverse_pi);
    const T whole = k - T(integer_bias);
    const auto at =
        elementary::sincos_reduced(fma(whole, T(-elementary::pi_high), x), whole * T(elementary::pi_low));
    return {negate_if_odd(at.sine, k), negate_if_odd(at.cosine, k)};
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
