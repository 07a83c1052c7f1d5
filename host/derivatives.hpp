#pragma once

// A game's cost, gradient and Jacobian from its costs by automatic differentiation (kernels/dual.hpp), and their
// enclosures, on arrays: the functions of a game_table (host/game_table.hpp).

#include "host/game_table.hpp"
#include "host/rounded.hpp"
#include "kernels/game_list.hpp"
#include "kernels/step.hpp"

namespace tauroa {

template <game Game>
class derivatives {
  public:
    static double cost(const double* x, const double* p) {
        return tauroa::cost<1, Game>(point_of<double>(x), parameters(p));
    }

    static void gradient(const double* x, const double* p, double* g) {
        put(automatic_gradient<Game>(point_of<double>(x), parameters(p)), g);
    }

    static void jacobian(const double* x, const double* p, double* j) {
        put_rows(automatic_gradient<Game>(variables_at(x), parameters(p)), j);
    }

    static void gradient_in(const interval* x, const double* p, interval* g) {
        const auto s = state_at<Game, interval>(point_of<interval>(x));
        put(tauroa::gradient<Game>(s.x, s.terms, parameters(p)), g);
    }

    static void jacobian_in(const interval* x, const double* p, interval* j) {
        const auto s = state_at<Game, dual<interval, n>>(variables_at(x));
        put_rows(tauroa::gradient<Game>(s.x, s.terms, parameters(p)), j);
    }

    static void second_derivative_in(const interval* x, const double* p, const interval* w, interval* d) {
        using second = dual<dual<interval, n>, n>;
        point<second, n> at;
        for (int i = 0; i < n; ++i) {
            at[i] = second(0.0);
            at[i].value.value = x[i];
            for (int b = 0; b < n; ++b) at[i].value.derivative[b] = at[i].derivative[b].value = w[i * n + b];
        }
        // from the cost, which adds angles before it takes their sines: a gradient by hand may multiply sines instead
        const auto g = automatic_gradient<Game>(at, parameters(p));
        for (int i = 0; i < n; ++i)
            for (int b = 0; b < n; ++b)
                for (int c = 0; c < n; ++c) *d++ = g[i].derivative[b].derivative[c];
    }

    static void update_jacobian_in(const update_rule& rule, const interval* x, const double* p, interval* j) {
        put_rows(stepped(rule, variables_at(x), p), j);
    }

    static double update_rounding_in(const update_rule& rule, const interval* x, const double* p) {
        const auto next = stepped(rule, point_of<rounded>(x), p);
        double worst = 0.0;
        for (int i = 0; i < n; ++i) worst = std::fmax(worst, next[i].error());
        return worst;
    }

  private:
    static constexpr int n = dimension<Game>;

    static parameter_values<Game> parameters(const double* p) {
        parameter_values<Game> values{};
        for (int i = 0; i < parameter_count<Game>; ++i) values[i] = p[i];
        return values;
    }
    template <class T>
    static point<T, n> point_of(const auto* x) {
        point<T, n> at;
        for (int i = 0; i < n; ++i) at[i] = T(x[i]);
        return at;
    }
    template <class T>
    static point<dual<T, n>, n> variables_at(const T* x) {
        point<dual<T, n>, n> at;
        for (int i = 0; i < n; ++i) at[i] = dual<T, n>::variable(x[i], i);
        return at;
    }
    template <class T>
    static void put(const point<T, n>& from, T* to) {
        for (int i = 0; i < n; ++i) to[i] = from[i];
    }
    template <class T>
    static void put_rows(const point<dual<T, n>, n>& from, T* to) {
        for (int i = 0; i < n; ++i)
            for (int j = 0; j < n; ++j) *to++ = from[i].derivative[j];
    }

    /// One step of the kernels, from x.
    template <class T>
    static point<T, n> stepped(const update_rule& rule, const point<T, n>& x, const double* p) {
        const dynamics<Game> d{rule.gamma, rule.gamma * rule.tau, parameters(p)};
        auto s = state_at<Game, T>(x);
        visit_update(rule.update, [&](auto update) { step<update(), Game>(s, d); });
        return s.x;
    }
};

}  // namespace tauroa
