#pragma once

// An expression's text into a graph, by recursive descent:
//     sum     = product { ("+" | "-") product }
//     product = signed { ("*" | "/") signed }
//     signed  = ("+" | "-") signed | power
//     power   = primary [ ("^" | "**") signed ]           the exponent: a whole number
//     primary = number | name | function "(" sum ")" | "(" sum ")"
// So -x^2 = -(x^2), 2^3^2 = 2^(3^2), x^-1 = 1 / x, and a - b - c = (a - b) - c, as in Python, Fortran and Julia.
// Written by hand, as the grammar has five rules and half of the work is to say what was expected where: ExprTk and
// muParser evaluate but give no tree; PEGTL and lexy give one, but 30 lines of rules in place of these 100 would leave
// messages, limits on nesting, and the graph to be written by hand as well.

#include <map>
#include <string>

#include "host/text_game/graph.hpp"
#include "host/text_game/source.hpp"

namespace tauroa::text_game {

/// What names an expression may use.
using scope = std::map<std::string, node, std::less<>>;

/// The expression in [first, last) of the source, built in `into`. Throws user_error, with the place, for anything that
/// is no expression of these names, and where the graph would be too large.
node parse_expression(const source& from, std::size_t first, std::size_t last, const scope& names,
                      graph& into);

/// Whether no variable may have this name: a function's, or pi.
bool is_reserved(std::string_view name);

/// "exp, sin, ...".
std::string function_names();

}  // namespace tauroa::text_game
