#pragma once

// Forward-mode automatic differentiation: a + sum_i a_i e_i with e_i e_j = 0, so that f(x + e) = f(x) + f'(x)
// e. Nested, dual<dual<double, n>, n>, it gives second derivatives. See Griewank and Walther, "Evaluating
// Derivatives", 2nd ed., SIAM 2008, chapter 3.

#include "kernels/elementary.hpp"
#include "kernels/host_device.hpp"
#include "kernels/logarithm.hpp"
#include "kernels/logistic.hpp"

namespace tauroa {

/// A value and its derivatives by n variables.
template <class T, int n>
// NOLINTNEXTLINE(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp): copying the array has a hidden name
struct dual {
    T value;
    T derivative[n];

    dual() = default;

    /// A constant.
    TAUROA_HD dual(double constant) : value(constant) {  // NOLINT: numbers in a cost are constants
        for (int i = 0; i < n; ++i) derivative[i] = T(0.0);
    }

    /// The variable with the given index, at the given value.
    TAUROA_HD static dual variable(const T& at, int index) {
        dual x(0.0);
        x.value = at;
        x.derivative[index] = T(1.0);
        return x;
    }

    TAUROA_HD friend dual operator-(const dual& a) { return dual(0.0) - a; }
    TAUROA_HD friend dual operator+(const dual& a, const dual& b) {
        dual r;
        r.value = a.value + b.value;
        for (int i = 0; i < n; ++i) r.derivative[i] = a.derivative[i] + b.derivative[i];
        return r;
    }
    TAUROA_HD friend dual operator-(const dual& a, const dual& b) {
        dual r;
        r.value = a.value - b.value;
        for (int i = 0; i < n; ++i) r.derivative[i] = a.derivative[i] - b.derivative[i];
        return r;
    }
    TAUROA_HD friend dual operator*(const dual& a, const dual& b) {
        dual r;
        r.value = a.value * b.value;
        for (int i = 0; i < n; ++i)
            r.derivative[i] = fma(a.derivative[i], b.value, a.value * b.derivative[i]);
        return r;
    }
    TAUROA_HD friend dual operator/(const dual& a, const dual& b) {
        dual r;
        r.value = a.value / b.value;
        for (int i = 0; i < n; ++i) r.derivative[i] = (a.derivative[i] - r.value * b.derivative[i]) / b.value;
        return r;
    }
    TAUROA_HD friend dual fma(const dual& a, const dual& b, const dual& c) {
        dual r;
        r.value = fma(a.value, b.value, c.value);
        for (int i = 0; i < n; ++i)
            r.derivative[i] = fma(a.derivative[i], b.value, fma(a.value, b.derivative[i], c.derivative[i]));
        return r;
    }
};

/// f(x) from f(x.value) and f'(x.value).
template <class T, int n>
TAUROA_HD inline dual<T, n> chain(const dual<T, n>& x, const T& value, const T& slope) {
    dual<T, n> r;
    r.value = value;
    for (int i = 0; i < n; ++i) r.derivative[i] = slope * x.derivative[i];
    return r;
}

template <class T, int n>
TAUROA_HD inline dual<T, n> exp(const dual<T, n>& x) {
    const T value = exp(x.value);
    return chain(x, value, value);
}

template <class T, int n>
TAUROA_HD inline dual<T, n> exp_below_overflow(const dual<T, n>& x) {
    const T value = exp_below_overflow(x.value);
    return chain(x, value, value);
}

template <class T, int n>
TAUROA_HD inline sine_cosine<dual<T, n>> sincos(const dual<T, n>& x) {
    const sine_cosine<T> at = sincos(x.value);
    return {chain(x, at.sine, at.cosine), chain(x, at.cosine, T(0.0) - at.sine)};
}

template <class T, int n>
TAUROA_HD inline dual<T, n> sin(const dual<T, n>& x) {
    return sincos(x).sine;
}

template <class T, int n>
TAUROA_HD inline dual<T, n> cos(const dual<T, n>& x) {
    return sincos(x).cosine;
}

template <class T, int n>
TAUROA_HD inline dual<T, n> logistic(const dual<T, n>& x) {
    const T value = logistic(x.value);
    return chain(x, value, value * logistic(-x.value));
}

template <class T, int n>
TAUROA_HD inline dual<T, n> softplus(const dual<T, n>& x) {
    return chain(x, softplus(x.value), logistic(x.value));
}

template <class T, int n>
TAUROA_HD inline dual<T, n> log(const dual<T, n>& x) {
    return chain(x, log(x.value), T(1.0) / x.value);
}

template <class T, int n>
TAUROA_HD inline dual<T, n> sqrt(const dual<T, n>& x) {
    const T root = sqrt(x.value);
    return chain(x, root, T(0.5) / root);
}

/// On a circle: only the value turns back.
template <class T, int n>
TAUROA_HD inline dual<T, n> into_period(const dual<T, n>& x, double period) {
    return chain(x, into_period(x.value, period), T(1.0));
}

}  // namespace tauroa
