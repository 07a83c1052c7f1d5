#pragma once

// Intervals of doubles, as one more scalar type of the kernels (kernels/real.hpp): what a game's or the step's own
// source gives for them encloses what it computes in double precision for any numbers in them, and what exact
// arithmetic would give. For every operation o and a in A, b in B:
//     down(min A o B) <= a o b, fl(a o b) <= up(max A o B)          (rounding to nearest is monotone)
// The arithmetic is Boost.Interval's; its rounding is ours, from the residuals of TwoSum and fma instead of the
// processor's rounding mode, which compilers do not respect when they move code. Libraries of more digits (MPFI, Arb)
// would do as well, at ten times the cost; tests/interval_test.cpp compares with MPFI.

#include <bit>
#include <boost/numeric/interval/arith.hpp>
#include <boost/numeric/interval/checking.hpp>
#include <boost/numeric/interval/interval.hpp>
#include <boost/numeric/interval/policies.hpp>
#include <boost/numeric/interval/utility.hpp>
#include <cmath>
#include <cstdint>
#include <limits>

#include "kernels/elementary.hpp"
#include "kernels/logarithm.hpp"
#include "kernels/logistic.hpp"

namespace tauroa {

namespace detail {

/// The next double below, or above: std::nextafter, but inlined, as proofs spend most of their time here.
inline double below(double x) {
    if (!(x > -std::numeric_limits<double>::infinity())) return x;  // NaN, too
    if (x == 0.0) return -std::numeric_limits<double>::denorm_min();
    return std::bit_cast<double>(std::bit_cast<std::int64_t>(x) + (x > 0.0 ? -1 : 1));
}
inline double above(double x) { return -below(-x); }

/// Directed rounding for Boost.Interval: the rounded result, moved on where its residual says that it lies on the wrong
/// side, or where the residual cannot be trusted (overflow, underflow).
struct directed_rounding {
    using unprotected_rounding = directed_rounding;

    static double add_down(double a, double b) { return down(a + b, residual_of_sum(a, b)); }
    static double add_up(double a, double b) { return -add_down(-a, -b); }
    static double sub_down(double a, double b) { return add_down(a, -b); }
    static double sub_up(double a, double b) { return add_up(a, -b); }
    static double mul_down(double a, double b) {
        const double product = a * b;
        if (!ordinary(product)) return extreme_product_down(a, b, product);
        return down(product, std::fma(a, b, -product));
    }
    static double mul_up(double a, double b) { return -mul_down(-a, b); }
    static double div_down(double a, double b) { return below(a / b); }
    static double div_up(double a, double b) { return above(a / b); }
    static double median(double a, double b) { return 0.5 * a + 0.5 * b; }
    template <class U>
    static double conv_down(U x) {
        return x;
    }
    template <class U>
    static double conv_up(U x) {
        return x;
    }

  private:
    static constexpr double smallest_trusted = 0x1p-960, largest_trusted = 0x1p1020;

    /// Whether a result is neither tiny nor so large that its residual could overflow on the way, nor NaN: the residual
    /// of an ordinary one is exact.
    static bool ordinary(double x) {
        const double size = std::abs(x);
        return size >= smallest_trusted && size <= largest_trusted;
    }
    /// 0 times infinity is 0, as bounds have it. Of a tiny product the sign is known, but not the residual.
    static double extreme_product_down(double a, double b, double product) {
        if (a == 0.0 || b == 0.0) return 0.0;
        return product == 0.0 && (a < 0.0) == (b < 0.0) ? 0.0 : below(product);
    }
    /// a + b - fl(a + b) (Knuth's TwoSum).
    static double residual_of_sum(double a, double b) {
        const double sum = a + b, b_seen = sum - a;
        return (a - (sum - b_seen)) + (b - b_seen);
    }
    /// The largest double that is known not to lie above rounded + residual. Without a branch for ordinary numbers: the
    /// residual's sign is as good as random.
    static double down(double rounded, double residual) {
        if (!ordinary(rounded)) return residual >= 0.0 ? rounded : below(rounded);
        const auto bits = std::bit_cast<std::int64_t>(rounded);
        const std::int64_t away_from_0 = (bits >> 63) | 1;
        const std::int64_t is_above =
            std::bit_cast<std::int64_t>(residual) >> 63;  // -1 or 0; there is no NaN
        return std::bit_cast<double>(bits - (away_from_0 & is_above));
    }
};

}  // namespace detail

class interval {
  public:
    interval() = default;
    interval(double x) : value_(x) {}  // NOLINT: numbers in a cost are intervals of one point
    /// [low, high]; low <= high.
    interval(double low, double high) : value_(low, high) {}

    [[nodiscard]] double low() const { return value_.lower(); }
    [[nodiscard]] double high() const { return value_.upper(); }
    [[nodiscard]] double middle() const { return 0.5 * low() + 0.5 * high(); }
    [[nodiscard]] double width() const { return detail::directed_rounding::sub_up(high(), low()); }
    /// The largest absolute value in it; infinity where an end is NaN, as nothing is known then.
    [[nodiscard]] double magnitude() const {
        if (!(low() <= high())) return std::numeric_limits<double>::infinity();
        return std::fmax(std::abs(low()), std::abs(high()));
    }
    [[nodiscard]] bool contains(double x) const { return low() <= x && x <= high(); }

    friend interval operator+(const interval& a, const interval& b) { return interval(a.value_ + b.value_); }
    friend interval operator-(const interval& a, const interval& b) { return interval(a.value_ - b.value_); }
    friend interval operator*(const interval& a, const interval& b) { return interval(a.value_ * b.value_); }
    friend interval operator/(const interval& a, const interval& b) { return interval(a.value_ / b.value_); }
    friend interval operator-(const interval& a) { return {-a.high(), -a.low()}; }
    friend interval fma(const interval& a, const interval& b, const interval& c) { return a * b + c; }

