#pragma once

// What a compiled game is kept under: a digest of all that its code is made of, XXH3 of 128 bits as for the maps
// (output/digest.hpp). It is quick, not secret-proof: a cache compares the code itself before it takes what it finds.

#include <string>
#include <string_view>

namespace tauroa::text_game {

/// version: of this program, as its kernels are compiled in. 32 hexadecimal digits.
std::string content_key(std::string_view version, std::string_view code);

}  // namespace tauroa::text_game
