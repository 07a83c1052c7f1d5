#pragma once

// A scalar type of the kernels that proves what they round: what exact arithmetic would give, for all numbers in an
// interval, and how far the computed number can be from it (Higham, "Accuracy and Stability of Numerical Algorithms",
// 2nd ed., section 3.3, with two sharper bounds):
//     |fl(z) - z| <= half an ulp of the largest |z|,     |fl(a b + c) - (a b + c)| <= |a b|, for c is a double itself
// and the nearest double is no further than c.

#include <algorithm>
#include <cmath>

#include "tests/precise.hpp"

class running_error {
  public:
    running_error(double x) : exact_(x) {}  // NOLINT: numbers in the kernels are exact
    /// Any double in x.
    explicit running_error(const precise& x) : exact_(x) {}

    [[nodiscard]] const precise& exact() const { return exact_; }
    /// How far the computed number can be from the exact one.
    [[nodiscard]] const precise& error() const { return error_; }

    friend running_error operator-(const running_error& a) { return {-a.exact_, a.error_}; }
    friend running_error operator+(const running_error& a, const running_error& b) {
        return rounded(a.exact_ + b.exact_, a.error_ + b.error_, std::min(a.largest(), b.largest()));
    }
    friend running_error operator-(const running_error& a, const running_error& b) { return a + (-b); }
    friend running_error operator*(const running_error& a, const running_error& b) {
        return fma(a, b, running_error(0.0));
    }
    friend running_error fma(const running_error& a, const running_error& b, const running_error& c) {
        const precise propagated = abs(a.exact_) * b.error_ + abs(b.exact_) * a.error_ + a.error_ * b.error_;
        const double product = (precise(a.largest()) * b.largest()).high();
        return rounded(a.exact_ * b.exact_ + c.exact_, propagated + c.error_, product);
    }

  private:
    running_error(const precise& exact, const precise& error) : exact_(exact), error_(0.0, error.high()) {}

    /// distance: from the exact result of the computed operands to some double.
    static running_error rounded(const precise& exact, const precise& propagated, double distance) {
        const running_error before(exact, propagated);
        return {exact, propagated + std::min(half_ulp(before.largest()), distance)};
    }
    /// What rounding to nearest can move a number of at most this absolute value.
    static double half_ulp(double largest) {
        return std::ldexp(1.0, std::max(largest == 0.0 ? -1074 : std::ilogb(largest) - 53, -1074));
    }
    /// The largest absolute value of the computed number.
    [[nodiscard]] double largest() const { return (abs(exact_) + error_).high(); }

    precise exact_, error_;
};
