#include "host/text_game/toml_guard.hpp"

#include <algorithm>
#include <boost/locale/utf.hpp>
#include <cctype>
#include <iterator>

namespace tauroa::text_game {
namespace {

using utf8 = boost::locale::utf::utf_traits<char>;
using boost::locale::utf::code_point;

constexpr std::size_t most_dots = 2000;
constexpr code_point first_moved = 0x80, last_moved = 0xFFFF, move = 0xF0000;

/// The first byte that is not of UTF-8.
std::optional<std::size_t> other_than_utf8(std::string_view text) {
    const char *at = text.data(), *const last = at + text.size();
    while (at != last) {
        const auto offset = static_cast<std::size_t>(at - text.data());
        if (!boost::locale::utf::is_valid_codepoint(utf8::decode(at, last))) return offset;
    }
    return std::nullopt;
}

/// Past the quotation marks that close a text; where a short text is not closed, its line's end.
std::size_t end_of_text(std::string_view text, std::size_t open) {
    const std::string_view three = text.substr(open, 3);
    const bool is_long = three == R"(""")" || three == "'''";
    const std::string_view marks = three.substr(0, is_long ? 3 : 1);
    for (std::size_t at = open + marks.size(); at < text.size(); ++at) {
        if (text[at] == '\\' && marks[0] == '"') {
            ++at;
        } else if (text[at] == '\n' && !is_long) {
            return at;
        } else if (text.substr(at).starts_with(marks)) {
            at += marks.size();
            for (int more = 0; is_long && more < 2 && at < text.size() && text[at] == marks[0]; ++more) ++at;
            return at;
        }
    }
    return text.size();
}

/// The text with blanks for its comments and " for all of its texts.
std::string outline_of(std::string_view text) {
    std::string all(text);
    for (std::size_t at = 0; (at = text.find_first_of("#\"'", at)) < text.size();) {
        const bool is_comment = text[at] == '#';
        const std::size_t end =
            is_comment ? std::min(text.find('\n', at), text.size()) : end_of_text(text, at);
        all.replace(at, end - at, end - at, is_comment ? ' ' : '"');
        at = end;
    }
    return all;
}

/// Where in an outline's line [first, last) no name begins after its first bracket.
std::optional<std::size_t> unnamed_table(std::string_view outline, std::size_t first, std::size_t last) {
    const std::string_view line = outline.substr(0, last);
    std::size_t at = std::min(line.find_first_not_of(" \t", first), last);
    if (at == last || line[at] != '[') return std::nullopt;
    at = line.substr(at).starts_with("[[") ? at + 2 : at + 1;
    at = std::min(line.find_first_not_of(" \t", at), last);
    constexpr std::string_view others = "_-\"]";  // ]: toml++ says what is wrong
    const bool is_fine = at < last && (std::isalnum(static_cast<unsigned char>(line[at])) != 0 ||
                                       others.find(line[at]) != std::string_view::npos);
    return is_fine ? std::nullopt : std::optional(at);
}

std::optional<std::size_t> unnamed_table(std::string_view outline) {
    for (std::size_t first = 0; first < outline.size();) {
        const std::size_t last = std::min(outline.find('\n', first), outline.size());
        if (const auto at = unnamed_table(outline, first, last)) return at;
        first = last + 1;
    }
    return std::nullopt;
}

/// A brace that closes where a value of a list is expected.
std::optional<std::size_t> brace_for_value(std::string_view outline) {
    for (std::size_t at = 0; (at = outline.find('}', at)) < outline.size(); ++at) {
        const std::size_t before = outline.substr(0, at).find_last_not_of(" \t\r\n");
        if (before < at && (outline[before] == '[' || outline[before] == ',')) return at;
    }
    return std::nullopt;
}

/// The dot that is one more than a name may have.
std::optional<std::size_t> deep_name(std::string_view outline) {
    std::size_t dots = 0;
    for (std::size_t at = 0; at < outline.size(); ++at) {
        if (outline[at] == '.' && ++dots > most_dots) return at;
        if (std::string_view("=,[]{}\n").find(outline[at]) != std::string_view::npos) dots = 0;
    }
    return std::nullopt;
}

/// UTF-8 with the characters from first to last moved by so many places.
std::string moved(std::string_view text, code_point first, code_point last, code_point by) {
    std::string all;
    const char *at = text.data(), *const end = at + text.size();
    while (at != end) {
        const code_point c = utf8::decode(at, end);
        utf8::encode(first <= c && c <= last ? c + by : c, std::back_inserter(all));
    }
    return all;
}

}  // namespace

std::optional<defect> defect_for_toml(std::string_view text) {
    if (const auto at = other_than_utf8(text)) return defect{*at, "expected a file in UTF-8"};
    const std::string outline = outline_of(text);
    if (const auto at = unnamed_table(outline))
        return defect{*at, "expected the name of a table after the bracket"};
    if (const auto at = brace_for_value(outline)) return defect{*at, "expected a value before the brace"};
    if (const auto at = deep_name(outline)) return defect{*at, "expected a name of fewer dots"};
    return std::nullopt;
}

std::string moved_out(std::string_view text) { return moved(text, first_moved, last_moved, move); }

std::string moved_back(std::string_view text) {
    return moved(text, first_moved + move, last_moved + move, code_point{0} - move);
}

}  // namespace tauroa::text_game
