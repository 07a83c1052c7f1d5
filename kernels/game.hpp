#pragma once

// What a game is to the kernels, and its individual gradients (SPEC.md section 1; Fiez and Ratliff 2021,
// section 2):
//     g(x) = (d f1 / d x1, d f2 / d x2);   zero-sum, f2 = -f1 = -f:  g(x) = (D1 f, -D2 f).
// A game is a type with static members only:
//     name, reference               text
//     n1, n2                        numbers of variables of player 1 and player 2
//     variables                     std::array<variable, n1 + n2>, player 1's first
//     parameters                    std::array<parameter, any>
//     cost(x, p)                    f, zero-sum; or cost1(x, p) and cost2(x, p), general-sum
//   and, where it wants to be faster than the automatic gradient,
//     gradient(x, terms, p)         g by hand (leave out nothing: the compiler drops what is not used)
//     terms<T>, refresh1(x, terms), refresh2(x, terms)
//                                   what gradients need of player 1's or player 2's variables alone; kept
//                                   with the state, so that nothing is computed again for a player who has
//                                   not moved.
//     begun<T>, begin1(x, begun), begin2(x, begun), finish1(begun, terms), finish2(begun, terms)
//                                   in place of refresh1 and refresh2: the same in three, with go_on(begun) between, so
//                                   that the cpu backend can have other work between them.
//     escapes                       std::array<direction, any>: where starts may leave for good, as {x2 >= c} does
//                                   where x2 grows for ever; a proposal, which the host tries to prove

#include <array>

#include "kernels/dual.hpp"
#include "kernels/point.hpp"

namespace tauroa {

/// One variable of a game: where its default window lies, and its period (0: a line, not a circle).
struct variable {
    const char* name;
    double low, high;
    double period = 0.0;
};

/// A parameter of a game, its default, and the least value that it may have.
struct parameter {
    const char* name;
    double value;
    double least = -__builtin_huge_val();
};

/// A side of a variable, by its index: sign +1 for large values, -1 for small ones.
struct direction {
    int variable;
    double sign;
};

template <class Game>
inline constexpr int dimension = Game::n1 + Game::n2;

template <class Game>
inline constexpr int parameter_count = static_cast<int>(Game::parameters.size());

template <class Game>
using parameter_values = point<double, parameter_count<Game>>;

template <class Game>
concept zero_sum = requires(point<double, dimension<Game>> x, parameter_values<Game> p) {
    Game::cost(x, p);
};

template <class Game>
concept general_sum = requires(point<double, dimension<Game>> x, parameter_values<Game> p) {
    Game::cost1(x, p);
    Game::cost2(x, p);
};

template <class Game>
concept game = (zero_sum<Game> || general_sum<Game>)&&Game::n1 > 0 && Game::n2 > 0 &&
               Game::variables.size() == static_cast<std::size_t>(dimension<Game>);

struct no_terms {};

namespace detail {
template <class Game, class T>
struct terms_of {
    using type = no_terms;
};
template <class Game, class T>
requires requires { typename Game::template terms<T>; }
struct terms_of<Game, T> {
    using type = typename Game::template terms<T>;
};
}  // namespace detail

/// The terms that a game keeps with its state; empty where it keeps none.
template <class Game, class T>
using terms_t = typename detail::terms_of<Game, T>::type;

/// Cost of player 1 or 2 at x.
template <int player, game Game, class T>
TAUROA_HD inline T cost(const point<T, dimension<Game>>& x, const parameter_values<Game>& p) {
    if constexpr (zero_sum<Game>) {
        if constexpr (player == 1)
            return Game::cost(x, p);
        else
            return T(0.0) - Game::cost(x, p);
    } else if constexpr (player == 1) {
        return Game::cost1(x, p);
    } else {
        return Game::cost2(x, p);
    }
}

/// g(x) from the costs by automatic differentiation.
template <game Game, class T>
TAUROA_HD inline point<T, dimension<Game>> automatic_gradient(const point<T, dimension<Game>>& x,
                                                              const parameter_values<Game>& p) {
    constexpr int n = dimension<Game>;
    point<dual<T, n>, n> at;
    for (int i = 0; i < n; ++i) at[i] = dual<T, n>::variable(x[i], i);
    const dual<T, n> of1 = cost<1, Game>(at, p);
    const dual<T, n> of2 = cost<2, Game>(at, p);
    point<T, n> g;
    for (int i = 0; i < n; ++i) g[i] = i < Game::n1 ? of1.derivative[i] : of2.derivative[i];
    return g;
}

/// g(x): by hand where the game has it, else automatic. terms: refreshed at x.
template <game Game, class T>
TAUROA_HD inline point<T, dimension<Game>> gradient(const point<T, dimension<Game>>& x,
                                                    const terms_t<Game, T>& terms,
                                                    const parameter_values<Game>& p) {
    if constexpr (requires { Game::gradient(x, terms, p); })
        return Game::gradient(x, terms, p);
    else
        return automatic_gradient<Game>(x, p);
}

/// A game whose terms are computed in three.
template <class Game>
concept staged = requires {
    typename Game::template begun<double>;
};

template <int player, staged Game, class T>
TAUROA_HD inline void begin_terms(const point<T, dimension<Game>>& x,
                                  typename Game::template begun<T>& begun) {
    if constexpr (player == 1)
        Game::begin1(x, begun);
    else
        Game::begin2(x, begun);
}

template <int player, staged Game, class T>
TAUROA_HD inline void finish_terms(typename Game::template begun<T>& begun, terms_t<Game, T>& terms) {
    if constexpr (player == 1)
        Game::finish1(begun, terms);
    else
        Game::finish2(begun, terms);
}

/// Computes player's terms anew, from its variables in x.
template <int player, game Game, class T>
TAUROA_HD inline void refresh(const point<T, dimension<Game>>& x, terms_t<Game, T>& terms) {
    if constexpr (staged<Game>) {
        typename Game::template begun<T> begun;
        begin_terms<player, Game, T>(x, begun);
        go_on(begun);
        finish_terms<player, Game, T>(begun, terms);
    } else if constexpr (requires { typename Game::template terms<T>; }) {
        if constexpr (player == 1)
            Game::refresh1(x, terms);
        else
            Game::refresh2(x, terms);
    }
}

}  // namespace tauroa
