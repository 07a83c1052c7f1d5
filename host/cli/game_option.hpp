#pragma once

// Which game: GAME, one of the program's, or --game-file.

#include <optional>
#include <string>

#include "host/game_model.hpp"

namespace tauroa::cli {

/// As it was typed.
struct game_option {
    std::optional<std::string> name;
    std::optional<std::string>
        file;  ///< --game-file: a game as text, or a file of this program that holds one
    std::optional<std::string> text;  ///< --game-text: the text itself, as `info --toml` and journals have it

    /// The game, compiled where it is text. Throws user_error where there is none, or more than one, and for text that is no
    /// game.
    [[nodiscard]] game_choice chosen() const;
};

}  // namespace tauroa::cli
