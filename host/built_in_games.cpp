#include "host/built_in_games.hpp"

#include <array>
#include <string_view>

#include "all_games.hpp"
#include "host/game_table_of.hpp"

namespace tauroa {
namespace {

template <game Game>
std::vector<direction> escapes_of() {
    if constexpr (requires { Game::escapes; })
        return {Game::escapes.begin(), Game::escapes.end()};
    else
        return {};
}

template <game Game>
game_info info_of(int index) {
    static const game_table table = game_table_of<Game>(index, nullptr);
    return {&table,
            Game::name,
            Game::reference,
            zero_sum<Game>,
            Game::n1,
            Game::n2,
            {Game::variables.begin(), Game::variables.end()},
            {Game::parameters.begin(), Game::parameters.end()},
            escapes_of<Game>()};
}

template <class... Games>
constexpr bool have_names_of_their_own(game_list<Games...> /*games*/) {
    const std::array<std::string_view, sizeof...(Games)> names{Games::name...};
    for (std::size_t i = 0; i < names.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (names[i] == names[j]) return false;
    return true;
}
static_assert(have_names_of_their_own(all_games{}), "two games have the same name");

template <class... Games>
std::vector<game_info> infos_of(game_list<Games...> /*games*/) {
    int index = 0;
    return {info_of<Games>(index++)...};
}

}  // namespace

std::vector<game_info> built_in_game_infos() { return infos_of(all_games{}); }

}  // namespace tauroa
