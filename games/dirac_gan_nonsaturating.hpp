#pragma once

// f1 = -l(-theta omega) + l(0) - (mu / 2) omega^2,   f2 = -l(theta omega) - l(0) + (mu / 2) omega^2,
// l(t) = -log(1 + e^-t) = -softplus(-t),   l'(t) = logistic(-t)
// D1 f1 = omega l'(-theta omega),   D2 f2 = -theta l'(theta omega) + mu omega
//                                                   Fiez and Ratliff 2021, eq. 56, K.5, Fig 9

#include "kernels/game.hpp"

namespace tauroa::games {

struct dirac_gan_nonsaturating {
    static constexpr const char* name = "dirac-gan-nonsaturating";
    static constexpr const char* reference = "eq. 56, K.5, Fig 9";
    static constexpr int n1 = 1, n2 = 1;
    static constexpr std::array<variable, 2> variables{{{"theta", -2.0, 2.0}, {"omega", -2.0, 2.0}}};
    static constexpr std::array<parameter, 1> parameters{{{"mu", 0.3}}};

    template <class T>
    TAUROA_HD static T cost1(const point<T, 2>& x, const point<double, 1>& p) {
        return softplus(x[0] * x[1]) - softplus(T(0.0)) - (0.5 * p[0]) * x[1] * x[1];
    }
    template <class T>
    TAUROA_HD static T cost2(const point<T, 2>& x, const point<double, 1>& p) {
        return softplus(-(x[0] * x[1])) + softplus(T(0.0)) + (0.5 * p[0]) * x[1] * x[1];
    }

    template <class T>
    TAUROA_HD static point<T, 2> gradient(const point<T, 2>& x, no_terms /*none*/,
                                          const point<double, 1>& p) {
        const T t = x[0] * x[1];
        return {{x[1] * logistic(t), fma(T(p[0]), x[1], -(x[0] * logistic(-t)))}};
    }
};

}  // namespace tauroa::games
