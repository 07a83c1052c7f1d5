#pragma once

// All that a compiled game's object is made of.

#include <string>
#include <vector>

namespace tauroa {

struct game_code {
    std::string text;  ///< C++, complete: it includes nothing
    std::string compiler;
    std::vector<std::string> options;
    std::string key;  ///< a digest of all of these; it stands in the text, too
};

/// The code of a game's definition (host/text_game/emission.hpp) for the instruction set that is used here. The compiler:
/// TAUROA_CXX of the environment, else the one that this program was compiled with. Throws user_error as
/// chosen_instruction_set does.
game_code code_of(const std::string& definition);

/// The text that a definition's kernels for a GPU are compiled from (device_plug_in.cu.in); empty where the program was built
/// without what compiles it.
std::string device_text_of(const std::string& definition);

}  // namespace tauroa
