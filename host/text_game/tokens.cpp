#include "host/text_game/tokens.hpp"

#include <algorithm>
#include <charconv>
#include <system_error>

#include "host/text_game/limits.hpp"

namespace tauroa::text_game {
namespace {

// Of ASCII, whatever the locale.
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// The bytes of the character at the beginning of text.
std::string_view first_character(std::string_view text) {
    std::size_t size = 1;
    while (size < std::min<std::size_t>(text.size(), 4) &&
           (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U)
        ++size;
    return text.substr(0, size);
}

}  // namespace

token token_reader::next() {
    while (at_ < last_ && is_space(peek())) ++at_;
    if (at_ >= last_) return {token_kind::end, last_, {}};
    const char c = peek();
    if (is_digit(c) || (c == '.' && is_digit(peek(1)))) return number();
    if (is_letter(c)) return name();
    const std::size_t first = at_;
    if (c == '*' && peek(1) == '*') {
        at_ += 2;
        return {token_kind::sign, first, "^"};
    }
    const std::string_view rest = from_->text().substr(first, last_ - first);
    if (std::string_view("+-*/^(),=").find(c) == std::string_view::npos)
        from_->refuse(first,
                      "found '" + shown(first_character(rest)) +
                          "', which no expression has; expected a number, a name, or one of + - * / ^ ( )");
    ++at_;
    return {token_kind::sign, first, rest.substr(0, 1)};
}

void token_reader::skip_digits() {
    while (is_digit(peek())) ++at_;
}

token token_reader::number() {
    const std::size_t first = at_;
    skip_digits();
    if (peek() == '.') {
        ++at_;
        skip_digits();
    }
    if (peek() == 'e' || peek() == 'E') {
        const std::size_t sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
        if (!is_digit(peek(1 + sign)))
            from_->refuse(at_, "expected digits after the e of the number (write 2*e, say, for a product)");
        at_ += 1 + sign;
        skip_digits();
    }
    const std::string_view text = from_->text().substr(first, at_ - first);
    token read{token_kind::number, first, text};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), read.number);
    if (error != std::errc{} || end != text.data() + text.size())
        from_->refuse(first,
                      "the number " + shown(text) +
                          " is out of range; expected 0 or one between 1e-307 and 1e308 in absolute value");
    return read;
}

token token_reader::name() {
    const std::size_t first = at_;
    while (is_letter(peek()) || is_digit(peek())) ++at_;
    const std::string_view text = from_->text().substr(first, at_ - first);
    if (text.size() > longest_name)
        from_->refuse(first, "the name " + shown(text) + " is longer than " + std::to_string(longest_name) +
                                 " characters");
    return {token_kind::name, first, text};
}

std::string described(const token& t) { return t.kind == token_kind::end ? "the end" : quoted(t.text); }

bool is_name(std::string_view text) {
    return !text.empty() && text.size() <= longest_name && is_letter(text.front()) &&
           std::all_of(text.begin(), text.end(), [](char c) { return is_letter(c) || is_digit(c); });
}

}  // namespace tauroa::text_game
