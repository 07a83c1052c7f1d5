#pragma once

// f(x1, x2) = -0.15 cos x1 + cos(x1 - x2) + 0.15 cos x2, both variables on the circle
// D1 f = 0.15 sin x1 - sin(x1 - x2),   D2 f = sin(x1 - x2) - 0.15 sin x2,
// sin(x1 - x2) = sin x1 cos x2 - cos x1 sin x2.       Fiez and Ratliff 2021, eq. 55, K.4, Fig 8

#include "kernels/game.hpp"

namespace tauroa::games {

struct torus {
    static constexpr double pi = 0x1.921fb54442d18p1;
    static constexpr const char* name = "torus";
    static constexpr const char* reference = "eq. 55, K.4, Fig 8";
    static constexpr int n1 = 1, n2 = 1;
    static constexpr std::array<variable, 2> variables{{{"x1", -pi, pi, 2 * pi}, {"x2", -pi, pi, 2 * pi}}};
    static constexpr std::array<parameter, 0> parameters{};

    template <class T>
    TAUROA_HD static T cost(const point<T, 2>& x, const point<double, 0>& /*none*/) {
        return 0.15 * (cos(x[1]) - cos(x[0])) + cos(x[0] - x[1]);
    }

    template <class T>
    struct terms {
        sine_cosine<T> of1, of2;
    };
    template <class T>
    using begun = begun_sincos<T>;
    template <class T>
    TAUROA_HD static void begin1(const point<T, 2>& x, begun<T>& b) {
        begin_sincos(x[0], b);
    }
    template <class T>
    TAUROA_HD static void begin2(const point<T, 2>& x, begun<T>& b) {
        begin_sincos(x[1], b);
    }
    template <class T>
    TAUROA_HD static void finish1(begun<T>& b, terms<T>& t) {
        finish_sincos(b, t.of1);
    }
    template <class T>
    TAUROA_HD static void finish2(begun<T>& b, terms<T>& t) {
        finish_sincos(b, t.of2);
    }

    template <class T>
    TAUROA_HD static point<T, 2> gradient(const point<T, 2>& /*x*/, const terms<T>& t,
                                          const point<double, 0>& /*none*/) {
        const T difference = fma(t.of1.sine, t.of2.cosine, -(t.of1.cosine * t.of2.sine));
        return {{fma(T(0.15), t.of1.sine, -difference), fma(T(0.15), t.of2.sine, -difference)}};
    }
};

}  // namespace tauroa::games
