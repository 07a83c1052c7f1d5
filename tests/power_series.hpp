#pragma once

// Power series in one variable with 200-bit coefficients, as a scalar type of the kernels: evaluated for them, a kernel's
// own source gives the polynomial that it would compute without rounding.

#include <algorithm>
#include <cstddef>
#include <vector>

#include "tests/precise.hpp"

class power_series {
  public:
    power_series(double constant) : coefficients_{precise(constant)} {}  // NOLINT: numbers in the kernels
    explicit power_series(std::vector<precise> coefficients) : coefficients_(std::move(coefficients)) {}
    static power_series variable() { return power_series({precise(0.0), precise(1.0)}); }

    /// Its value for any x in the interval. Mean-value form: s(m) + s'(x) (x - m), so that the terms, each far larger
    /// than the sum, cancel.
    [[nodiscard]] precise over(double low, double high) const {
        const precise x(low, high), middle(0.5 * low + 0.5 * high);
        return horner(coefficients_, middle) + horner(derivative(), x) * (x - middle);
    }

    friend power_series operator+(const power_series& a, const power_series& b) {
        power_series sum = a;
        sum.coefficients_.resize(std::max(a.coefficients_.size(), b.coefficients_.size()));
        for (std::size_t i = 0; i < b.coefficients_.size(); ++i)
            sum.coefficients_[i] = sum.coefficients_[i] + b.coefficients_[i];
        return sum;
    }
    friend power_series operator-(const power_series& a) { return power_series(-1.0) * a; }
    friend power_series operator-(const power_series& a, const power_series& b) { return a + (-b); }
    friend power_series operator*(const power_series& a, const power_series& b) {
        std::vector<precise> product(a.coefficients_.size() + b.coefficients_.size() - 1);
        for (std::size_t i = 0; i < a.coefficients_.size(); ++i)
            for (std::size_t j = 0; j < b.coefficients_.size(); ++j)
                product[i + j] = product[i + j] + a.coefficients_[i] * b.coefficients_[j];
        return power_series(product);
    }
    friend power_series fma(const power_series& a, const power_series& b, const power_series& c) {
        return a * b + c;
    }

  private:
    static precise horner(const std::vector<precise>& coefficients, const precise& x) {
        precise sum(0.0);
        for (std::size_t i = coefficients.size(); i-- > 0;) sum = sum * x + coefficients[i];
        return sum;
    }
    [[nodiscard]] std::vector<precise> derivative() const {
        std::vector<precise> slope;
        for (std::size_t i = 1; i < coefficients_.size(); ++i)
            slope.push_back(static_cast<double>(i) * coefficients_[i]);
        return slope;
    }

    std::vector<precise> coefficients_;
};
