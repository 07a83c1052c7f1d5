#include "host/cli/game_option.hpp"

#include "host/compiled_game/text_game_info.hpp"
#include "host/text_game/source.hpp"
#include "kernels/error.hpp"
#include "output/game_text.hpp"

namespace tauroa::cli {
namespace {

/// The text of a game's file, or the one that a file of this program holds.
text_game::source source_of(const std::string& path) {
    if (auto stored = stored_game_text(path)) return {path, *stored};
    return text_game::read_source(path);
}

}  // namespace

game_choice game_option::chosen() const {
    const int given = (name ? 1 : 0) + (file ? 1 : 0) + (text ? 1 : 0);
    if (given == 0)
        throw user_error(
            "GAME is missing: give one of those that `tauroa games` lists, or --game-file FILE.toml");
    if (given > 1)
        throw user_error("--game-file " + file.value_or("(text)") + ": " + name.value_or("--game-text") +
                         " is given, too; give one game");
    if (name) return find_game(*name).name;
    return game_choice(compiled_game(file ? source_of(*file) : text_game::source("--game-text", *text)));
}

}  // namespace tauroa::cli
