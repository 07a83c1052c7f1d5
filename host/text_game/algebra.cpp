#include "host/text_game/algebra.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace tauroa::text_game {
namespace {

using factor_list = std::vector<std::pair<node, int>>;

constexpr std::size_t most_factors = 16, most_terms = 200;
constexpr int highest_exponent = 1000;

/// a b; none where it has too many factors, or its coefficient would lose digits.
std::optional<monomial> times(const monomial& a, const monomial& b) {
    std::map<node, int> exponents(a.factors.begin(), a.factors.end());
    for (const auto& [factor, exponent] : b.factors) exponents[factor] += exponent;
    const double coefficient = a.coefficient * b.coefficient;
    const bool too_high = std::any_of(exponents.begin(), exponents.end(),
                                      [](const auto& f) { return f.second > highest_exponent; });
    if (too_high || exponents.size() > most_factors || !std::isnormal(coefficient)) return std::nullopt;
    return monomial{coefficient, {exponents.begin(), exponents.end()}};
}

/// Equal products as one, those that cancel left out.
std::vector<monomial> collected(const std::vector<monomial>& terms) {
    std::map<factor_list, double> coefficients;
    for (const monomial& m : terms) coefficients[m.factors] += m.coefficient;
    std::vector<monomial> all;
    for (const auto& [factors, coefficient] : coefficients)
        if (coefficient != 0.0) all.push_back({coefficient, factors});
    return all;
}

/// The exponent of a factor; 0 where there is none.
int exponent_in(const monomial& m, node factor) {
    for (const auto& [other, exponent] : m.factors)
        if (other == factor) return exponent;
    return 0;
}

/// The factor that most terms have, at least two; of several the last built, which took most work. -1: there is none.
node most_common_factor(const std::vector<monomial>& terms) {
    std::map<node, int> count;
    for (const monomial& m : terms)
        for (const auto& [factor, exponent] : m.factors) ++count[factor];
    node best = -1;
    int most = 1;
    for (const auto& [factor, times] : count) {
        if (times < 2 || times < most) continue;
        best = factor;
        most = times;
    }
    return best;
}

void divide_by(monomial& m, node factor, int exponent) {
    for (auto& f : m.factors)
        if (f.first == factor) f.second -= exponent;
    std::erase_if(m.factors, [](const auto& f) { return f.second == 0; });
}

}  // namespace

monomial algebra::found_factors(node a) const {
    const node_value& v = (*graph_)[a];
    monomial itself{1.0, {{a, 1}}};
    const auto of = [this](node i) -> const monomial& { return known_[static_cast<std::size_t>(i)]; };
    switch (v.what) {
        case operation::number:
            return std::isnormal(v.number) ? monomial{v.number} : itself;
        case operation::negate:
            return times({-1.0}, of(v.left)).value_or(itself);
        case operation::multiply:
            return times(of(v.left), of(v.right)).value_or(itself);
        default:
            return itself;
    }
}

const monomial& algebra::factors_of(node a) {
    for (auto i = static_cast<node>(known_.size()); i <= a; ++i) known_.push_back(found_factors(i));
    return known_[static_cast<std::size_t>(a)];
}

node algebra::built(const monomial& m) {
    node uniform = graph_->number(m.coefficient), varying = graph_->number(1.0);
    for (const auto& [factor, exponent] : m.factors) {
        node& to = graph_->is_uniform(factor) ? uniform : varying;
        to = graph_->multiply(to, graph_->power(factor, exponent));
    }
    return graph_->multiply(uniform, varying);
}

node algebra::product(node a, node b) {
    const monomial left = factors_of(a);  // copied, as the next line may move it
    const auto both = times(left, factors_of(b));
    return both ? built(*both) : graph_->multiply(a, b);
}

node algebra::negated(node a) { return product(graph_->number(-1.0), a); }

node algebra::sum(const std::vector<node>& terms) {
    std::vector<monomial> all;
    for (const node term : terms)
        if (!graph_->is_number(term, 0.0)) all.push_back(factors_of(term));
    return sum_of(collected(all));
}

/// Takes the factor of most terms out; goes on with those terms inside, and with the others.
node algebra::sum_of(std::vector<monomial> terms) {
    const node factor = terms.size() <= most_terms ? most_common_factor(terms) : -1;
    if (factor < 0) return plain_sum(std::move(terms));
    std::vector<monomial> inside, others;
    int exponent = highest_exponent;
    for (monomial& m : terms) {
        const int own = exponent_in(m, factor);
        if (own > 0) exponent = std::min(exponent, own);
        (own > 0 ? inside : others).push_back(std::move(m));
    }
    for (monomial& m : inside) divide_by(m, factor, exponent);
    const node taken_out = product(graph_->power(factor, exponent), sum_of(std::move(inside)));
    others.push_back(factors_of(taken_out));
    return sum_of(std::move(others));
}

/// Terms one by one, a positive one first; products of several last, as they can be added in one operation.
node algebra::plain_sum(std::vector<monomial> terms) {
    std::stable_sort(terms.begin(), terms.end(), [](const monomial& a, const monomial& b) {
        const auto rank = [](const monomial& m) {
            return std::pair(m.factors.size() + (std::abs(m.coefficient) == 1.0 ? 0 : 1),
                             m.coefficient < 0.0);
        };
        return rank(a) < rank(b);
    });
    const auto first =
        std::find_if(terms.begin(), terms.end(), [](const monomial& m) { return m.coefficient > 0.0; });
    if (first != terms.end()) std::rotate(terms.begin(), first, first + 1);
    node total = graph_->number(0.0);
    for (const monomial& m : terms) total = graph_->add(total, built(m));
    return total;
}

}  // namespace tauroa::text_game
