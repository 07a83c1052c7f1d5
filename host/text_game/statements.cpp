#include "host/text_game/statements.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "host/text_game/dependence.hpp"
#include "kernels/error.hpp"

namespace tauroa::text_game {
namespace {

std::string text_of(char kind, int index) { return std::string(1, kind) += std::to_string(index); }

std::string in_parentheses(const std::string& text) { return std::string("(").append(text).append(")"); }

const char* function_text(operation what) {
    switch (what) {
        case operation::exp:
            return "exp";
        case operation::logistic:
            return "logistic";
        case operation::softplus:
            return "softplus";
        case operation::log:
            return "log";
        default:
            return "sqrt";
    }
}

bool is_angle_function(operation what) { return what == operation::sin || what == operation::cos; }

}  // namespace

std::string hexadecimal(double x) {
    if (!std::isfinite(x)) throw failure("a game's code would have a number that is not finite");
    std::array<char, 40> digits{};
    char* const first = digits.data();
    const char* const last =
        std::to_chars(first, first + digits.size(), std::abs(x), std::chars_format::hex).ptr;
    return (std::signbit(x) ? "-0x" : "0x") + std::string(static_cast<const char*>(first), last);
}

statement_writer::statement_writer(const graph& from, bool fused, std::vector<bool> kept)
    : graph_(&from), fused_(fused), kept_(std::move(kept)), signs_(signs_of(from)) {}

bool statement_writer::is_in_halves(node i) const {
    const node_value& v = (*graph_)[i];
    return fused_ && v.what == operation::exp && !graph_->is_uniform(i) && !is_kept(i) &&
           signs_[static_cast<std::size_t>(v.left)] == sign::not_positive;
}

std::string statement_writer::member(node i) const {
    const node_value& v = (*graph_)[i];
    return is_angle_function(v.what) ? text_of('s', v.left) : text_of('v', i);
}

std::string statement_writer::uniform_value(node i) const {
    const node_value& v = (*graph_)[i];
    if (v.what == operation::number) return in_parentheses(hexadecimal(v.number));
    if (v.what == operation::parameter) return "p[" + std::to_string(v.left) + "]";
    return text_of('u', i);
}

std::string statement_writer::value(node i) const {
    const node_value& v = (*graph_)[i];
    if (graph_->is_uniform(i)) return "T(" + uniform_value(i) + ")";
    if (v.what == operation::variable) return "x[" + std::to_string(v.left) + "]";
    const std::string from = is_kept(i) ? "t." : "";
    if (is_angle_function(v.what)) return from + member(i) + (v.what == operation::sin ? ".sine" : ".cosine");
    return from + member(i);
}

std::string statement_writer::negated_value(node i) const {
    if (graph_->is_number(i)) return "T(" + hexadecimal(-(*graph_)[i].number) + ")";
    return std::string("-").append(value(i));
}

void statement_writer::find_uses(const std::vector<node>& roots) {
    const auto size = static_cast<std::size_t>(graph_->size());
    needed_ = needed_for(*graph_, roots, kept_);
    uses_.assign(size, 0);
    for (const node root : roots) ++uses_[static_cast<std::size_t>(root)];
    for (node i = 0; i < graph_->size(); ++i)
        if (needed_[static_cast<std::size_t>(i)] && !is_kept(i))
            for_each_argument((*graph_)[i], [&](node a) { ++uses_[static_cast<std::size_t>(a)]; });
    product_of_.assign(size, -1);
    within_.assign(size, false);
    angle_written_.assign(size, false);
    for (node i = 0; i < graph_->size(); ++i)
        if (fused_ && needed_[static_cast<std::size_t>(i)]) choose_fused(i);
}

bool statement_writer::can_be_fused(node product) const {
    const auto at = static_cast<std::size_t>(product);
    return (*graph_)[product].what == operation::multiply && !graph_->is_uniform(product) && uses_[at] == 1;
}

void statement_writer::choose_fused(node sum) {
    const node_value& v = (*graph_)[sum];
    if (graph_->is_uniform(sum) || (v.what != operation::add && v.what != operation::subtract)) return;
    for (const node product :
         {std::max(v.left, v.right), std::min(v.left, v.right)}) {  // the later one first
        if (!can_be_fused(product)) continue;
        product_of_[static_cast<std::size_t>(sum)] = product;
        within_[static_cast<std::size_t>(product)] = true;
        return;
    }
}

/// By the functions that stand within each other; those of one level as they were built.
void statement_writer::find_order() {
    std::vector<int> level(static_cast<std::size_t>(graph_->size()), 0);
    order_.clear();
    for (node i = 0; i < graph_->size(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        if (!needed_[at]) continue;
        order_.push_back(i);
        if (is_kept(i) || graph_->is_uniform(i)) continue;
        for_each_argument((*graph_)[i], [&](node a) {
            level[at] = std::max(level[at], level[static_cast<std::size_t>(a)]);
        });
        if (is_function((*graph_)[i].what)) ++level[at];
    }
    std::stable_sort(order_.begin(), order_.end(), [&](node a, node b) {
        return level[static_cast<std::size_t>(a)] < level[static_cast<std::size_t>(b)];
    });
}

std::string statement_writer::sum_of_product(node i) const {
    const node_value& v = (*graph_)[i];
    const node product = product_of_[static_cast<std::size_t>(i)];
    const node_value& factors = (*graph_)[product];
    const bool is_left = product == v.left;
    const bool subtracts = v.what == operation::subtract;
    const std::string first = subtracts && !is_left ? negated_value(factors.left) : value(factors.left);
    const std::string other =
        subtracts && is_left ? negated_value(v.right) : value(is_left ? v.right : v.left);
    return "fma(" + first + ", " + value(factors.right) + ", " + other + ")";
}

std::string statement_writer::definition(node i) const {
    const node_value& v = (*graph_)[i];
    if (product_of_[static_cast<std::size_t>(i)] >= 0) return sum_of_product(i);
    const bool is_uniform = graph_->is_uniform(i);
    const auto of = [&](node a) { return is_uniform ? uniform_value(a) : value(a); };
    switch (v.what) {
        case operation::negate:
            return std::string("-").append(of(v.left));
        case operation::add:
            return of(v.left) + " + " + of(v.right);
        case operation::subtract:
            return of(v.left) + " - " + of(v.right);
        case operation::multiply:
            return of(v.left) + " * " + of(v.right);
        case operation::divide:
            return of(v.left) + " / " + of(v.right);
        case operation::sin:
            return "sin" + in_parentheses(of(v.left));  // of parameters only
        case operation::cos:
            return "cos" + in_parentheses(of(v.left));
        default:
            if (is_in_halves(i)) return "finish_exp" + in_parentheses(text_of('b', v.left));
            return function_text(v.what) + in_parentheses(of(v.left));
    }
}

void statement_writer::write(node i, std::string& to) {
    const node_value& v = (*graph_)[i];
    if (arguments(v.what) == 0 || is_kept(i) || within_[static_cast<std::size_t>(i)]) return;
    if (graph_->is_uniform(i)) {
        to += "        const double " + text_of('u', i) + " = " + definition(i) + ";\n";
    } else if (!is_angle_function(v.what)) {
        to += "        const T " + text_of('v', i) + " = " + definition(i) + ";\n";
    } else if (!angle_written_[static_cast<std::size_t>(v.left)]) {
        angle_written_[static_cast<std::size_t>(v.left)] = true;
        to += "        const sine_cosine<T> " + member(i) + " = sincos(" + value(v.left) + ");\n";
    }
}

void statement_writer::write_begun(node argument, std::string& to) const {
    to += "        const auto " + text_of('b', argument) + " = begin_exp(" + value(argument) + ");\n";
}

std::string statement_writer::statements(const std::vector<node>& roots) {
    find_uses(roots);
    std::vector<bool> is_begun(needed_.size(), false);  // [nodes] of arguments
    for (node i = 0; i < graph_->size(); ++i)
        if (needed_[static_cast<std::size_t>(i)] && is_in_halves(i))
            is_begun[static_cast<std::size_t>((*graph_)[i].left)] = true;
    find_order();
    std::string all;
    for (const node i : order_) {
        write(i, all);
        if (is_begun[static_cast<std::size_t>(i)]) write_begun(i, all);
    }
    return all;
}

}  // namespace tauroa::text_game
