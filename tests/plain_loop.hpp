#pragma once

// The rule of SPEC.md section 5 once more, written the plain way for tests only: the cost's automatic
// gradient, std::exp and std::sin, no fma, std::remainder. A mistake in the shared step, the hand-written
// gradients or the elementary functions cannot hide here.

#include <cmath>
#include <vector>

#include "kernels/game.hpp"
#include "kernels/problem.hpp"

namespace plain {

/// A double whose functions are the standard library's.
struct number {
    double value = 0.0;
    number() = default;
    number(double v) : value(v) {}  // NOLINT: numbers in a cost are constants
    friend number operator+(number a, number b) { return a.value + b.value; }
    friend number operator-(number a, number b) { return a.value - b.value; }
    friend number operator*(number a, number b) { return a.value * b.value; }
    friend number operator-(number a) { return -a.value; }
    friend number fma(number a, number b, number c) { return a.value * b.value + c.value; }
    friend number exp(number x) { return std::exp(x.value); }
    friend number logistic(number x) { return 1.0 / (1.0 + std::exp(-x.value)); }
    friend number softplus(number x) { return std::log1p(std::exp(x.value)); }
    friend tauroa::sine_cosine<number> sincos(number x) { return {std::sin(x.value), std::cos(x.value)}; }
};

struct ending {
    std::int16_t label;
    std::uint32_t iterations;
};

template <class Game>
double wrapped(double x, std::size_t i) {
    const double period = Game::variables[i].period;
    return period > 0.0 ? std::remainder(x, period) : x;
}

template <class Game>
std::vector<double> slope(const std::vector<double>& x, const tauroa::problem& p) {
    tauroa::point<number, tauroa::dimension<Game>> at;
    for (int i = 0; i < tauroa::dimension<Game>; ++i) at[i] = x[static_cast<std::size_t>(i)];
    tauroa::parameter_values<Game> parameters{};
    for (int i = 0; i < tauroa::parameter_count<Game>; ++i) parameters[i] = p.parameters[i];
    const auto g = tauroa::automatic_gradient<Game>(at, parameters);
    std::vector<double> all;
    for (int i = 0; i < tauroa::dimension<Game>; ++i) all.push_back(g[i].value);
    return all;
}

/// The label at x; not_arrived where the iteration goes on.
template <class Game>
std::int16_t label_at(const std::vector<double>& x, const tauroa::problem& p) {
    const std::size_t n = x.size();
    for (int j = 0; j < p.points.count; ++j) {
        double squared = 0.0;
        for (std::size_t i = 0; i < n; ++i)
            squared +=
                std::pow(wrapped<Game>(x[i] - p.points.location[static_cast<std::size_t>(j) * n + i], i), 2);
        if (std::sqrt(squared) <= p.tolerance) return p.points.label[j];
    }
    for (std::size_t i = 0; i < n; ++i)
        if (!(std::abs(x[i]) <= 1e12)) return tauroa::diverged;
    return tauroa::not_arrived;
}

/// Where a start ends, and after how many steps.
template <class Game>
ending run(std::vector<double> x, const tauroa::problem& p) {
    const std::size_t n = x.size(), n1 = Game::n1;
    for (std::size_t i = 0; i < n; ++i) x[i] = wrapped<Game>(x[i], i);
    for (std::uint32_t k = 0;; ++k) {
        const std::int16_t label = label_at<Game>(x, p);
        if (label != tauroa::not_arrived || k == p.steps) return {label, k};
        const std::vector<double> g = slope<Game>(x, p);
        for (std::size_t i = 0; i < n1; ++i) x[i] = wrapped<Game>(x[i] - p.gamma * g[i], i);
        const std::vector<double> h = p.update == tauroa::update_order::alternating ? slope<Game>(x, p) : g;
        for (std::size_t i = n1; i < n; ++i) x[i] = wrapped<Game>(x[i] - p.gamma * p.tau * h[i], i);
    }
}

}  // namespace plain
