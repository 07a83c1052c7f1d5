#pragma once

// What the build records for games that are compiled later.

#include <string>
#include <string_view>
#include <vector>

namespace tauroa {

/// A plug-in's text for one instruction set (host/compiled_game/plug_in.cpp.in), and the compiler's options for it.
struct plug_in_text {
    std::string set;
    std::string_view text;
    std::vector<std::string> options;
};

struct build_record {
    std::string compiler, compiler_version;  ///< its path, its name and version
    std::vector<std::string> options;        ///< for every instruction set
    std::vector<plug_in_text> texts;
    std::string_view device_text;  ///< of device_plug_in.cu.in; empty: built without NVRTC
};

const build_record& build();

}  // namespace tauroa
