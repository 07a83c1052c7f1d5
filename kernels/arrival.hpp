#pragma once

// The label rule (SPEC.md section 5), looked at for x_0, x_1, ..., x_K:
//     arrived at j   ||x_k - x*_j||^2 <= tol^2, distances modulo the period on a circle; the lowest such j;
//     diverged       a coordinate that is not finite, or, on a line, beyond 1e12 in absolute value.

#include "kernels/step.hpp"

namespace tauroa {

/// The points of arrival and tol^2, as the label rule reads them.
struct arrival_rule {
    arrival_points points;
    double squared_tolerance;
};

TAUROA_HD inline arrival_rule arrival_rule_of(const problem& p) {
    return {p.points, p.tolerance * p.tolerance};
}

/// ||x - target||^2, modulo the period on a circle.
template <game Game, int i = 0, class T>
TAUROA_HD inline T squared_distance(const point<T, dimension<Game>>& x, const double* target) {
    const T difference = kept<Game, i>(x[i] - T(target[i]));
    if constexpr (i + 1 < dimension<Game>)
        return fma(difference, difference, squared_distance<Game, i + 1>(x, target));
    else
        return difference * difference;
}

/// Whether every coordinate is finite and, on a line, within the bound of divergence.
template <game Game, int i = 0, class T>
TAUROA_HD inline mask_t<T> bounded(const point<T, dimension<Game>>& x) {
    const mask_t<T> here = both(x[i] <= T(divergence_bound), T(-divergence_bound) <= x[i]);
    if constexpr (i + 1 < dimension<Game>)
        return both(here, bounded<Game, i + 1>(x));
    else
        return here;
}

/// Whether the iteration goes on from x: bounded, and at no point of arrival.
template <game Game, class T>
TAUROA_HD inline mask_t<T> goes_on(const point<T, dimension<Game>>& x, const arrival_rule& rule) {
    mask_t<T> yes = bounded<Game>(x);
    const double* target = rule.points.location;
    for (int j = 0; j < rule.points.count; ++j, target += dimension<Game>)
        yes = both(yes, T(rule.squared_tolerance) < squared_distance<Game>(x, target));
    return yes;
}

/// The label at x: an index, `diverged`, or `not_arrived` where the iteration goes on.
template <game Game>
TAUROA_HD inline std::int16_t label_at(const point<double, dimension<Game>>& x, const arrival_rule& rule) {
    const double* target = rule.points.location;
    for (int j = 0; j < rule.points.count; ++j, target += dimension<Game>)
        if (squared_distance<Game>(x, target) <= rule.squared_tolerance) return rule.points.label[j];
    return bounded<Game>(x) ? not_arrived : diverged;
}

}  // namespace tauroa
