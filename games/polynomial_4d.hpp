#pragma once

// f = (5/4) q (x11 - 1)^2 + x11^2 s,   q = x11^2 + 2 x11 x21 + x21^2 / 2 - x12^2 / 2 + 2 x12 x22 - x22^2,
//                                      s = sum over i = 1, 2 of (x1i - 1)^2 - (x2i - 1)^2
// With w = x11 - 1, a = (5/4) w^2 and b = 2 x11^2:   D1 f = ((5/2) (x11 + x21) w^2 + (5/2) w q + 2 x11 s + b w,
// a (2 x22 - x12) + b (x12 - 1)),   D2 f = (a (2 x11 + x21) - b (x21 - 1), 2 a (x12 - x22) - b (x22 - 1)).
// D12 = D21 = D22 = 0 determine x12, x21, x22 by x11, and D11 = 0 is then rational in x11 with the real zeros 0, 1 and
// -4.734045: f has three critical points.           Fiez and Ratliff 2021, eq. 53, K.2, Fig 5

#include "kernels/game.hpp"

namespace tauroa::games {

struct polynomial_4d {
    static constexpr const char* name = "polynomial-4d";
    static constexpr const char* reference = "eq. 53, K.2, Fig 5";
    static constexpr int n1 = 2, n2 = 2;
    static constexpr std::array<variable, 4> variables{
        {{"x11", -6.0, 6.0}, {"x12", -6.0, 6.0}, {"x21", -100.0, 100.0}, {"x22", -6.0, 6.0}}};
    static constexpr std::array<parameter, 0> parameters{};

    template <class T>
    TAUROA_HD static T cost(const point<T, 4>& x, const point<double, 0>& /*none*/) {
        const T w = x[0] - 1.0;
        return 1.25 * quadratic_part(x) * w * w + x[0] * x[0] * shifted_part(x);
    }

    template <class T>
    TAUROA_HD static point<T, 4> gradient(const point<T, 4>& x, no_terms /*none*/,
                                          const point<double, 0>& /*none*/) {
        const T w = x[0] - T(1.0), a = T(1.25) * w * w, b = T(2.0) * x[0] * x[0];
        const T at_q = T(2.5) * w * fma(x[0] + x[2], w, quadratic_part(x));
        return {{fma(T(2.0) * x[0], shifted_part(x), fma(b, w, at_q)),
                 fma(a, T(2.0) * x[3] - x[1], b * (x[1] - T(1.0))),
                 fma(b, x[2] - T(1.0), -(a * fma(T(2.0), x[0], x[2]))),
                 fma(b, x[3] - T(1.0), T(2.0) * a * (x[3] - x[1]))}};
    }

  private:
    template <class T>
    TAUROA_HD static T quadratic_part(const point<T, 4>& x) {
        return fma(x[0], fma(T(2.0), x[2], x[0]),
                   fma(x[1], fma(T(2.0), x[3], T(-0.5) * x[1]), fma(T(0.5) * x[2], x[2], -(x[3] * x[3]))));
    }
    template <class T>
    TAUROA_HD static T shifted_part(const point<T, 4>& x) {
        const T a = x[0] - T(1.0), b = x[1] - T(1.0), c = x[2] - T(1.0), d = x[3] - T(1.0);
        return fma(a, a, fma(b, b, -fma(c, c, d * d)));
    }
};

}  // namespace tauroa::games
