#pragma once

// Whether starts that come near a point of arrival pass by within a block of steps, or several, as their first two steps
// tell (problem.hpp). Those on the slowest way to a point stay for many blocks nearer to it than one that arrived can be
// after a block; but they go nearly straight.

#include "kernels/arrival.hpp"
#include "kernels/pack.hpp"

namespace tauroa {

/// a.b
template <class T, int n>
TAUROA_HD inline T dot(const point<T, n>& a, const point<T, n>& b) {
    T sum = a[0] * b[0];
    for (int i = 1; i < n; ++i) sum = fma(a[i], b[i], sum);
    return sum;
}

/// What is known of a pack's starts from x_k, x_{k+1} and x_{k+2}, as bits.
struct prospects {
    std::uint64_t passing[passage_lengths] = {};  ///< certain to arrive nowhere within 1, 2, 4, ... blocks
    std::uint64_t soon = 0;                       ///< likely to be at a point after two
};

template <game Game, class T>
TAUROA_HD inline prospects prospects_of(const point<T, dimension<Game>> (&x)[3], const arrival_points& points,
                                        const test_interval& interval) {
    constexpr int n = dimension<Game>;
    point<T, n> m, change;
    difference<Game>(x[1], x[0], m);
    difference<Game>(x[2], x[1], change);
    for (int i = 0; i < n; ++i) change[i] = change[i] - m[i];
    const T squared_m = dot(m, m), squared_change = dot(change, change);
    prospects of;
    const passage* by = interval.passages;
    for (int j = 0; j < points.count; ++j, by += passage_lengths) {
        point<T, n> d, straight;
        difference<Game>(x[0], points.location + static_cast<std::ptrdiff_t>(j) * n, d);
        const T squared_d = dot(d, d);
        for (int length = 0; length < passage_lengths; ++length) {
            for (int i = 0; i < n; ++i)
                straight[i] = fma(T(static_cast<double>(interval.steps << length)), m[i], d[i]);
            const T off = fma(T(by[length].bend), squared_change, T(by[length].drift) * squared_m);
            const T squared_l = dot(straight, straight);
            of.passing[length] |=
                both(T(by[length].nearest) + off < squared_l,
                     both(dot(straight, m) <= T(0.0), squared_d + off <= T(by[length].farthest)))
                    .bits();
            if (length == 1) of.soon |= (squared_l <= T(1.1 * by[0].nearest)).bits();
        }
    }
    return of;
}

}  // namespace tauroa
