#pragma once

// A toy game, known to the tests of the kernels only.

#include "kernels/game.hpp"

namespace toy {

/// f = 0.35 x^2 + 1.1 x y - 0.35 y^2, x on a line, y on a circle. Its gradient by hand is written with sums of products,
/// which a compiler may contract to fma, where the project's games write the fma themselves.
struct mixed {
    static constexpr const char* name = "mixed";
    static constexpr const char* reference = "by hand";
    static constexpr int n1 = 1, n2 = 1;
    static constexpr std::array<tauroa::variable, 2> variables{{{"x", -1.0, 1.0}, {"y", -2.0, 2.0, 4.0}}};
    static constexpr std::array<tauroa::parameter, 0> parameters{};

    template <class T>
    TAUROA_HD static T cost(const tauroa::point<T, 2>& x, const tauroa::point<double, 0>& /*none*/) {
        return 0.35 * x[0] * x[0] + 1.1 * x[0] * x[1] - 0.35 * x[1] * x[1];
    }
    template <class T>
    TAUROA_HD static tauroa::point<T, 2> gradient(const tauroa::point<T, 2>& x, tauroa::no_terms /*none*/,
                                                  const tauroa::point<double, 0>& /*none*/) {
        return {{0.7 * x[0] + 1.1 * x[1], 0.7 * x[1] - 1.1 * x[0]}};
    }
};

}  // namespace toy
