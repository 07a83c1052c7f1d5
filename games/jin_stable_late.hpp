#pragma once

// f = -x^2 + 2 sqrt(epsilon) x y - (epsilon / 2) y^2
// D1 f = -2 x + 2 sqrt(epsilon) y,   D2 f = 2 sqrt(epsilon) x - epsilon y
//                                                   Fiez and Ratliff 2021, eq. 50, Proposition J.1

#include "kernels/game.hpp"

namespace tauroa::games {

struct jin_stable_late {
    static constexpr const char* name = "jin-stable-late";
    static constexpr const char* reference = "eq. 50, Prop. J.1";
    static constexpr int n1 = 1, n2 = 1;
    static constexpr std::array<variable, 2> variables{{{"x", -5.0, 5.0}, {"y", -5.0, 5.0}}};
    static constexpr std::array<parameter, 1> parameters{{{"epsilon", 0.1, 0.0}}};

    template <class T>
    TAUROA_HD static T cost(const point<T, 2>& x, const point<double, 1>& p) {
        return (2.0 * sqrt(p[0])) * x[0] * x[1] - x[0] * x[0] - (0.5 * p[0]) * x[1] * x[1];
    }

    template <class T>
    TAUROA_HD static point<T, 2> gradient(const point<T, 2>& x, no_terms /*none*/,
                                          const point<double, 1>& p) {
        const T twice_root(2.0 * sqrt(p[0]));
        return {{fma(twice_root, x[1], T(-2.0) * x[0]), fma(T(p[0]), x[1], -(twice_root * x[0]))}};
    }
};

}  // namespace tauroa::games
