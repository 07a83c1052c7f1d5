#include "host/surface.hpp"

#include <array>

#include "kernels/error.hpp"

namespace tauroa {
namespace {

/// f1 at every x = (across, up), or the other way round.
void fill(surface& s, std::size_t across) {
    std::array<double, 2> x{};
    for (const double up : s.up)
        for (const double at : s.across) {
            x[across] = at;
            x[1 - across] = up;
            s.f.push_back(s.game->info().table->cost(x.data(), s.game->parameters().data()));
        }
}

}  // namespace

surface surface_of(const surface_request& request) {
    surface s{request, make_game(request.game, request.parameters), {}, {}, {}, {}};
    const game_info& info = s.game->info();
    const int across = info.variable_index(request.across.name), up = info.variable_index(request.up.name);
    if (info.table == nullptr || info.n() != 2 || across < 0 || up != 1 - across)
        throw user_error("a surface of " + request.game.name + " over " + request.across.name + " and " +
                         request.up.name + ": these must be the two variables of a game that has two");
    s.points = equilibria_of(*s.game);
    s.across = linspace(request.across.low, request.across.high, request.across.count);
    s.up = linspace(request.up.low, request.up.high, request.up.count);
    fill(s, static_cast<std::size_t>(across));
    return s;
}

}  // namespace tauroa
