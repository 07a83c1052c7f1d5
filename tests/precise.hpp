#pragma once

// Intervals of 200 bits for tests, from MPFI: a value type with the operators of a number. Every result encloses the
// exact one for all numbers in the operands.

#include <mpfi.h>
#include <mpfr.h>

#include <algorithm>
#include <cmath>

class precise {
  public:
    precise() : precise(0.0) {}
    precise(double x) : precise(x, x) {}  // NOLINT: numbers in a formula are exact
    precise(double low, double high) {
        mpfi_init2(value_, bits);
        mpfi_interv_d(value_, low, high);
    }
    precise(const precise& other) {
        mpfi_init2(value_, bits);
        mpfi_set(value_, other.value_);
    }
    precise& operator=(const precise& other) {
        mpfi_set(value_, other.value_);
        return *this;
    }
    ~precise() { mpfi_clear(value_); }

    /// Its ends, rounded outwards to double.
    [[nodiscard]] double low() const { return mpfr_get_d(&value_->left, MPFR_RNDD); }
    [[nodiscard]] double high() const { return mpfr_get_d(&value_->right, MPFR_RNDU); }
    /// The largest absolute value in it, rounded up to double.
    [[nodiscard]] double magnitude() const { return std::max(std::abs(low()), std::abs(high())); }
    /// Whether all of it lies in [low, high].
    [[nodiscard]] bool within(double low, double high) const {
        return mpfr_cmp_d(&value_->left, low) >= 0 && mpfr_cmp_d(&value_->right, high) <= 0;
    }

    friend precise operator+(const precise& a, const precise& b) { return result_of(mpfi_add, a, b); }
    friend precise operator-(const precise& a, const precise& b) { return result_of(mpfi_sub, a, b); }
    friend precise operator*(const precise& a, const precise& b) { return result_of(mpfi_mul, a, b); }
    friend precise operator/(const precise& a, const precise& b) { return result_of(mpfi_div, a, b); }
    friend precise operator-(const precise& a) { return result_of(mpfi_neg, a); }
    friend precise fma(const precise& a, const precise& b, const precise& c) { return a * b + c; }
    friend precise abs(const precise& a) { return result_of(mpfi_abs, a); }
    friend precise exp(const precise& a) { return result_of(mpfi_exp, a); }
    friend precise logistic(const precise& a) { return precise(1.0) / (precise(1.0) + exp(-a)); }
    friend precise softplus(const precise& a) { return result_of(mpfi_log1p, exp(a)); }
    friend precise log(const precise& a) { return result_of(mpfi_log, a); }
    friend precise sqrt(const precise& a) { return result_of(mpfi_sqrt, a); }
    friend precise sin(const precise& a) { return result_of(mpfi_sin, a); }
    friend precise cos(const precise& a) { return result_of(mpfi_cos, a); }

    static precise pi() { return constant(mpfi_const_pi); }
    static precise ln2() { return constant(mpfi_const_log2); }
    /// 0 +- radius.
    static precise around_zero(const precise& radius) { return {-radius.magnitude(), radius.magnitude()}; }

  private:
    static constexpr mpfr_prec_t bits = 200;

    template <class Operation, class... Operands>
    static precise result_of(Operation operation, const Operands&... operands) {
        precise result;
        operation(result.value_, operands.value_...);
        return result;
    }
    template <class Constant>
    static precise constant(Constant set) {
        precise result;
        set(result.value_);
        return result;
    }

    mpfi_t value_;
};
