#pragma once

// f = sum over i of (x_i^2 - y_i^2) / 2 + x_i y_{i+1} + x_i x_{i+1} y_i / 10, indices modulo 4: eight variables, each coupled with
// others, and no gradient by hand. For tests of what the compiler makes of so many; it is in no list.

#include "kernels/game.hpp"

namespace tauroa::games {

struct eight_variables {
    static constexpr const char* name = "eight-variables";
    static constexpr const char* reference = "by hand";
    static constexpr int n1 = 4, n2 = 4;
    static constexpr std::array<variable, 8> variables{{{"x1", -1.0, 1.0},
                                                        {"x2", -1.0, 1.0},
                                                        {"x3", -1.0, 1.0},
                                                        {"x4", -1.0, 1.0},
                                                        {"y1", -1.0, 1.0},
                                                        {"y2", -1.0, 1.0},
                                                        {"y3", -1.0, 1.0},
                                                        {"y4", -1.0, 1.0}}};
    static constexpr std::array<parameter, 0> parameters{};

    template <class T>
    TAUROA_HD static T cost(const point<T, 8>& x, const point<double, 0>& /*none*/) {
        T f(0.0);
        for (int i = 0; i < n1; ++i) {
            const T &own = x[i], &next = x[(i + 1) % n1], &other = x[n1 + i], &further = x[n1 + (i + 1) % n2];
            f = f + 0.5 * (own * own - other * other) + own * further + 0.1 * own * next * other;
        }
        return f;
    }
};

}  // namespace tauroa::games
