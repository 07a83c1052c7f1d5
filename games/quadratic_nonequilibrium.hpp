#pragma once

// f = (v / 4) (x11^2 - x12^2 / 2 + 2 x11 x21 + x21^2 / 2 + 2 x12 x22 - x22^2)
// D1 f = (v / 4) (2 x11 + 2 x21, -x12 + 2 x22),   D2 f = (v / 4) (2 x11 + x21, 2 x12 - 2 x22)
//                                                   Fiez and Ratliff 2021, Example 2

#include "kernels/game.hpp"

namespace tauroa::games {

struct quadratic_nonequilibrium {
    static constexpr const char* name = "quadratic-nonequilibrium";
    static constexpr const char* reference = "Example 2";
    static constexpr int n1 = 2, n2 = 2;
    static constexpr std::array<variable, 4> variables{
        {{"x11", -5.0, 5.0}, {"x12", -5.0, 5.0}, {"x21", -5.0, 5.0}, {"x22", -5.0, 5.0}}};
    static constexpr std::array<parameter, 1> parameters{{{"v", 4.0}}};

    template <class T>
    TAUROA_HD static T cost(const point<T, 4>& x, const point<double, 1>& p) {
        return (0.25 * p[0]) * (x[0] * x[0] + 0.5 * (x[2] * x[2] - x[1] * x[1]) + 2.0 * x[0] * x[2] +
                                2.0 * x[1] * x[3] - x[3] * x[3]);
    }

    template <class T>
    TAUROA_HD static point<T, 4> gradient(const point<T, 4>& x, no_terms /*none*/,
                                          const point<double, 1>& p) {
        const T half(0.5 * p[0]), quarter(0.25 * p[0]);
        return {{half * (x[0] + x[2]), fma(half, x[3], -(quarter * x[1])), -fma(half, x[0], quarter * x[2]),
                 half * (x[3] - x[1])}};
    }
};

}  // namespace tauroa::games
