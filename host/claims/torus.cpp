// Section K.4: the location game on the torus, eq. 55; critical points and trajectories.

#include <algorithm>
#include <limits>
#include <numbers>

#include "host/claims/findings.hpp"
#include "host/claims/torus_starts.hpp"

namespace tauroa::claims {
namespace {

constexpr double inf = std::numeric_limits<double>::infinity();

finding critical_set(known_games& games) {
    const std::vector<std::vector<std::string>> paper{{"0", "0"},           {"3.1416", "3.1416"},
                                                      {"3.1416", "0"},      {"0", "3.1416"},
                                                      {"-1.646", "-1.496"}, {"1.646", "1.496"}};
    const auto& points = games.game("torus").points;
    finding found{"", points.size() == paper.size()};
    for (const equilibrium& e : points) {
        found.ours += (found.ours.empty() ? "" : ", ") + text(e.location);
        found.agrees = found.agrees && std::any_of(paper.begin(), paper.end(),
                                                   [&](auto& p) { return rounds_to(e.location, p).agrees; });
    }
    return found;
}

finding only_stackelberg(known_games& games) {
    std::string ours;
    bool agrees = true;
    const auto& game = games.game("torus");
    for (const equilibrium& e : game.points) {
        const bool named = e.location == vector({0, 0}) || e.location == vector({pi, pi});
        agrees =
            agrees && (e.kind == kind::differential_stackelberg) == named && is_equilibrium(e.kind) == named;
        if (is_equilibrium(e.kind))
            ours += (ours.empty() ? "" : "; ") + text(e.location) + " " +
                    kind_names.at(static_cast<std::size_t>(e.kind));
    }
    return {ours, agrees};
}

finding only_stable_at_1(known_games& games) {
    std::string stable;
    int count = 0;
    for (const equilibrium& e : games.game("torus").points)
        if (stable_at(e.windows, 1.0)) {
            ++count;
            stable += (stable.empty() ? "" : ", ") + text(e.location);
        }
    return {stable, count == 1 && stable == text(vector({0, 0}))};
}

finding ends(known_games& games, const std::vector<double>& start, const std::vector<double>& taus,
             const std::vector<std::vector<double>>& expected) {
    return ends_at(games.game("torus"), vector(start), taus, longer(fig8a), expected);
}

/// Ends at no equilibrium, whatever else there is.
finding reaches_no_equilibrium(known_games& games, const std::vector<double>& start) {
    const known_game& game = games.game("torus");
    run with = longer(fig8a);
    with.tau = 1.0;
    const Eigen::VectorXd x = end_of(game, vector(start), with);
    const int index = game.index_at(x, 1e-3);
    return {name_of_end(game, x),
            index < 0 || !is_equilibrium(game.points[static_cast<std::size_t>(index)].kind)};
}

page point_page() {
    page at("K.4, eq. 55", "torus");
    at.add("the critical points", "(0, 0), (pi, pi), (pi, 0), (0, pi), (-1.646, -1.496), (1.646, 1.496)",
           critical_set);
    at.add("the only DSE, neither a DNE", "(0, 0) and (pi, pi)", only_stackelberg);
    at.rounded("tau* of (0, 0) by Theorem 1", "0.74", [](known_games& g) {
        return g.point("torus", {0, 0}).point->tau_star.value();
    });
    at.rounded("tau* of (pi, pi) by Theorem 1", "1.35", [](known_games& g) {
        return g.point("torus", {pi, pi}).point->tau_star.value();
    });
    for (const auto& x : {std::vector<double>{0, 0}, {pi, pi}})
        at.add("tau* of " + text(vector(x)) + " is exact: it is stable for tau in", "(tau*, inf)",
               [x](known_games& g) {
                   const subject p = g.point("torus", x);
                   return is_stable_for(p, {p.point->tau_star.value(), inf});
               });
    at.add(
        "the other critical points are unstable for every tau", "4 of 4",
        [](known_games& g) { return others_never_stable(g.game("torus")); },
        "(pi, 0) is stable for tau < 1; at tau = 0.5 it has a basin of its own.");
    at.add("the only stable equilibrium at tau = 1", "(0, 0)", only_stable_at_1);
    return at;
}

page trajectory_page() {
    page at("K.4", "torus", "fig8");
    const char* swapped =
        "The text names the two starts the other way round; eq. 55 and Fig. 8a itself agree with ours.";
    for (const auto& start : {upper_start, lower_start})
        at.add("tau = 1 from " + text(vector(start)) + ", gamma1 = 0.001", "reaches no equilibrium",
               [start](known_games& g) { return reaches_no_equilibrium(g, start); });
    at.add(
        "tau = 2, 5, 10 from " + text(vector(upper_start)), "to (0, 0), (0, 0), (0, 0)",
        [](known_games& g) {
            return ends(g, upper_start, {2, 5, 10}, {{0, 0}, {0, 0}, {0, 0}});
        },
        swapped);
    at.add(
        "tau = 2, 5, 10 from " + text(vector(lower_start)), "to (0, 0), (pi, pi), (pi, pi)",
        [](known_games& g) {
            return ends(g, lower_start, {2, 5, 10}, {{0, 0}, {pi, pi}, {pi, pi}});
        },
        swapped);
    return at;
}

}  // namespace

std::vector<claim> torus_claims() { return joined({point_page(), trajectory_page()}); }

}  // namespace tauroa::claims
