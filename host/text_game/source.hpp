#pragma once

// The text of a game file, and where in it something is wrong.

#include <cstddef>
#include <string>
#include <string_view>

namespace tauroa::text_game {

/// A place in a file as editors count: lines and columns from 1, a column a character (of UTF-8).
struct place {
    std::size_t line, column;
};

/// Of the byte at this offset in a text; the text's end for any beyond.
place place_in(std::string_view text, std::size_t offset);

class source {
  public:
    /// path: how messages name the file. A byte order mark at the beginning is left out.
    source(std::string path, std::string_view text);

    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] std::string_view text() const { return text_; }

    [[nodiscard]] place place_of(std::size_t offset) const { return place_in(text_, offset); }
    /// Of a byte by its line and its number in that, both from 1; the text's size where there is none.
    [[nodiscard]] std::size_t offset_of(std::size_t line, std::size_t byte) const;

    /// "PATH: line L, column C".
    [[nodiscard]] std::string described(place at) const;

    /// Throws user_error: "PATH: line L, column C: WHAT".
    [[noreturn]] void refuse(place at, const std::string& what) const;
    [[noreturn]] void refuse(std::size_t offset, const std::string& what) const;

  private:
    std::string path_, text_;
};

/// The file's source. Throws user_error where there is no such file or it is larger than a game is, failure where it cannot
/// be read.
source read_source(const std::string& path);

/// Text to be shown in a message of one line: what is not printable ASCII as \xHH, and at most so many bytes of it.
std::string shown(std::string_view text, std::size_t most = 40);

/// The same between ' and '.
std::string quoted(std::string_view text);

}  // namespace tauroa::text_game
