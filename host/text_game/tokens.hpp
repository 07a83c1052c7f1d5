#pragma once

// An expression's text cut into numbers, names and signs.

#include <cstdint>
#include <string>

#include "host/text_game/source.hpp"

namespace tauroa::text_game {

enum class token_kind : std::uint8_t { number, name, sign, end };

struct token {
    token_kind kind;
    std::size_t offset;     ///< in the source
    std::string_view text;  ///< of a sign: one of + - * / ^ ( ) , =; both ^ and ** are "^"
    double number = 0.0;
};

/// Cuts [first, last) of a source, a token at a time. Throws user_error for what can begin no token.
class token_reader {
  public:
    token_reader(const source& from, std::size_t first, std::size_t last)
        : from_(&from), at_(first), last_(last) {}
    token next();

  private:
    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return at_ + ahead < last_ ? from_->text()[at_ + ahead] : '\0';
    }
    token number();
    token name();
    void skip_digits();

    const source* from_;
    std::size_t at_, last_;
};

/// How messages name a token.
std::string described(const token& t);

/// Whether text is a name: a letter or _, then letters, digits and _; of at most longest_name characters.
bool is_name(std::string_view text);

}  // namespace tauroa::text_game
