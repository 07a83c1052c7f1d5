#pragma once

// f = x1^2 + 2 sqrt(epsilon) x1 y1 + (epsilon / 2) y1^2 - x2^2 / 2 + 2 sqrt(epsilon) x2 y2 - epsilon y2^2
// D1 f = (2 x1 + 2 sqrt(epsilon) y1, -x2 + 2 sqrt(epsilon) y2),
// D2 f = (2 sqrt(epsilon) x1 + epsilon y1, 2 sqrt(epsilon) x2 - 2 epsilon y2)
//                                                   Fiez and Ratliff 2021, eq. 51, Proposition J.2

#include "kernels/game.hpp"

namespace tauroa::games {

struct jin_spurious {
    static constexpr const char* name = "jin-spurious";
    static constexpr const char* reference = "eq. 51, Prop. J.2";
    static constexpr int n1 = 2, n2 = 2;
    static constexpr std::array<variable, 4> variables{
        {{"x1", -5.0, 5.0}, {"x2", -5.0, 5.0}, {"y1", -5.0, 5.0}, {"y2", -5.0, 5.0}}};
    static constexpr std::array<parameter, 1> parameters{{{"epsilon", 0.1, 0.0}}};

    template <class T>
    TAUROA_HD static T cost(const point<T, 4>& x, const point<double, 1>& p) {
        const T coupling = (2.0 * sqrt(p[0])) * (x[0] * x[2] + x[1] * x[3]);
        return x[0] * x[0] - 0.5 * x[1] * x[1] + coupling + p[0] * (0.5 * x[2] * x[2] - x[3] * x[3]);
    }

    template <class T>
    TAUROA_HD static point<T, 4> gradient(const point<T, 4>& x, no_terms /*none*/,
                                          const point<double, 1>& p) {
        const T twice_root(2.0 * sqrt(p[0])), epsilon(p[0]);
        return {{fma(twice_root, x[2], T(2.0) * x[0]), fma(twice_root, x[3], -x[1]),
                 -fma(epsilon, x[2], twice_root * x[0]), fma(T(2.0) * epsilon, x[3], -(twice_root * x[1]))}};
    }
};

}  // namespace tauroa::games
