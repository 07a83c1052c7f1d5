#include "host/surface.hpp"

#include "all_games.hpp"
#include "kernels/error.hpp"

namespace tauroa {
namespace {

/// f1 at every x = (across, up), or the other way round; for games of two variables.
template <game Game>
void fill(surface& s, int across) {
    if constexpr (dimension<Game> == 2) {
        parameter_values<Game> p{};
        for (int i = 0; i < parameter_count<Game>; ++i)
            p[i] = s.game->parameters()[static_cast<std::size_t>(i)];
        for (const double up : s.up)
            for (const double at : s.across) {
                point<double, 2> x{};
                x[across] = at;
                x[1 - across] = up;
                s.f.push_back(cost<1, Game>(x, p));
            }
    }
}

}  // namespace

surface surface_of(const surface_request& request) {
    surface s{request, make_game(request.game, request.parameters), {}, {}, {}, {}};
    const game_info& info = s.game->info();
    const int across = info.variable_index(request.across.name), up = info.variable_index(request.up.name);
    if (info.n() != 2 || across < 0 || up != 1 - across)
        throw user_error("a surface of " + request.game + " over " + request.across.name + " and " +
                         request.up.name + ": these must be the two variables of a game that has two");
    s.points = equilibria_of(*s.game);
    s.across = linspace(request.across.low, request.across.high, request.across.count);
    s.up = linspace(request.up.low, request.up.high, request.up.count);
    visit_game(all_games{}, info.index,
               [&]<class Game>(std::type_identity<Game> /*game*/) { fill<Game>(s, across); });
    return s;
}

}  // namespace tauroa