  private:
    using policies =
        boost::numeric::interval_lib::policies<detail::directed_rounding,
                                               boost::numeric::interval_lib::checking_base<double>>;
    using boost_interval = boost::numeric::interval<double, policies>;
    explicit interval(const boost_interval& value) : value_(value) {}

    boost_interval value_;
};

/// [-radius, radius].
inline interval around_zero(double radius) { return {-radius, radius}; }

/// The smallest interval that holds both.
inline interval hull(const interval& a, const interval& b) {
    return {std::fmin(a.low(), b.low()), std::fmax(a.high(), b.high())};
}

/// Bounds of the relative error of the kernels' exp where it is a normal number, and of the absolute error of their sin
/// and cos. Proven, not sampled, by tests/elementary_proof_test.cpp.
inline constexpr double exp_relative_error = 3.0 * 0x1p-53, sincos_absolute_error = 0x1p-52;
inline constexpr double sincos_proven = 1e6;  ///< the latter for absolute values up to this

/// e^x. Encloses both the kernels' exp and the exact one, from the former at the ends: two errors apart at most. Where an
/// end is NaN: all that it can be.
inline interval exp(const interval& x) {
    constexpr double most = 709.7,
                     least_normal = 0x1p-1021;  // where the kernels' exp becomes infinity, and 0
    constexpr double slack = 4.0 * exp_relative_error;
    if (!(x.low() <= x.high())) return {0.0, std::numeric_limits<double>::infinity()};
    const double low = exp_below_overflow(std::fmin(x.low(), most)) * (1.0 - slack);
    const double high = exp_below_overflow(std::fmin(x.high(), most)) * (1.0 + slack);
    return {low, x.high() <= most ? std::fmax(least_normal, high) : std::numeric_limits<double>::infinity()};
}

/// The same: a box may reach further than what is computed in it does.
inline interval exp_below_overflow(const interval& x) { return exp(x); }

/// Bounds of the kernels' relative errors where their results are normal numbers (kernels/logistic.hpp).
inline constexpr double logistic_relative_error = 5.0 * 0x1p-53, softplus_relative_error = 9.0 * 0x1p-53;

namespace detail {
/// A function that rises from 0, from the kernels' values at the ends; those are 0 where it is no normal number.
template <class F>
interval rising(const interval& x, double relative_error, double highest, F f) {
    constexpr double least_normal = 0x1p-1021;
    if (!(x.low() <= x.high())) return {0.0, highest};
    return {f(x.low()) * (1.0 - 4.0 * relative_error),
            std::fmax(least_normal, f(x.high()) * (1.0 + 4.0 * relative_error))};
}
}  // namespace detail

/// Both enclose the kernels' values and the exact ones.
inline interval logistic(const interval& x) {
    return detail::rising(x, logistic_relative_error, 1.0, [](double at) { return logistic(at); });
}
inline interval softplus(const interval& x) {
    return detail::rising(x, softplus_relative_error, std::numeric_limits<double>::infinity(),
                          [](double at) { return softplus(at); });
}

/// ln x; everything where x reaches below 0, and no logarithm is defined. Encloses both the kernels' and the exact one.
inline constexpr double log_relative_error = 10.0 * 0x1p-53;
inline interval log(const interval& x) {
    constexpr double infinity = std::numeric_limits<double>::infinity(), slack = 4.0 * log_relative_error;
    if (!(0.0 <= x.low() && x.low() <= x.high())) return {-infinity, infinity};
    const double low = log(x.low()), high = log(x.high());
    const auto margin = [](double of) {
        return slack * std::fmin(std::abs(of), 1e3);
    };  // |ln x| < 746, or infinite
    return {low - margin(low), high + margin(high)};
}

/// The square root, which is rounded once, to nearest; everything where x reaches below 0.
inline interval sqrt(const interval& x) {
    constexpr double infinity = std::numeric_limits<double>::infinity(), slack = 0x1p-52;
    if (!(0.0 <= x.low() && x.low() <= x.high())) return {-infinity, infinity};
    return {sqrt(x.low()) * (1.0 - slack), sqrt(x.high()) * (1.0 + slack)};
}

/// sin x, cos x; whole [-1, 1] where x is wider than a radian or reaches beyond sincos_proven. Encloses both the kernels'
/// and the exact ones.
inline sine_cosine<interval> sincos(const interval& x) {
    constexpr double slack = 4.0 * sincos_absolute_error;
    const double middle = x.middle();
    const double half = std::fmax((interval(x.high()) - middle).high(), (interval(middle) - x.low()).high());
    const interval whole(-1.0 - slack, 1.0 + slack);
    if (!(half <= 0.5 && x.magnitude() <= sincos_proven)) return {whole, whole};
    // sin(m + h) = sin m + h cos(m + t): |t| <= half, and |cos| rises by at most that
    const auto [sine, cosine] = sincos(middle);
    const auto around = [&](double value, double slope) {
        const double reach = half * std::fmin(1.0, std::abs(slope) + half) * (1.0 + 0x1p-40) + slack;
        return interval(std::fmax(value - reach, whole.low()), std::fmin(value + reach, whole.high()));
    };
    return {around(sine, cosine), around(cosine, sine)};
}

inline interval sin(const interval& x) { return sincos(x).sine; }
inline interval cos(const interval& x) { return sincos(x).cosine; }

/// Proofs follow a point on the line of which the circle is made (the period's rounding: host/rounded.hpp).
inline interval into_period(const interval& x, double /*period*/) { return x; }

}  // namespace tauroa
