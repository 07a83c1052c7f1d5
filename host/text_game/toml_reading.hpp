#pragma once

// Pieces of a TOML file with the places that toml++ gives them, for messages.

#include <toml++/toml.h>

#include <initializer_list>
#include <string>
#include <vector>

#include "host/text_game/parser.hpp"
#include "host/text_game/source.hpp"

namespace tauroa::text_game {

/// The file's tables. Throws user_error with the place where it is no TOML.
toml::table parse_toml(const source& from);

/// Where a key or a value begins; never before the file's beginning.
place begin_of(const source& from, const toml::source_region& region);

/// A table's entry.
struct entry {
    std::string name;
    place at;  ///< of the name
    const toml::node* value;
};

/// A table's entries in the file's order.
std::vector<entry> entries_of(const source& from, const toml::table& table);

/// The value as a table; throws user_error, naming `what`, where it is none.
const toml::table& table_of(const source& from, const entry& e);

/// Throws user_error for an entry whose name is none of these.
void refuse_other_names(const source& from, const toml::table& table, std::string_view where,
                        std::initializer_list<std::string_view> known);

/// The expression that a value's text is, as it stands between its quotation marks: so every place in it is known, and
/// what TOML would take for an escape is an error of the expression.
node expression_of(const source& from, const entry& e, const scope& names, graph& into);

/// A number, or text that is an expression of numbers and pi.
double number_of(const source& from, const entry& e);

/// One line of text of at most so many bytes, as it stands between its quotation marks, without a backslash.
std::string text_of(const source& from, const entry& e, std::size_t most);

}  // namespace tauroa::text_game
