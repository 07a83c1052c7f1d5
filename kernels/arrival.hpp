#pragma once

// The label rule (SPEC.md section 5), looked at for x_0, x_1, ..., x_K in this order:
//     arrived at j   ||x_k - x*_j||^2 <= tol^2, distances modulo the period on a circle; the lowest such j;
//     diverged       a coordinate that is not finite, or, on a line, beyond 1e12 in absolute value;
//     escaped        k a multiple of 64, x_k in a half-space proven to be mapped into itself without arrival;
//     not arrived    the same for half-spaces too far away for K steps;
//     captured by j  the same for an ellipsoid around x*_j from which arrival by K is proven, where only labels are
//                    asked for;
//     not arrived    k = K.

#include <cstddef>
#include <limits>

#include "kernels/step.hpp"

namespace tauroa {

/// What label_at gives where the iteration goes on.
inline constexpr std::int16_t under_way = std::numeric_limits<std::int16_t>::min();

/// A problem's points of arrival, tol^2, horizon and proofs, as the label rule reads them.
struct arrival_rule {
    arrival_points points;
    double squared_tolerance = 0.0;
    std::uint32_t horizon = 0;  ///< K
    half_spaces escape{}, far_away{};
    capture_ellipsoids capture{};
};

TAUROA_HD inline arrival_rule arrival_rule_of(const problem& p) {
    return {p.points, p.tolerance * p.tolerance, p.steps, p.escape, p.far_away, p.capture};
}

/// x - target, modulo the period on a circle; target: numbers, or a point of type T.
template <game Game, int i = 0, class T, class Target>
TAUROA_HD inline void difference(const point<T, dimension<Game>>& x, const Target& target,
                                 point<T, dimension<Game>>& d) {
    d[i] = kept<Game, i>(x[i] - T(target[i]));
    if constexpr (i + 1 < dimension<Game>) difference<Game, i + 1>(x, target, d);
}

/// ||x - target||^2, modulo the period on a circle.
template <game Game, class T>
TAUROA_HD inline T squared_distance(const point<T, dimension<Game>>& x, const double* target) {
    constexpr int n = dimension<Game>;
    point<T, n> d;
    difference<Game>(x, target, d);
    T sum = d[n - 1] * d[n - 1];
    for (int i = n - 2; i >= 0; --i) sum = fma(d[i], d[i], sum);
    return sum;
}

/// Whether every coordinate is finite and, on a line, within the bound.
template <game Game, int i = 0, class T>
TAUROA_HD inline mask_t<T> bounded(const point<T, dimension<Game>>& x, double bound = divergence_bound) {
    const double here = Game::variables[i].period > 0.0 ? divergence_bound : bound;
    const mask_t<T> inside = both(x[i] <= T(here), T(-here) <= x[i]);
    if constexpr (i + 1 < dimension<Game>)
        return both(inside, bounded<Game, i + 1>(x, bound));
    else
        return inside;
}

/// Whether x lies in none of the half-spaces. NaN lies in all.
template <game Game, int i = 0, class T>
TAUROA_HD inline mask_t<T> outside(const point<T, dimension<Game>>& x, const half_spaces& of) {
    const mask_t<T> here = both(T(of.low[i]) < x[i], x[i] < T(of.high[i]));
    if constexpr (i + 1 < dimension<Game>)
        return both(here, outside<Game, i + 1>(x, of));
    else
        return here;
}

/// Whether x is bounded by `bound` and further from every point of arrival than squared[j * stride] says.
template <game Game, class T>
TAUROA_HD inline mask_t<T> clear_of(const point<T, dimension<Game>>& x, const arrival_points& points,
                                    const double* squared, int stride, double bound) {
    mask_t<T> yes = bounded<Game>(x, bound);
    const double* target = points.location;
    for (int j = 0; j < points.count; ++j, target += dimension<Game>, squared += stride)
        yes = both(yes, T(*squared) < squared_distance<Game>(x, target));
    return yes;
}

/// Whether x is bounded and at no point of arrival.
template <game Game, class T>
TAUROA_HD inline mask_t<T> goes_on(const point<T, dimension<Game>>& x, const arrival_rule& rule) {
    return clear_of<Game>(x, rule.points, &rule.squared_tolerance, 0, divergence_bound);
}

/// V at x for point of arrival j.
template <game Game, class T>
TAUROA_HD inline T quadratic_form(const point<T, dimension<Game>>& x, const arrival_rule& rule, int j) {
    constexpr int n = dimension<Game>;
    point<T, n> d;
    difference<Game>(x, rule.points.location + static_cast<std::ptrdiff_t>(j) * n, d);
    const double* shape = rule.capture.shape + static_cast<std::ptrdiff_t>(j) * n * n;
    T v(0.0);
    for (int row = 0; row < n; ++row) {
        T sum(0.0);
        for (int column = 0; column < n; ++column) sum = fma(T(shape[row * n + column]), d[column], sum);
        v = fma(d[row], sum, v);
    }
    return v;
}

/// Whether x lies in no ellipsoid of capture.
template <game Game, class T>
TAUROA_HD inline mask_t<T> free_of_capture(const point<T, dimension<Game>>& x, const arrival_rule& rule) {
    mask_t<T> yes = T(0.0) < T(1.0);
    const double* largest = rule.capture.level + rule.capture.levels - 1;
    for (int j = 0; j < rule.points.count; ++j, largest += rule.capture.levels)
        yes = both(yes, T(*largest) < quadratic_form<Game>(x, rule, j));
    return yes;
}

/// The label of the point at which a start at x_k is certain to arrive by K; `under_way` where that is not known.
template <game Game>
TAUROA_HD inline std::int16_t captured_at(const point<double, dimension<Game>>& x, std::uint32_t k,
                                          const arrival_rule& rule) {
    for (int j = 0; j < rule.points.count; ++j) {
        const double v = quadratic_form<Game>(x, rule, j);
        for (int l = j * rule.capture.levels; l < (j + 1) * rule.capture.levels; ++l)
            if (v <= rule.capture.level[l] && rule.capture.steps[l] <= rule.horizon - k)
                return rule.points.label[j];
    }
    return under_way;
}

/// The label at x_k, k <= K: the order of the rule. here: x_k, as what is asked of it.
template <class State>
TAUROA_HD inline std::int16_t label_by(const State& here, std::uint32_t k, const arrival_rule& rule) {
    const double* target = rule.points.location;
    for (int j = 0; j < rule.points.count; ++j, target += here.variables())
        if (here.squared_distance_to(target) <= rule.squared_tolerance) return rule.points.label[j];
    if (!here.is_bounded()) return diverged;
    if constexpr (State::has_proofs) {
        if (k % proof_interval == 0) {
            if (rule.escape.low != nullptr && !here.is_outside(rule.escape)) return escaped;
            if (rule.far_away.low != nullptr && !here.is_outside(rule.far_away)) return not_arrived;
            if (rule.capture.levels > 0) {
                const std::int16_t captured = here.captured(k, rule);
                if (captured != under_way) return captured;
            }
        }
    }
    return k == rule.horizon ? std::int16_t{not_arrived} : under_way;
}

namespace detail {
/// A state of a game, as label_by asks about it.
template <game Game>
struct questioned {
    static constexpr bool has_proofs = true;
    const point<double, dimension<Game>>& x;

    TAUROA_HD static constexpr int variables() { return dimension<Game>; }
    TAUROA_HD double squared_distance_to(const double* to) const { return squared_distance<Game>(x, to); }
    TAUROA_HD bool is_bounded() const { return bounded<Game>(x); }
    TAUROA_HD bool is_outside(const half_spaces& of) const { return outside<Game>(x, of); }
    TAUROA_HD std::int16_t captured(std::uint32_t k, const arrival_rule& rule) const {
        return captured_at<Game>(x, k, rule);
    }
};
}  // namespace detail

/// The label at x = x_k, k <= K.
template <game Game>
TAUROA_HD inline std::int16_t label_at(const point<double, dimension<Game>>& x, std::uint32_t k,
                                       const arrival_rule& rule) {
    return label_by(detail::questioned<Game>{x}, k, rule);
}

}  // namespace tauroa
