#pragma once

// Steps of several packs side by side, for the cpu backend. A processor overlaps only what stands near in the code, and
// has registers for few vectors: so packs are small, and take turns. What they compute is step()'s, operation for
// operation; only the order changes in which independent operations stand, so no bit of any result.
//     no terms                      half a step of each pack, one after the other
//     terms in three                packs in pairs, half a player's turn apart: while one pack moves a player and begins
//     (game.hpp, staged)            its terms, the terms of the other's player are finished; then they change places
//     other terms                   one pack of the vectors of two
// Loops over packs are written out (GCC unroll), so that states stay in registers.

#include <cstddef>

#include "kernels/pack.hpp"
#include "kernels/step.hpp"

namespace tauroa {

/// How a game takes best what an instruction set has in flight.
template <game Game>
constexpr flight flight_of(flight best) {
    const bool has_terms = !std::is_same_v<terms_t<Game, double>, no_terms>;
    if (has_terms && !(staged<Game> && best.packs % 2 == 0)) return {1, 2 * best.vectors};
    return best;
}

/// Packs for steps of a game: what Isa takes them with.
template <class Isa, update_order update, game Game, int vectors>
using stepping_pack = pack<typename stepping<Isa, update, staged<Game>>::isa, vectors>;

/// Looks at no state on the way.
struct unseen {
    template <class X>
    TAUROA_HD void operator()(int /*first*/, std::uint32_t /*step*/, const X& /*x*/) const {}
};

namespace detail {

/// A pack whose terms are under way.
template <staged Game, class T>
struct pack_under_way {
    static constexpr int width = T::width;
    state<Game, T> s;
    typename Game::template begun<T> begun1, begun2;
};
template <int player, class Pack>
TAUROA_HD inline auto& begun_of(Pack& a) {
    if constexpr (player == 1)
        return a.begun1;
    else
        return a.begun2;
}
template <int player, staged Game, class T>
TAUROA_HD inline void begin(pack_under_way<Game, T>& a) {
    begin_terms<player, Game, T>(a.s.x, begun_of<player>(a));
}
template <int player, staged Game, class T>
TAUROA_HD inline void finish(pack_under_way<Game, T>& a) {
    finish_terms<player, Game, T>(begun_of<player>(a), a.s.terms);
}

/// a moves player p and begins its terms; b's terms of player q are finished.
template <int p, int q, staged Game, class T>
TAUROA_HD inline void take_turn(pack_under_way<Game, T>& a, pack_under_way<Game, T>& b,
                                const dynamics<Game>& d) {
    move_player<p>(a.s, d);
    go_on(begun_of<q>(b));
    begin<p>(a);
    finish<q>(b);
}

/// The same of both players; of the orders of its parts, many tried, the fastest.
template <staged Game, class T>
TAUROA_HD inline void take_both_turns(pack_under_way<Game, T>& a, pack_under_way<Game, T>& b,
                                      const dynamics<Game>& d) {
    const auto g = gradient<Game>(a.s.x, a.s.terms, d.parameters);
    move_player<2, Game>(a.s.x, g, d);
    move_player<1, Game>(a.s.x, g, d);
    go_on(b.begun1);
    finish<1>(b);
    go_on(b.begun2);
    finish<2>(b);
    begin<1>(a);
    begin<2>(a);
}

/// The same of pairs: packs a, a + 1, ... and b, b + 1, ...
template <int p, int q, int a, int b, int packs, class Pack, class Dynamics>
TAUROA_HD inline void take_turns(Pack (&of)[packs], const Dynamics& d) {
#pragma GCC unroll 8
    for (int i = 0; i < packs / 2; ++i) take_turn<p, q>(of[a + i], of[b + i], d);
}
template <int a, int b, int packs, class Pack, class Dynamics>
TAUROA_HD inline void take_both_turns(Pack (&of)[packs], const Dynamics& d) {
#pragma GCC unroll 8
    for (int i = 0; i < packs / 2; ++i) take_both_turns(of[a + i], of[b + i], d);
}

/// Shows x of packs from, from + 1, ..., to - 1 after that step.
template <int from, int to, class Pack, int packs, class Seen>
TAUROA_HD inline void show(const Pack (&of)[packs], std::uint32_t step, const Seen& seen) {
#pragma GCC unroll 8
    for (int i = from; i < to; ++i) seen(i * Pack::width, step, of[i].s.x);
}

/// steps >= 1. After the last turns, only x is that of the new state.
template <update_order update, int packs, staged Game, class T, class Seen>
TAUROA_HD inline void steps_of(pack_under_way<Game, T> (&of)[packs], const dynamics<Game>& d,
                               std::uint32_t steps, const Seen& seen) {
    constexpr int a = 0, b = packs / 2;
    if constexpr (update == update_order::simultaneous) {
#pragma GCC unroll 8
        for (int i = b; i < packs; ++i) {
            begin<1>(of[i]);
            begin<2>(of[i]);
        }
        for (std::uint32_t j = 1; j < steps; ++j) {
            take_both_turns<a, b>(of, d);
            show<a, b>(of, j, seen);
            take_both_turns<b, a>(of, d);
            show<b, packs>(of, j, seen);
        }
        take_both_turns<a, b>(of, d);
#pragma GCC unroll 8
        for (int i = b; i < packs; ++i) move_both(of[i].s, d);
    } else {
#pragma GCC unroll 8
        for (int i = b; i < packs; ++i) {
            move_player<1>(of[i].s, d);
            begin<1>(of[i]);
        }
        for (std::uint32_t j = 1; j < steps; ++j) {
            take_turns<1, 1, a, b>(of, d);
            take_turns<2, 1, b, a>(of, d);
            show<b, packs>(of, j, seen);
            take_turns<2, 2, a, b>(of, d);
            show<a, b>(of, j, seen);
            take_turns<1, 2, b, a>(of, d);
        }
        take_turns<1, 1, a, b>(of, d);
        take_turns<2, 1, b, a>(of, d);
#pragma GCC unroll 8
        for (int i = a; i < b; ++i) move_player<2>(of[i].s, d);
    }
    show<0, packs>(of, steps, seen);
}

/// A pack whose terms, if it has any, are those of its state.
template <game Game, class T>
struct pack_at_rest {
    static constexpr int width = T::width;
    state<Game, T> s;
};

template <update_order update, int packs, game Game, class T, class Seen>
TAUROA_HD inline void steps_of(pack_at_rest<Game, T> (&of)[packs], const dynamics<Game>& d,
                               std::uint32_t steps, const Seen& seen) {
    for (std::uint32_t j = 1; j <= steps; ++j) {
        if constexpr (update == update_order::simultaneous) {
#pragma GCC unroll 8
            for (int i = 0; i < packs; ++i) step<update, Game>(of[i].s, d);
        } else {
#pragma GCC unroll 8
            for (int i = 0; i < packs; ++i) step_of_player<1>(of[i].s, d);
#pragma GCC unroll 8
            for (int i = 0; i < packs; ++i) step_of_player<2>(of[i].s, d);
        }
        show<0, packs>(of, j, seen);
    }
}

/// What packs are for their steps.
template <game Game, class T, int packs>
constexpr auto pack_of() {
    if constexpr (staged<Game> && packs % 2 == 0)
        return std::type_identity<pack_under_way<Game, T>>{};
    else
        return std::type_identity<pack_at_rest<Game, T>>{};
}

}  // namespace detail

/// Takes starts `steps` >= 1 steps further, in packs of type T, one after the other in the arrays x[i] of variables i;
/// row: how far these are from each other. After each step j = 1, ..., steps, calls seen(first, j, x) for every pack, with
/// which of the starts is its first, and its x.
template <update_order update, game Game, class T, int packs, class Seen = unseen>
TAUROA_HD inline void take_steps(double* x, std::ptrdiff_t row, const dynamics<Game>& d, std::uint32_t steps,
                                 const Seen& seen = {}) {
    constexpr int n = dimension<Game>;
    typename decltype(detail::pack_of<Game, T, packs>())::type of[packs];
#pragma GCC unroll 8
    for (int i = 0; i < packs; ++i) {
        point<T, n> at;
        for (int v = 0; v < n; ++v) at[v] = T::load(x + v * row + std::ptrdiff_t{i} * T::width);
        of[i].s = state_at<Game, T>(at);
    }
    detail::steps_of<update>(of, d, steps, seen);
#pragma GCC unroll 8
    for (int i = 0; i < packs; ++i)
        for (int v = 0; v < n; ++v) of[i].s.x[v].store(x + v * row + std::ptrdiff_t{i} * T::width);
}

}  // namespace tauroa
