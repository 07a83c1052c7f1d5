#include "host/text_game/graph.hpp"

#include <bit>
#include <cmath>
#include <utility>

#include "host/text_game/limits.hpp"
#include "kernels/logarithm.hpp"
#include "kernels/logistic.hpp"

namespace tauroa::text_game {
namespace {

/// The kernels' functions, as they are the same to the bit everywhere.
double applied(operation what, double x) {
    switch (what) {
        case operation::exp:
            return tauroa::exp(x);
        case operation::sin:
            return tauroa::sin(x);
        case operation::cos:
            return tauroa::cos(x);
        case operation::logistic:
            return tauroa::logistic(x);
        case operation::softplus:
            return tauroa::softplus(x);
        case operation::log:
            return tauroa::log(x);
        default:
            return tauroa::sqrt(x);
    }
}

double computed(operation what, double a, double b) {
    switch (what) {
        case operation::add:
            return a + b;
        case operation::subtract:
            return a - b;
        case operation::multiply:
            return a * b;
        default:
            return a / b;
    }
}

}  // namespace

bool is_function(operation what) { return what >= operation::exp; }

int arguments(operation what) {
    if (what < operation::negate) return 0;
    return what == operation::negate || is_function(what) ? 1 : 2;
}

node graph::unique(const node_value& v) {
    const key by{v.what, v.left, v.right, std::bit_cast<std::uint64_t>(v.number)};
    if (const auto known = known_.find(by); known != known_.end()) return known->second;
    if (size() >= most_nodes) throw too_large();
    const int count = arguments(v.what);
    uniform_.push_back(v.what != operation::variable && (count < 1 || is_uniform(v.left)) &&
                       (count < 2 || is_uniform(v.right)));
    nodes_.push_back(v);
    return known_[by] = size() - 1;
}

node graph::commutative(operation what, node a, node b) {
    return unique({what, std::min(a, b), std::max(a, b)});
}

node graph::number(double x) {
    return unique({operation::number, -1, -1, x == 0.0 ? 0.0 : x});  // one zero
}

node graph::folded(operation what, node a, node b) {
    if (!is_number(a) || !is_number(b)) return -1;
    const double x = computed(what, (*this)[a].number, (*this)[b].number);
    return std::isfinite(x) ? number(x) : -1;
}

bool graph::is_negative(node a) const {
    const node_value& v = (*this)[a];
    if (v.what == operation::number) return v.number < 0.0;
    return v.what == operation::negate ||
           (v.what == operation::multiply && is_number(v.left) && (*this)[v.left].number < 0.0);
}

node graph::negate(node a) {
    const node_value v = (*this)[a];
    if (v.what == operation::number) return number(-v.number);
    if (v.what == operation::negate) return v.left;
    if (v.what == operation::subtract) return subtract(v.right, v.left);
    if (v.what == operation::multiply && is_number(v.left)) return scaled(-(*this)[v.left].number, v.right);
    return unique({operation::negate, a});
}

node graph::add(node a, node b) {
    if (const node sum = folded(operation::add, a, b); sum >= 0) return sum;
    if (is_number(a, 0.0)) return b;
    if (is_number(b, 0.0)) return a;
    if (a == b) return multiply(number(2.0), a);
    if (is_negated(b)) return subtract(a, (*this)[b].left);
    if (is_negated(a)) return subtract(b, (*this)[a].left);
    return commutative(operation::add, a, b);
}

node graph::subtract(node a, node b) {
    if (const node difference = folded(operation::subtract, a, b); difference >= 0) return difference;
    if (a == b) return number(0.0);
    if (is_number(b, 0.0)) return a;
    if (is_number(a, 0.0)) return negate(b);
    if (is_negated(b)) return add(a, (*this)[b].left);
    if (is_negated(a)) return negate(add((*this)[a].left, b));
    return unique({operation::subtract, a, b});
}

/// by a; the number stands left.
node graph::scaled(double by, node a) {
    if (by == 0.0) return number(0.0);
    if (by == 1.0) return a;
    if (by == -1.0) return negate(a);
    return unique({operation::multiply, number(by), a});
}

node graph::multiply(node a, node b) {
    if (const node product = folded(operation::multiply, a, b); product >= 0) return product;
    if (is_number(b)) std::swap(a, b);
    if (is_number(a) && !is_number(b)) {
        const double by = (*this)[a].number;
        return is_negated(b) ? scaled(-by, (*this)[b].left) : scaled(by, b);
    }
    if (is_negated(a)) return negate(multiply((*this)[a].left, b));
    if (is_negated(b)) return negate(multiply(a, (*this)[b].left));
    return commutative(operation::multiply, a, b);
}

node graph::divide(node a, node b) {
    if (const node quotient = folded(operation::divide, a, b); quotient >= 0) return quotient;
    if (is_number(b, 1.0) || is_number(a, 0.0)) return a;
    if (is_number(b) && std::isfinite(1.0 / (*this)[b].number))
        return multiply(number(1.0 / (*this)[b].number), a);
    if (is_negated(a)) return negate(divide((*this)[a].left, b));
    if (is_negated(b)) return negate(divide(a, (*this)[b].left));
    if (is_uniform(b) && !is_uniform(a)) return multiply(divide(number(1.0), b), a);
    return unique({operation::divide, a, b});
}

node graph::power(node a, int exponent) {
    if (exponent < 0) return divide(number(1.0), power(a, -exponent));
    node result = number(1.0);
    for (node square = a;; square = multiply(square, square)) {
        if (exponent % 2 == 1) result = multiply(result, square);
        exponent /= 2;
        if (exponent == 0) return result;
    }
}

node graph::apply(operation what, node a) {
    if (is_number(a)) {
        const double x = applied(what, (*this)[a].number);
        if (std::isfinite(x)) return number(x);
    }
    if (what == operation::sin && is_negative(a)) return negate(apply(what, negate(a)));
    if (what == operation::cos && is_negative(a)) return apply(what, negate(a));
    return unique({what, a});
}

node graph::rebuilt(const node_value& v, node left, node right) {
    switch (v.what) {
        case operation::number:
            return number(v.number);
        case operation::variable:
        case operation::parameter:
            return unique(v);
        case operation::negate:
            return negate(left);
        case operation::add:
            return add(left, right);
        case operation::subtract:
            return subtract(left, right);
        case operation::multiply:
            return multiply(left, right);
        case operation::divide:
            return divide(left, right);
        default:
            return apply(v.what, left);
    }
}

}  // namespace tauroa::text_game
