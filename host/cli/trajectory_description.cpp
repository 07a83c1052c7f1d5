#include "host/cli/trajectory_description.hpp"

#include <algorithm>
#include <cmath>

#include "host/cli/game_tables.hpp"
#include "host/request.hpp"

namespace tauroa::cli {
namespace {

/// Where the trajectories lie in variable i, and half of that again to each side; on a circle, all of it.
axis region(const trajectories& t, std::size_t i) {
    constexpr double margin = 0.5, least = 1e-2;  // of the width; of the game's scale
    const game_info& info = t.game->info();
    const variable& v = info.variables[i];
    if (v.period > 0.0) return {v.name, -v.period / 2.0, v.period / 2.0, 2};
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (std::size_t at = i; at < t.x.size(); at += info.variables.size()) {
        if (std::isnan(t.x[at])) continue;
        low = std::min(low, t.x[at]);
        high = std::max(high, t.x[at]);
    }
    const double wider = margin * std::max(high - low, least * info.scale());
    return {v.name, low - wider, high + wider, 2};
}

void describe_ends(const trajectories& t, trajectory_tables& to) {
    for (const trajectory_end& end : t.ends) {
        to.end.push_back(end.label);
        to.distance.push_back(end.distance);
        to.rate_measured.push_back(end.rate_measured);
        to.rate_spectral.push_back(end.rate_spectral);
        to.rate_theorem_4.push_back(end.rate_theorem_4);
        to.rate_mended.push_back(end.rate_mended);
    }
}

}  // namespace

trajectory_tables describe(trajectories t) {
    const trajectory_request& r = t.request;
    trajectory_tables to;
    to.game = r.game.name;
    to.game_text = t.game->info().file;
    to.update = to_string(r.update);
    to.parameters = json_object(parameters_of(*t.game));
    to.gamma = r.gamma;
    to.tolerance = r.tolerance;
    to.steps = r.steps;
    to.every = r.every;
    describe_variables(t.game->info(), to);
    to.tau = r.tau;
    to.starts = r.starts.size();
    to.equilibria = equilibria_tables(t.points, t.at);
    describe_ends(t, to);
    if (t.game->info().n() == 2)
        to.field = field_of(*t.game, {0.0, 0.0},
                            r.region.empty() ? std::vector<axis>{region(t, 0), region(t, 1)} : r.region);
    to.step = std::move(t.step);
    to.x = std::move(t.x);
    return to;
}

}  // namespace tauroa::cli
