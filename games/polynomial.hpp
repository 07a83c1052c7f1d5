#pragma once

// f(x1, x2) = -exp(-0.01 (x1^2 + x2^2)) (a^2 + b^2),   a = 0.3 x1^2 + x2,   b = 0.3 x2^2 + x1
// D1 f = E (0.02 x1 (a^2 + b^2) - 1.2 a x1 - 2 b),   D2 f = E (0.02 x2 (a^2 + b^2) - 1.2 b x2 - 2 a),
// E = exp(-0.01 (x1^2 + x2^2)).                       Fiez and Ratliff 2021, eq. 54, K.3, Figs 6, 7

#include "kernels/game.hpp"

namespace tauroa::games {

struct polynomial {
    static constexpr const char* name = "polynomial";
    static constexpr const char* reference = "eq. 54, K.3, Figs 6-7";
    static constexpr int n1 = 1, n2 = 1;
    static constexpr std::array<variable, 2> variables{{{"x1", -15.0, 15.0}, {"x2", -15.0, 15.0}}};
    static constexpr std::array<parameter, 0> parameters{};
    static constexpr std::array<direction, 2> escapes{
        {{1, -1.0}, {1, 1.0}}};  // into the flat, where E is nearly 0

    template <class T>
    TAUROA_HD static T cost(const point<T, 2>& x, const point<double, 0>& /*none*/) {
        const T a = 0.3 * x[0] * x[0] + x[1];
        const T b = 0.3 * x[1] * x[1] + x[0];
        return -exp(-0.01 * (x[0] * x[0] + x[1] * x[1])) * (a * a + b * b);
    }

    template <class T>
    TAUROA_HD static point<T, 2> gradient(const point<T, 2>& x, no_terms /*none*/,
                                          const point<double, 0>& /*none*/) {
        const auto begun = begin_exp(T(-0.01) * fma(x[0], x[0], x[1] * x[1]));
        const T a = fma(T(0.3) * x[0], x[0], x[1]);
        const T b = fma(T(0.3) * x[1], x[1], x[0]);
        const T squares = T(0.02) * fma(a, a, b * b);
        const T e = finish_exp(begun);
        const T slope1 =
            fma(x[0], fma(T(-1.2), a, squares), -(b + b));  // sums leave the multipliers to others
        const T slope2 = fma(x[1], fma(T(1.2), b, -squares), a + a);
        return {{e * slope1, e * slope2}};
    }
};

}  // namespace tauroa::games
