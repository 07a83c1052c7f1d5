#pragma once

// The run of one start of stochastic tau-GDA (kernels/noise.hpp) to its label. Within tol of a point of arrival, noise may
// carry x out again, so that the first arrival says little. What Fiez and Ratliff 2021, Proposition H.1, bounds is the
// probability that {||x(t) - x*|| <= epsilon for all t >= t0}; up to the horizon K this is the event counted here:
//     arrived at j   ||x_k - x*_j||^2 <= tol^2 at k = K, j the lowest such; iterations: the first k of the last,
//                    uninterrupted stay there, that is the least t0 for which the event holds;
//     diverged       as in arrival.hpp, at the first such k; the run ends there, and so does what it counts for;
//     not arrived    otherwise; iterations: K.
// No proof is used: they are about the update without noise. With sigma = 0 and beta = 0, x_k is that of eq. 2, to the
// bit, and the labels are those of --plain wherever x stays where it has arrived.

#include "kernels/noise.hpp"
#include "kernels/run.hpp"

namespace tauroa {

/// What a step of stochastic tau-GDA takes besides the dynamics: the first learning rate, tau and the noise.
struct stochastic {
    double gamma, tau;
    noise of;
};

inline stochastic stochastic_of(const problem& p) { return {p.gamma, p.tau, *p.disturbance}; }

/// The learning rates of step k, so many times the first ones.
template <game Game>
TAUROA_HD inline void set_rates(dynamics<Game>& d, const stochastic& with, double factor) {
    d.rate1 = with.gamma * factor;
    d.rate2 = d.rate1 * with.tau;
}

/// The point of arrival at which x is, the lowest, by its place among them; -1: at none.
template <game Game, class T>
TAUROA_HD inline T place_at(const point<T, dimension<Game>>& x, const arrival_rule& rule) {
    T place(-1.0);
    const double* target =
        rule.points.location + static_cast<std::ptrdiff_t>(rule.points.count) * dimension<Game>;
    for (int j = rule.points.count - 1; j >= 0; --j) {
        target -= dimension<Game>;
        const auto here = squared_distance<Game>(x, target) <= T(rule.squared_tolerance);
        place = select(here, T(static_cast<double>(j)), place);
    }
    return place;
}

/// The stay at a point of arrival, or at none, that lasts: where, and since which step.
template <class T>
struct stay {
    T place = T(-2.0), since = T(0.0);  ///< -2: before the first look

    TAUROA_HD void look(const T& now, std::uint32_t k) {
        since = select(both(place <= now, now <= place), since, T(static_cast<double>(k)));
        place = now;
    }
};

/// The outcome at the horizon of a start that has not diverged.
TAUROA_HD inline outcome outcome_of(const stay<double>& last, const arrival_rule& rule) {
    if (last.place < 0.0) return {not_arrived, rule.horizon};
    return {rule.points.label[static_cast<int>(last.place)], static_cast<std::uint32_t>(last.since)};
}

/// One start under way.
template <game Game>
struct noisy_start {
    state<Game, double> s;
    std::uint64_t number = 0;  ///< number_of_start
    stay<double> last{};
};

/// Iterates from x_k until the start's end, or until x_until. Label `under_way`: not yet. d: its rates are set here.
template <update_order update, game Game>
TAUROA_HD inline outcome advance_with_noise(noisy_start<Game>& of, dynamics<Game>& d, const stochastic& with,
                                            const arrival_rule& rule, std::uint32_t k, std::uint32_t until) {
    constexpr int n = dimension<Game>;
    for (;; ++k) {
        of.last.look(place_at<Game>(of.s.x, rule), k);
        if (of.last.place < 0.0 && !bounded<Game>(of.s.x)) return {diverged, k};
        if (k == rule.horizon) return outcome_of(of.last, rule);
        if (k == until) return {under_way, k};
        set_rates(d, with, decay_factor(static_cast<double>(k) + 1.0, with.of.decay));
        const auto w = noise_at<philox, n, double>(of.number, k, with.of);
        step<update, Game>(of.s, d, disturbed_by<double, n>{w, d.rate1});
    }
}

}  // namespace tauroa
