#pragma once

// Running error analysis as one more scalar type of the kernels: the step's own source gives, for rounded numbers in,
// what it computes and how far that can be from what exact arithmetic would give (Higham, "Accuracy and Stability of
// Numerical Algorithms", 2nd ed., section 3.3). With u = 2^-53, eta the smallest subnormal:
//     |fl(a o b) - a' o b'| <= (propagated |a - a'|, |b - b'|) + u |fl(a o b)| + eta

#include "host/interval.hpp"

namespace tauroa {

class rounded {
  public:
    rounded() = default;
    rounded(double exact) : value_(exact) {}  // NOLINT: numbers in a cost are exact
    explicit rounded(const interval& exact) : value_(exact) {}

    /// Holds what is computed and what exact arithmetic gives.
    [[nodiscard]] const interval& value() const { return value_; }
    /// How far the two can be from each other.
    [[nodiscard]] double error() const { return error_.high(); }

    friend rounded operator+(const rounded& a, const rounded& b) {
        return once(a.value_ + b.value_, a.error_ + b.error_);
    }
    friend rounded operator-(const rounded& a, const rounded& b) {
        return once(a.value_ - b.value_, a.error_ + b.error_);
    }
    friend rounded operator*(const rounded& a, const rounded& b) {
        return once(a.value_ * b.value_, of_product(a, b));
    }
    /// |a / b - a' / b'| <= (|a - a'| + |a' / b'| |b - b'|) / |b|
    friend rounded operator/(const rounded& a, const rounded& b) {
        const interval value = a.value_ / b.value_;
        return once(value, (a.error_ + magnitude(value) * b.error_) * magnitude(interval(1.0) / b.value_));
    }
    friend rounded operator-(const rounded& a) { return {-a.value_, a.error_}; }
    friend rounded fma(const rounded& a, const rounded& b, const rounded& c) {
        return once(fma(a.value_, b.value_, c.value_), of_product(a, b) + c.error_);
    }
    friend rounded exp_below_overflow(const rounded& x) {
        // |e^a - e^b| <= max(e^a, e^b) |a - b|; below the normal numbers exp is 0
        const interval value = exp_below_overflow(x.value_);
        return once_within(value, magnitude(value) * x.error_, exp_relative_error);
    }
    friend rounded exp(const rounded& x) { return exp_below_overflow(x); }
    friend rounded logistic(const rounded& x) {  // its slope is at most 1 / 4
        return once_within(logistic(x.value_), interval(0.25) * x.error_, logistic_relative_error);
    }
    friend rounded softplus(const rounded& x) {  // its slope is at most 1
        return once_within(softplus(x.value_), x.error_, softplus_relative_error);
    }
    friend rounded log(const rounded& x) {  // its slope is 1 / x
        return once_within(log(x.value_), x.error_ * magnitude(interval(1.0) / x.value_), log_relative_error);
    }
    friend rounded sqrt(const rounded& x) {
        const interval root = sqrt(x.value_);
        return once(root, x.error_ * magnitude(interval(0.5) / root));
    }
    friend sine_cosine<rounded> sincos(const rounded& x) {
        const auto [sine, cosine] = sincos(x.value_);
        const interval error =
            x.error_ + interval(x.value_.magnitude() <= sincos_proven ? sincos_absolute_error : 4.0);
        return {{sine, error}, {cosine, error}};
    }
    friend rounded sin(const rounded& x) { return sincos(x).sine; }
    friend rounded cos(const rounded& x) { return sincos(x).cosine; }
    /// A turn back, by one period at most, is rounded, and the period itself is: 2 pi to half an ulp.
    friend rounded into_period(const rounded& x, double period) {
        return once(x.value_, x.error_ + interval(0x1p-52 * period));
    }

  private:
    rounded(const interval& value, const interval& error) : value_(value), error_(error) {}
    static interval magnitude(const interval& x) { return {x.magnitude()}; }
    static rounded once(const interval& value, const interval& error) {
        return {value, error + interval(0x1p-53) * magnitude(value) + interval(0x1p-1074)};
    }
    /// What a function gives that is 0 below the normal numbers; twice its error, as the magnitude is of either value.
    static rounded once_within(const interval& value, const interval& error, double relative_error) {
        return {value, error + interval(2.0 * relative_error) * magnitude(value) + interval(0x1p-1020)};
    }
    static interval of_product(const rounded& a, const rounded& b) {
        return a.error_ * magnitude(b.value_) + b.error_ * magnitude(a.value_) + a.error_ * b.error_;
    }

    interval value_{0.0}, error_{0.0};
};

}  // namespace tauroa
