#include "host/text_game/content_key.hpp"

#include <xxhash.h>

#include <array>
#include <cstdint>

namespace tauroa::text_game {
namespace {

void append_hexadecimal(std::string& to, std::uint64_t x) {
    constexpr std::string_view digits = "0123456789abcdef";
    for (int shift = 60; shift >= 0; shift -= 4) to += digits[(x >> static_cast<unsigned>(shift)) & 0xFU];
}

}  // namespace

std::string content_key(std::string_view version, std::string_view code) {
    std::string all = std::to_string(version.size()) + ' ';  // where the one ends and the other begins
    all += version;
    all += code;
    const XXH128_hash_t value = XXH3_128bits(all.data(), all.size());
    std::string key;
    append_hexadecimal(key, value.high64);
    append_hexadecimal(key, value.low64);
    return key;
}

}  // namespace tauroa::text_game
