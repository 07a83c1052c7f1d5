#include "kernels/game_runs.hpp"

#include <array>

#include "all_games.hpp"
#include "kernels/runs_of.hpp"

namespace tauroa {
namespace {

template <class... Games>
std::array<game_runs, sizeof...(Games)> runs_of_all(game_list<Games...> /*games*/) {
    int index = 0;
    return {{runs_of<Games>(index++, nullptr)...}};
}

}  // namespace

const game_runs& built_in_runs(int index) {
    static const auto all = runs_of_all(all_games{});
    return all.at(static_cast<std::size_t>(index));
}

}  // namespace tauroa
