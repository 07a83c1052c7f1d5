#include "host/text_game/source.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "kernels/error.hpp"

namespace tauroa::text_game {
namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 18U;

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

[[noreturn]] void refuse_size(const std::string& path) {
    throw user_error(path + ": is larger than the " + std::to_string(most_bytes) +
                     " bytes that a game file may have");
}

}  // namespace

place place_in(std::string_view text, std::size_t offset) {
    place at{1, 1};
    const std::string_view before = text.substr(0, std::min(offset, text.size()));
    const std::size_t newline = before.rfind('\n');
    at.line += static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    const std::string_view line = newline == std::string_view::npos ? before : before.substr(newline + 1);
    at.column += static_cast<std::size_t>(std::count_if(line.begin(), line.end(), begins_character));
    return at;
}

source::source(std::string path, std::string_view text) : path_(std::move(path)) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    if (text.size() > most_bytes) refuse_size(path_);
    text_ = text;
}

std::size_t source::offset_of(std::size_t line, std::size_t byte) const {
    std::size_t first = 0;
    for (std::size_t i = 1; i < line; ++i) {
        const std::size_t newline = text_.find('\n', first);
        if (newline == std::string::npos) return text_.size();
        first = newline + 1;
    }
    return std::min(first + byte - 1, text_.size());
}

std::string source::described(place at) const {
    return path_ + ": line " + std::to_string(at.line) + ", column " + std::to_string(at.column);
}

void source::refuse(place at, const std::string& what) const {
    throw user_error(described(at) + ": " + what);
}

void source::refuse(std::size_t offset, const std::string& what) const { refuse(place_of(offset), what); }

source read_source(const std::string& path) {
    if (!std::filesystem::is_regular_file(path))
        throw user_error((path.empty() ? "(empty)" : path) + ": is no file; give a game as a TOML file");
    if (std::filesystem::file_size(path) > most_bytes) refuse_size(path);
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    if (!file) throw failure(path + ": cannot be read");
    return {path, text.str()};
}

std::string shown(std::string_view text, std::size_t most) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string all;
    for (const char c : text.substr(0, most)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20U && byte < 0x7FU)
            all += c;
        else
            all += {'\\', 'x', digits[byte >> 4U], digits[byte & 0xFU]};
    }
    return text.size() > most ? all + "..." : all;
}

std::string quoted(std::string_view text) {
    std::string all(1, '\'');
    all += shown(text);
    all += '\'';
    return all;
}

}  // namespace tauroa::text_game
