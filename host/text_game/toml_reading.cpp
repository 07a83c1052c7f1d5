#include "host/text_game/toml_reading.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "host/text_game/limits.hpp"
#include "host/text_game/toml_guard.hpp"

namespace tauroa::text_game {
namespace {

std::size_t offset_of(const source& from, const toml::source_region& region) {
    return from.offset_of(std::max<std::size_t>(region.begin.line, 1),
                          std::max<std::size_t>(region.begin.column, 1));
}

/// What a value's text spans between its quotation marks.
struct span {
    std::size_t first, last;
};

span between_quotes(const source& from, const toml::node& value) {
    const std::string_view text = from.text();
    const std::size_t open = offset_of(from, value.source());
    const std::string_view rest = text.substr(open);
    const bool is_long = rest.starts_with(R"(""")") || rest.starts_with("'''");
    const std::string_view quotes = rest.substr(0, is_long ? 3 : 1);
    const std::size_t first = open + quotes.size();
    std::size_t last = text.find(quotes, first);
    while (is_long && last < text.size() && text.substr(last + 1).starts_with(quotes))
        ++last;  // a quote in the text
    return {std::min(first, text.size()), std::min(last, text.size())};
}

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80U; }

/// The text with ? for each byte of other characters, some of which toml++ is not to be given (toml_guard.hpp). Texts are
/// taken from the source itself, and its columns are bytes so.
std::string in_ascii(std::string_view text) {
    std::string masked(text);
    std::replace_if(masked.begin(), masked.end(), std::not_fn(is_ascii), '?');
    return masked;
}

/// a.a.a.a... is a table in a table for each dot, and a table's end needs stack for all in it: no line is to be long.
void refuse_long_lines(const source& from) {
    for (std::size_t first = 0; first < from.text().size();) {
        const std::size_t last = std::min(from.text().find('\n', first), from.text().size());
        if (last - first > longest_line)
            from.refuse(first + longest_line, "expected a line of at most " + std::to_string(longest_line) +
                                                  R"( bytes; text between """ may be of several lines)");
        first = last + 1;
    }
}

}  // namespace

place begin_of(const source& from, const toml::source_region& region) {
    return from.place_of(offset_of(from, region));
}

toml::table parse_toml(const source& from) {
    if (const auto wrong = defect_for_toml(from.text()))
        from.refuse(wrong->offset, std::string(wrong->expected));
    refuse_long_lines(from);
    try {
        return toml::parse(in_ascii(from.text()), from.path());
    } catch (const toml::parse_error& error) {
        const std::size_t at = offset_of(from, error.source());
        if (at < from.text().size() && !is_ascii(from.text()[at]))
            from.refuse(at, "expected ASCII outside of quotation marks and comments");
        from.refuse(at, shown(error.description(), 200));
    }
}

std::vector<entry> entries_of(const source& from, const toml::table& table) {
    std::vector<entry> all;
    for (const auto& [key, value] : table)
        all.push_back({std::string(key.str()), begin_of(from, key.source()), &value});
    std::stable_sort(all.begin(), all.end(), [](const entry& a, const entry& b) {
        return std::pair(a.at.line, a.at.column) < std::pair(b.at.line, b.at.column);
    });
    return all;
}

const toml::table& table_of(const source& from, const entry& e) {
    const toml::table* table = e.value->as_table();
    if (table == nullptr) from.refuse(e.at, "expected a table, [" + shown(e.name) + "], not a value");
    return *table;
}

void refuse_other_names(const source& from, const toml::table& table, std::string_view where,
                        std::initializer_list<std::string_view> known) {
    for (const entry& e : entries_of(from, table)) {
        if (std::find(known.begin(), known.end(), e.name) != known.end()) continue;
        std::string names;
        for (const std::string_view name : known) names += (names.empty() ? "" : ", ") + std::string(name);
        from.refuse(e.at, quoted(e.name) + " is nothing that " + std::string(where) +
                              " has; expected one of " + names);
    }
}

node expression_of(const source& from, const entry& e, const scope& names, graph& into) {
    if (!e.value->is_string())
        from.refuse(begin_of(from, e.value->source()),
                    "expected an expression in quotation marks for " + shown(e.name));
    const span text = between_quotes(from, *e.value);
    return parse_expression(from, text.first, text.last, names, into);
}

double number_of(const source& from, const entry& e) {
    const place at = begin_of(from, e.value->source());
    if (const auto* whole = e.value->as_integer()) return static_cast<double>(whole->get());
    if (const auto* real = e.value->as_floating_point()) {
        if (!std::isfinite(real->get())) from.refuse(at, "expected a finite number for " + shown(e.name));
        return real->get();
    }
    if (!e.value->is_string())
        from.refuse(at, "expected a number for " + shown(e.name) +
                            ", or an expression of numbers and pi in quotation marks");
    graph numbers;
    const node x = expression_of(from, e, {}, numbers);
    if (!numbers.is_number(x)) from.refuse(at, "expected a finite number for " + shown(e.name));
    return numbers[x].number;
}

std::string text_of(const source& from, const entry& e, std::size_t most) {
    if (!e.value->is_string())
        from.refuse(begin_of(from, e.value->source()),
                    "expected text in quotation marks for " + shown(e.name));
    const span between = between_quotes(from, *e.value);
    const std::string_view text = from.text().substr(between.first, between.last - between.first);
    if (text.size() > most)
        from.refuse(between.first,
                    "expected at most " + std::to_string(most) + " bytes of text for " + shown(e.name));
    for (std::size_t i = 0; i < text.size(); ++i)
        if (static_cast<unsigned char>(text[i]) < 0x20U || text[i] == 0x7F || text[i] == '\\')
            from.refuse(
                between.first + i,
                "expected one line of text, without a backslash or control characters, for " + shown(e.name));
    return std::string(text);
}

}  // namespace tauroa::text_game
