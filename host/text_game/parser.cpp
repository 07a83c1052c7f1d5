#include "host/text_game/parser.hpp"

#include <array>
#include <cmath>
#include <optional>

#include "host/text_game/limits.hpp"
#include "host/text_game/tokens.hpp"

namespace tauroa::text_game {
namespace {

constexpr double pi = 0x1.921fb54442d18p1;

struct function_name {
    std::string_view name;
    std::optional<operation> what;  ///< none: made of others
};
constexpr std::array<function_name, 8> functions{{{"exp", operation::exp},
                                                  {"log", operation::log},
                                                  {"sqrt", operation::sqrt},
                                                  {"sin", operation::sin},
                                                  {"cos", operation::cos},
                                                  {"tanh", std::nullopt},
                                                  {"logistic", operation::logistic},
                                                  {"softplus", operation::softplus}}};

const function_name* find_function(std::string_view name) {
    for (const function_name& f : functions)
        if (f.name == name) return &f;
    return nullptr;
}

/// What to write in place of a name that people are used to; empty where there is no advice.
std::string advice(std::string_view name) {
    if (name == "sigmoid" || name == "expit") return "; it is called logistic here";
    if (name == "ln") return "; it is called log here";
    if (name == "log1p") return "; write log(1 + x)";
    if (name == "tan") return "; it is sin(x) / cos(x)";
    if (name == "cosh" || name == "sinh") return "; write it with exp";
    return {};
}

class parser {
  public:
    parser(const source& from, std::size_t first, std::size_t last, const scope& names, graph& into)
        : from_(&from), tokens_(from, first, last), names_(&names), into_(&into), ahead_(tokens_.next()) {}

    node whole() {
        if (ahead_.kind == token_kind::end) expected("an expression");
        const node all = sum();
        if (ahead_.kind != token_kind::end) expected("an operator (+ - * / ^) or the end");
        return all;
    }
    [[nodiscard]] std::size_t offset() const { return ahead_.offset; }

  private:
    /// One more level of nesting, as long as it lives.
    class level {
      public:
        explicit level(parser& p) : parser_(&p) {
            if (++parser_->depth_ > deepest_nesting)
                parser_->refuse(parser_->ahead_, "nested more than " + std::to_string(deepest_nesting) +
                                                     " deep; expected less: name parts in [definitions]");
        }
        level(const level&) = delete;
        level& operator=(const level&) = delete;
        level(level&&) = delete;
        level& operator=(level&&) = delete;
        ~level() { --parser_->depth_; }

      private:
        parser* parser_;
    };

    [[noreturn]] void refuse(const token& at, const std::string& what) const {
        from_->refuse(at.offset, what);
    }
    [[noreturn]] void expected(const std::string& what) const {
        refuse(ahead_, "expected " + what + ", found " + described(ahead_));
    }

    [[nodiscard]] bool is_sign(char c) const {
        return ahead_.kind == token_kind::sign && ahead_.text.front() == c;
    }
    token take() {
        const token taken = ahead_;
        ahead_ = tokens_.next();
        return taken;
    }
    bool take_sign(char c) {
        if (!is_sign(c)) return false;
        take();
        return true;
    }

    node sum() {
        node left = product();
        while (is_sign('+') || is_sign('-')) {
            const bool plus = take().text == "+";
            const node right = product();
            left = plus ? into_->add(left, right) : into_->subtract(left, right);
        }
        return left;
    }

    node product() {
        node left = with_sign();
        while (is_sign('*') || is_sign('/')) {
            const token by = take();
            const node right = with_sign();
            left = by.text == "*" ? into_->multiply(left, right) : quotient(left, right, by);
        }
        return left;
    }

    node quotient(node left, node right, const token& at) {
        if (into_->is_number(right, 0.0)) refuse(at, "a division by zero; expected another divisor");
        return into_->divide(left, right);
    }

    node with_sign() {
        const level here(*this);
        if (take_sign('+')) return with_sign();
        if (take_sign('-')) return into_->negate(with_sign());
        return power();
    }

    node power() {
        const node base = primary();
        if (!is_sign('^')) return base;
        take();
        const token at = ahead_;
        return raised(base, with_sign(), at);
    }

