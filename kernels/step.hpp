#pragma once

// One step of tau-GDA, x_{k+1} = x_k - gamma1 Lambda_tau g(x_k) (SPEC.md section 1, eq. 2), the same for
// every backend: x_i <- fma(-rate_i, g_i, x_i) with rate 1 = gamma1 and rate 2 = gamma1 tau, then back into
// the period. Simultaneous: both players from the same g. Alternating: player 2's g is taken after player 1
// has moved. With noise (eq. 26), x_i <- fma(-gamma_k, w_i, ...) before it goes back into the period.

#include <type_traits>

#include "kernels/game.hpp"
#include "kernels/problem.hpp"

namespace tauroa {

/// The step's constants: learning rates gamma1, gamma1 tau, and the game's parameters.
template <game Game>
struct dynamics {
    double rate1, rate2;
    parameter_values<Game> parameters;
};

template <game Game>
TAUROA_HD inline dynamics<Game> dynamics_of(const problem& p) {
    dynamics<Game> d{p.gamma, p.gamma * p.tau, {}};
    for (int i = 0; i < parameter_count<Game>; ++i) d.parameters[i] = p.parameters[i];
    return d;
}

/// Takes x to [-period/2, period/2] (both ends stay; up to one rounding beyond them), exact to one rounding
/// for |x| < 1e6 periods. NaN for infinity.
template <class T>
TAUROA_HD inline T into_period(const T& x, double period) {
    constexpr double just_below_one =
        1.0 - 0x1p-53;  // so that half a period, rounded to double, is not moved
    const T turns = nearest_biased(x, just_below_one / period) - T(integer_bias);
    return fma(turns, T(-period), x);
}

/// A coordinate after a step of player i, before it goes back into its period.
template <class T>
TAUROA_HD inline T moved(const T& x, const T& g, double rate) {
    return fma(T(-rate), g, x);
}

/// What else moves x in a step: nothing.
struct undisturbed {};

/// Noise: -gamma_k w, w not scaled by Lambda_tau.
template <class T, int n>
struct disturbed_by {
    const point<T, n>& w;
    double rate;  ///< gamma_k
};

/// Variable i of a game back into its period, where it has one.
template <game Game, int i, class T>
TAUROA_HD inline T kept(const T& x) {
    constexpr double period = Game::variables[i].period;
    if constexpr (period > 0.0)
        return into_period(x, period);
    else
        return x;
}

/// x_k with what the game keeps of it (game.hpp, terms): after a simultaneous step, only x is that of the new state.
template <game Game, class T>
struct state {
    point<T, dimension<Game>> x;
    terms_t<Game, T> terms;
};

namespace detail {
template <game Game, int first, int last, class T, class Disturbance>
TAUROA_HD inline void move(point<T, dimension<Game>>& x, const point<T, dimension<Game>>& g, double rate,
                           const Disturbance& also) {
    if constexpr (first < last) {
        if constexpr (std::is_same_v<Disturbance, undisturbed>)
            x[first] = kept<Game, first>(moved(x[first], g[first], rate));
        else
            x[first] = kept<Game, first>(moved(moved(x[first], g[first], rate), also.w[first], also.rate));
        move<Game, first + 1, last>(x, g, rate, also);
    }
}

template <game Game, int i, class T>
TAUROA_HD inline void keep_from(point<T, dimension<Game>>& x) {
    if constexpr (i < dimension<Game>) {
        x[i] = kept<Game, i>(x[i]);
        keep_from<Game, i + 1>(x);
    }
}
}  // namespace detail

/// The state at x, which lies in its period.
template <game Game, class T>
TAUROA_HD inline state<Game, T> state_at(const point<T, dimension<Game>>& x) {
    state<Game, T> s;
    s.x = x;
    refresh<1, Game, T>(s.x, s.terms);
    refresh<2, Game, T>(s.x, s.terms);
    return s;
}

/// The state x_0 of a start, which may lie anywhere.
template <game Game, class T>
TAUROA_HD inline state<Game, T> initial_state(point<T, dimension<Game>> start) {
    detail::keep_from<Game, 0>(start);
    detail::keep_from<Game, 0>(start);  // from far away, the first turn back may end a rounding outside
    return state_at<Game, T>(start);
}

/// A player's variables a step further, from g(x).
template <int player, game Game, class T, class Disturbance = undisturbed>
TAUROA_HD inline void move_player(point<T, dimension<Game>>& x, const point<T, dimension<Game>>& g,
                                  const dynamics<Game>& d, const Disturbance& also = {}) {
    if constexpr (player == 1)
        detail::move<Game, 0, Game::n1>(x, g, d.rate1, also);
    else
        detail::move<Game, Game::n1, dimension<Game>>(x, g, d.rate2, also);
}

/// The same from g at the state.
template <int player, game Game, class T, class Disturbance = undisturbed>
TAUROA_HD inline void move_player(state<Game, T>& s, const dynamics<Game>& d, const Disturbance& also = {}) {
    move_player<player, Game>(s.x, gradient<Game>(s.x, s.terms, d.parameters), d, also);
}

/// Both players from the same g.
template <game Game, class T, class Disturbance = undisturbed>
TAUROA_HD inline void move_both(state<Game, T>& s, const dynamics<Game>& d, const Disturbance& also = {}) {
    const auto g = gradient<Game>(s.x, s.terms, d.parameters);
    move_player<1, Game>(s.x, g, d, also);
    move_player<2, Game>(s.x, g, d, also);
}

/// An alternating step's part of one player.
template <int player, game Game, class T, class Disturbance = undisturbed>
TAUROA_HD inline void step_of_player(state<Game, T>& s, const dynamics<Game>& d,
                                     const Disturbance& also = {}) {
    move_player<player>(s, d, also);
    refresh<player, Game, T>(s.x, s.terms);
}

/// x_k -> x_{k+1}. Simultaneous: the terms are computed anew first, so that they need not be kept from step to step.
template <update_order update, game Game, class T, class Disturbance = undisturbed>
TAUROA_HD inline void step(state<Game, T>& s, const dynamics<Game>& d, const Disturbance& also = {}) {
    if constexpr (update == update_order::simultaneous) {
        refresh<1, Game, T>(s.x, s.terms);
        refresh<2, Game, T>(s.x, s.terms);
        move_both(s, d, also);
    } else {
        step_of_player<1>(s, d, also);
        step_of_player<2>(s, d, also);
    }
}

}  // namespace tauroa
