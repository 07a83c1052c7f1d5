#pragma once

// Games whose runs can be worked out by hand; they are not in games/, so only tests that name them know them.

#include "kernels/game.hpp"

namespace toy {

using tauroa::parameter;
using tauroa::point;
using tauroa::variable;

/// f = c (x^2 - y^2) / 2: g = c (x, y), so that x_k = (1 - gamma c)^k x_0 and y_k = (1 - gamma tau c)^k y_0.
struct decoupled {
    static constexpr const char* name = "decoupled";
    static constexpr const char* reference = "by hand";
    static constexpr int n1 = 1, n2 = 1;
    static constexpr std::array<variable, 2> variables{{{"x", -1.0, 1.0}, {"y", -1.0, 1.0}}};
    static constexpr std::array<parameter, 1> parameters{{{"c", 1.0}}};

    template <class T>
    TAUROA_HD static T cost(const point<T, 2>& x, const point<double, 1>& p) {
        return (0.5 * p[0]) * (x[0] * x[0] - x[1] * x[1]);
    }
};

/// f1 = x^2 / 2 + x y z, f2 = (y^2 + z^2) / 2 + x^3 y: general-sum, one variable against two.
struct general {
    static constexpr const char* name = "general";
    static constexpr const char* reference = "by hand";
    static constexpr int n1 = 1, n2 = 2;
    static constexpr std::array<variable, 3> variables{
        {{"x", -1.0, 1.0}, {"y", -1.0, 1.0}, {"z", -1.0, 1.0}}};
    static constexpr std::array<parameter, 0> parameters{};

    template <class T>
    TAUROA_HD static T cost1(const point<T, 3>& x, const point<double, 0>& /*none*/) {
        return 0.5 * x[0] * x[0] + x[0] * x[1] * x[2];
    }
    template <class T>
    TAUROA_HD static T cost2(const point<T, 3>& x, const point<double, 0>& /*none*/) {
        return 0.5 * (x[1] * x[1] + x[2] * x[2]) + x[0] * x[0] * x[0] * x[1];
    }
};

}  // namespace toy