    node raised(node base, node exponent, const token& at) {
        const double k = into_->is_number(exponent) ? (*into_)[exponent].number : 0.5;
        if (k != std::floor(k) || std::abs(k) > highest_power)
            refuse(at, "expected a whole number from -" + std::to_string(highest_power) + " to " +
                           std::to_string(highest_power) +
                           " as the exponent; a power of e is exp(...), a root sqrt(...)");
        if (k < 0.0 && into_->is_number(base, 0.0))
            refuse(at, "zero to a negative power; expected another base");
        return into_->power(base, static_cast<int>(k));
    }

    node primary() {
        if (ahead_.kind == token_kind::number) return number();
        if (ahead_.kind == token_kind::name) return named();
        if (!is_sign('(')) expected("a number, a name, a function, '-' or '('");
        return in_parentheses();
    }

    node number() {
        const node x = into_->number(take().number);
        if (ahead_.kind == token_kind::name || is_sign('('))
            expected("an operator after the number (write 2*x for a product)");
        return x;
    }

    node in_parentheses() {
        const token open = take();
        const node inside = sum();
        if (!take_sign(')')) {
            const place at = from_->place_of(open.offset);
            expected("an operator or ')' for the '(' of line " + std::to_string(at.line) + ", column " +
                     std::to_string(at.column));
        }
        return inside;
    }

    node named() {
        const token name = take();
        if (const function_name* f = find_function(name.text); f != nullptr) return applied(*f);
        if (name.text == "pi") return into_->number(pi);
        const auto known = names_->find(name.text);
        if (known == names_->end()) refuse(name, unknown(name.text));
        if (is_sign('('))
            refuse(name, quoted(name.text) +
                             " is no function; expected an operator after it, or one of the functions " +
                             function_names());
        return known->second;
    }

    node applied(const function_name& f) {
        if (!is_sign('(')) expected("'(' after " + std::string(f.name));
        const token at = ahead_;
        const node x = in_parentheses();
        if (f.what == operation::log) return logarithm(x, at);
        if (f.what == operation::sqrt && into_->is_number(x) && (*into_)[x].number < 0.0)
            refuse(at, "the square root of a negative number; expected another argument");
        if (f.what) return into_->apply(*f.what, x);
        // tanh x = 2 logistic(2 x) - 1
        const node twice = into_->apply(operation::logistic, into_->multiply(into_->number(2.0), x));
        return into_->subtract(into_->multiply(into_->number(2.0), twice), into_->number(1.0));
    }

    /// log(1 + e^u) = softplus u and log(logistic u) = -softplus(-u), which neither overflow nor lose digits; else log x.
    node logarithm(node x, const token& at) {
        const node_value v = (*into_)[x];
        if (v.what == operation::number && !(v.number > 0.0))
            refuse(at, "the logarithm of a number that is not positive; expected another argument");
        if (v.what == operation::logistic)
            return into_->negate(into_->apply(operation::softplus, into_->negate(v.left)));
        if (v.what == operation::add)
            for (const auto& [one, other] : {std::pair{v.left, v.right}, {v.right, v.left}})
                if (into_->is_number(one, 1.0) && (*into_)[other].what == operation::exp)
                    return into_->apply(operation::softplus, (*into_)[other].left);
        return into_->apply(operation::log, x);
    }

    [[nodiscard]] std::string unknown(std::string_view name) const {
        if (is_sign('('))
            return "no function " + shown(name) + ": there are " + function_names() + advice(name);
        std::string known;
        for (const auto& [other, at] : *names_)
            if (known.size() < 200) known += other + ", ";
        return "no variable, parameter or definition '" + shown(name) + "'; expected one of " + known + "pi" +
               (names_->empty() ? " or a number" : "");
    }

    const source* from_;
    token_reader tokens_;
    const scope* names_;
    graph* into_;
    token ahead_;
    int depth_ = 0;
};

}  // namespace

node parse_expression(const source& from, std::size_t first, std::size_t last, const scope& names,
                      graph& into) {
    parser parsing(from, first, last, names, into);
    try {
        return parsing.whole();
    } catch (const too_large& error) {
        from.refuse(parsing.offset(), std::string(error.what()) + ": " + std::to_string(most_nodes));
    }
}

bool is_reserved(std::string_view name) { return name == "pi" || find_function(name) != nullptr; }

std::string function_names() {
    std::string all;
    for (const function_name& f : functions) all += (all.empty() ? "" : ", ") + std::string(f.name);
    return all;
}

}  // namespace tauroa::text_game
