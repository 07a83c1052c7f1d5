#pragma once

// What a compiled game's shared object offers, and all that it offers: one function, `tauroa_plug_in`.

#include <cstdint>

#include "host/game_table.hpp"

namespace tauroa {

struct plug_in {
    std::uint64_t table_size;  ///< sizeof(game_table)
    const char* key;           ///< of the code that it was compiled from (host/compiled_game/game_code.hpp)
    int n1, n2, parameters;
    game_table table;
};

using plug_in_function = const plug_in* (*)();

}  // namespace tauroa
