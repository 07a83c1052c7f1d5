#pragma once

// For tests of games as text: random expressions with their values worked out apart from the program's parser, and a
// graph's values for any scalar type.

#include <cmath>
#include <functional>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "host/text_game/game_file.hpp"
#include "kernels/dual.hpp"
#include "kernels/logarithm.hpp"
#include "kernels/logistic.hpp"

namespace text_games {

using namespace tauroa::text_game;

template <class T>
T applied(operation what, const T& x) {
    using tauroa::exp, tauroa::sin, tauroa::cos, tauroa::logistic, tauroa::softplus, tauroa::log,
        tauroa::sqrt;
    switch (what) {
        case operation::exp:
            return exp(x);
        case operation::sin:
            return sin(x);
        case operation::cos:
            return cos(x);
        case operation::logistic:
            return logistic(x);
        case operation::softplus:
            return softplus(x);
        case operation::log:
            return log(x);
        default:
            return sqrt(x);
    }
}

/// [nodes] The values of all nodes, one operation each, as it was written.
template <class T>
std::vector<T> values_of(const graph& g, const std::vector<T>& x, const std::vector<double>& p) {
    std::vector<T> all;
    const auto at = [&](node i) -> const T& { return all[static_cast<std::size_t>(i)]; };
    for (node i = 0; i < g.size(); ++i) {
        const node_value v = g[i];
        switch (v.what) {
            case operation::number:
                all.push_back(T(v.number));
                break;
            case operation::variable:
                all.push_back(x[static_cast<std::size_t>(v.left)]);
                break;
            case operation::parameter:
                all.push_back(T(p[static_cast<std::size_t>(v.left)]));
                break;
            case operation::negate:
                all.push_back(-at(v.left));
                break;
            case operation::add:
                all.push_back(at(v.left) + at(v.right));
                break;
            case operation::subtract:
                all.push_back(at(v.left) - at(v.right));
                break;
            case operation::multiply:
                all.push_back(at(v.left) * at(v.right));
                break;
            case operation::divide:
                all.push_back(at(v.left) / at(v.right));
                break;
            default:
                all.push_back(applied(v.what, at(v.left)));
                break;
        }
    }
    return all;
}

/// An expression's text and its value by the standard library; weight: the largest magnitude on the way, which roundings
/// are relative to; strength: how tightly its outermost operator binds.
struct example {
    std::string text;
    double value, weight;
    int strength;
};

/// Random expressions in x, y and mu.
class expression_maker {
  public:
    expression_maker(std::uint64_t seed, double x, double y, double mu) : random_(seed), values_{x, y, mu} {}

    example make(int depth) {
        if (depth == 0 || below(8) == 0) return leaf();
        switch (below(8)) {
            case 0:
                return function(make(depth - 1));
            case 1:
                return power(make(depth - 1));
            case 2:
                return negated(make(depth - 1));
            case 3:
                return quotient(make(depth - 1));
            default:
                return binary(make(depth - 1), make(depth - 1));
        }
    }

  private:
    static constexpr int sum = 1, product = 2, with_sign = 3, raised = 4, closed = 5;

    int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(random_); }

    /// In parentheses where the grammar asks for them, now and then where it does not.
    std::string in(const example& e, int strength) {
        return e.strength < strength || below(8) == 0 ? "( " + e.text + ")" : e.text;
    }

    example leaf() {
        static const std::vector<std::string> names{"x", "y", "mu"};
        static const std::vector<std::pair<std::string, double>> numbers{
            {"2", 2.0}, {"0.5", 0.5}, {".25", 0.25}, {"1e-1", 0.1}, {"3.", 3.0}, {"pi", 3.141592653589793}};
        if (below(3) > 0) {
            const auto i = static_cast<std::size_t>(below(3));
            return {names[i], values_[i], std::abs(values_[i]), closed};
        }
        const auto& [text, value] = numbers[static_cast<std::size_t>(below(6))];
        return {text, value, value, closed};
    }

    example binary(const example& a, const example& b) {
        const double weight = a.weight + b.weight;
        switch (below(3)) {
            case 0:
                return {in(a, sum) + " + " + in(b, product), a.value + b.value, weight, sum};
            case 1:
                return {in(a, sum) + " - " + in(b, product), a.value - b.value, weight, sum};
            default:
                return {in(a, product) + "*" + in(b, with_sign), a.value * b.value,
                        (1 + a.weight) * (1 + b.weight), product};
        }
    }

    /// By a sum that is not near zero.
    example quotient(const example& a) {
        const double by = 1.5 + values_[0] * values_[0];
        return {in(a, product) + "/(1.5 + x^2)", a.value / by, a.weight, product};
    }

    example negated(const example& a) {
        return {std::string("-").append(in(a, with_sign)), -a.value, a.weight, with_sign};
    }

    example power(const example& a) {
        const int k = below(4) + 1;
        return {in(a, closed) + (below(2) == 0 ? "^" : "**") + std::to_string(k), std::pow(a.value, k),
                k * std::pow(1 + a.weight, k), raised};
    }

    example function(const example& a) {
        const double x = a.value;
        switch (below(7)) {
            case 0:
                return {"sin(" + a.text + ")", std::sin(x), 1 + a.weight, closed};
            case 1:
                return {"cos(" + a.text + ")", std::cos(x), 1 + a.weight, closed};
            case 2:
                return {"tanh(" + a.text + ")", std::tanh(x), 1 + a.weight, closed};
            case 3:
                return {"logistic(" + a.text + ")", 1 / (1 + std::exp(-x)), 1 + a.weight, closed};
            case 4:
                return {"log(2 + sin(" + a.text + "))", std::log(2 + std::sin(x)), 2 + a.weight, closed};
            case 5:
                return {"sqrt(2 + cos(" + a.text + "))", std::sqrt(2 + std::cos(x)), 2 + a.weight, closed};
            default:
                return bounded_exp(a);
        }
    }

    /// exp of what cannot be large; softplus of the same.
    example bounded_exp(const example& a) {
        const double s = std::sin(a.value), weight = 5 * (1 + a.weight);
        if (below(2) == 0) return {"exp(sin(" + a.text + "))", std::exp(s), weight, closed};
        return {"softplus(-sin(" + a.text + "))", std::log1p(std::exp(-s)), weight, closed};
    }

    std::mt19937_64 random_;
    std::vector<double> values_;
};

/// A game file with this cost; x is player 1's, y player 2's.
inline std::string file_of(const std::string& cost, const std::string& variables =
                                                        "[player1]\nx = [-2, 2]\n[player2]\ny = [-2, 2]\n") {
    return "name = \"test\"\n" + variables + "[parameters]\nmu = 0.3\n[cost]\n" + cost + "\n";
}

inline text_game game_of_text(const std::string& text) { return game_of(source("my.toml", text)); }

}  // namespace text_games
