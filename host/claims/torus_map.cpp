// Section K.4 and Figure 8b: regions of attraction on the torus, counted over 100 x 100 starts.

#include <algorithm>
#include <cmath>

#include "host/claims/findings.hpp"
#include "host/claims/torus_starts.hpp"

namespace tauroa::claims {
namespace {

const std::vector<double> taus{1, 2, 4, 5, 10};  // Fig. 8b has no tau = 4; the text has

/// Starts of 10 000, by tau, that end at this critical point.
std::vector<double> region_of(known_games& games, const std::vector<double>& point, update_order update) {
    const auto index = static_cast<std::size_t>(games.game("torus").index_at(vector(point), 0.01));
    std::vector<double> counts;
    for (const auto& row : games.counts({"torus", 100, taus, 0.04, 20'001, 1e-4, update}))
        counts.push_back(static_cast<double>(row.at(index)));
    return counts;
}

std::vector<double> nowhere(known_games& games) {
    std::vector<double> counts;
    for (const auto& row : games.counts({"torus", 100, taus, 0.04, 20'001, 1e-4, update_order::alternating}))
        counts.push_back(static_cast<double>(row.end()[-1] + row.end()[-2] + row.end()[-3]));
    return counts;
}

finding always_converges(known_games& games) {
    const std::vector<double> none = nowhere(games);
    return {"starts of 10000 that do not, at tau = 2, 5, 10: " + text(std::vector{none[1], none[3], none[4]}),
            none[1] + none[3] + none[4] == 0.0};
}

finding white_is_nowhere(known_games& games) {
    const double none = nowhere(games)[0], spurious = region_of(games, {pi, 0}, update_order::alternating)[0];
    return {"of 10000 starts " + text(none) + " end nowhere, " + text(spurious) + " at (pi, 0)",
            spurious < 0.01 * none};
}

finding grows_then_shrinks(known_games& games, const std::vector<double>& point) {
    const std::vector<double> at = region_of(games, point, update_order::alternating);
    return {"of 10000 starts at tau = 1, 2, 4, 10: " + text(std::vector{at[0], at[1], at[2], at[4]}),
            at[0] < at[1] && at[1] < at[2] && at[4] < at[2]};
}

finding shrinks(known_games& games) {
    const std::vector<double> at = region_of(games, {0, 0}, update_order::alternating);
    return {"(0, 0) at tau = 2, 5, 10: " + text(std::vector{at[1], at[3], at[4]}),
            at[1] > at[3] && at[3] > at[4]};
}

finding by_equation_2(known_games& games) {
    const double simultaneous = region_of(games, {0, 0}, update_order::simultaneous)[0],
                 alternating = region_of(games, {0, 0}, update_order::alternating)[0];
    return {text(simultaneous / 100, 3) + " % of the starts end at (0, 0) at tau = 1; alternating: " +
                text(alternating / 100, 3) + " %",
            std::abs(simultaneous - alternating) < 100.0};
}

/// How far (1.9, -2.1) is from a critical point.
finding region_around_the_start(known_games& games) {
    const known_game& game = games.game("torus");
    double nearest = 2.0 * pi;
    for (const equilibrium& e : game.points)
        nearest = std::min(nearest, game.model->difference(vector(lower_start), e.location).norm());
    return {"it lies " + text(nearest, 3) + " from the nearest one", nearest < 0.01};
}

}  // namespace

std::vector<claim> torus_map_claims() {
    page at("K.4", "torus", "fig8");
    at.add("tau = 2, 5, 10: converges to an equilibrium from any start", "no white in Fig. 8b",
           always_converges, "Single starts of the same grid do not arrive within 20001 steps.");
    at.add("white at tau = 1: did not converge, outside any region of attraction", "nowhere",
           white_is_nowhere,
           "It is mostly the basin of the non-equilibrium (pi, 0), which this update with gamma1 = 0.04 "
           "attracts "
           "to; the authors' code does not look for it.");
    at.add("Fig. 8b is made by eq. 2", "about half of tau = 1 is (0, 0)'s", by_equation_2,
           "The authors' published code makes it by the alternating update; by eq. 2 the panel looks "
           "different.");
    at.add("a region of attraction around (1.9, -2.1)", "a critical point", region_around_the_start,
           "It is one of Fig. 8a's starts, no critical point; the next two lines try both equilibria.");
    for (const auto& point : {std::vector<double>{0, 0}, {pi, pi}})
        at.add(
            "that region, read as " + text(vector(point)) + "'s",
            "grows from tau = 1 to 2 and 4, shrinks at 10",
            [point](known_games& g) { return grows_then_shrinks(g, point); },
            point[0] == 0.0
                ? "It is largest at tau = 2 and shrinks from there on; and Fig. 8b shows tau = 5, not 4."
                : "It grows all the way; and Fig. 8b shows tau = 5, not 4.");
    at.add("the region of attraction of an equilibrium may shrink as tau grows", "it may", shrinks);
    return at.claims();
}

}  // namespace tauroa::claims
