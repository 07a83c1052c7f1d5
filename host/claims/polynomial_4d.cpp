// Section K.2 and Figure 5: the polynomial game in four variables, eq. 53.

#include <algorithm>
#include <cmath>
#include <limits>

#include "host/claims/findings.hpp"
#include "host/claims/paths.hpp"

namespace tauroa::claims {
namespace {

constexpr double inf = std::numeric_limits<double>::infinity();
const std::string game = "polynomial-4d";
const std::vector<double> zero{0, 0, 0, 0}, ones{1, 1, 1, 1};
constexpr double gamma = 5e-4;
constexpr std::uint32_t steps = 20'000;

/// By its first coordinate, -4.73.
subject third(known_games& games) {
    const known_game& of = games.game(game);
    return {&of, &*std::min_element(of.points.begin(), of.points.end(),
                                    [](auto& a, auto& b) { return a.location(0) < b.location(0); })};
}

finding is_nash(const subject& at) {
    return {kind_names.at(static_cast<std::size_t>(at.point->kind)),
            at.point->kind == kind::differential_nash};
}

finding ends_from(known_games& games, const std::vector<double>& start, const std::vector<double>& taus,
                  const std::vector<double>& expected) {
    return ends_at(games.game(game), vector(start), taus, longer({0, gamma, steps}),
                   std::vector<std::vector<double>>(taus.size(), expected));
}

/// The largest and least distance from 0 in the second half of the steps at tau = 2.
finding cycles_at_2(known_games& games, const std::vector<double>& start) {
    const Eigen::VectorXd away =
        trajectory(games.game(game), vector(start), {2.0, gamma, steps}, 20).rowwise().norm();
    const Eigen::VectorXd late = away.tail(away.size() / 2);
    return {"distance from 0 in the last 10000 steps: " + text(late.minCoeff(), 3) + " ... " +
                text(late.maxCoeff(), 3),
            late.minCoeff() > 1e-3 && late.maxCoeff() < 2.0};
}

finding like_example_2(known_games& games) {
    const Eigen::MatrixXd ours = games.point(game, zero).jacobian(),
                          example = games.point("quadratic-nonequilibrium", zero, {{"v", 5.0}}).jacobian();
    return {"J(0) differs from that of Example 2 with v = 5 by " + text((ours - example).norm(), 2),
            is_matrix(ours, example).agrees};
}

page point_page() {
    page at("K.2, eq. 53", game);
    at.rounded("critical points", "3",
               [](known_games& g) { return static_cast<double>(g.game(game).points.size()); });
    at.add("a critical point", "(-4.73, 0.28, -92.47, 0.53)", [](known_games& g) {
        return rounds_to(third(g).point->location, {"-4.73", "0.28", "-92.47", "0.53"});
    });
    at.add("a critical point, DNE", "(1, 1, 1, 1)",
           [](known_games& g) { return is_nash(g.point(game, ones)); });
    at.add("(-4.73, ...) is a DNE", "", [](known_games& g) { return is_nash(third(g)); });
    at.add("(1, 1, 1, 1) is stable for tau in", "(0, inf)", [](known_games& g) {
        return is_stable_for(g.point(game, ones), {0.0, inf});
    });
    at.add("(-4.73, ...) is stable for tau in", "(0, inf)", [](known_games& g) {
        return is_stable_for(third(g), {0.0, inf});
    });
    at.add("0 is neither DNE nor DSE", "non-equilibrium", [](known_games& g) {
        const kind of = g.point(game, zero).point->kind;
        return finding{kind_names.at(static_cast<std::size_t>(of)), of == kind::non_equilibrium};
    });
    at.add(
        "0 is stable for tau in", "(0, 2)",
        [](known_games& g) {
            return is_stable_for(g.point(game, zero), {0.0, 2.0});
        },
        "It is unstable below tau = 1/2, too.");
    at.add("0 is marginal at tau = 2", "eigenvalues on the imaginary axis", [](known_games& g) {
        const spectrum of = g.point(game, zero).eigenvalues(2.0);
        return finding{text(of, 4), std::abs(of.front().real()) < 1e-12};
    });
    at.add("0 is unstable for all tau in", "(2, inf)", [](known_games& g) {
        const auto& windows = g.point(game, zero).point->windows.windows;
        return finding{"stable for tau in " + text(windows),
                       !windows.empty() && same(windows.back().high, 2.0)};
    });
    at.add("similar to Example 2's game at 0", "", like_example_2);
    return at;
}

/// The text's start, and the figure's by the authors' published code.
constexpr double text_start = -1.5, figure_start = -1.0;

finding start_of_figure() {
    return {"the figure and the authors' code start at x11 = " + text(figure_start),
            text_start == figure_start};
}

page start_page(double first) {
    const std::vector<double> start{first, 2.5, 2.5, 3};
    const std::string from = " from " + text(vector(start));
    page at("K.2", game, "fig5");
    at.add("tau = 0.75" + from + ", gamma1 = 5e-4", "to 0",
           [=](known_games& g) { return ends_from(g, start, {0.75}, zero); });
    at.add("tau = 2" + from, "moves near 0 and then cycles around it",
           [=](known_games& g) { return cycles_at_2(g, start); });
    at.add("tau = 5, 12" + from, "to the nearby DNE, (1, 1, 1, 1)", [=](known_games& g) {
        return ends_from(g, start, {5, 12}, ones);
    });
    return at;
}

page spectrum_page() {
    page at("K.2", game, "fig5");
    at.add(
        "Fig. 5 starts from (-1.5, 2.5, 2.5, 3)", "x11 = " + text(text_start),
        [](known_games&) { return start_of_figure(); }, "Both starts end alike (the lines above).");
    at.add("the eigenvalues at 0 become purely real as tau grows", "", [](known_games& g) {
        const std::vector<double> at_tau = becomes_real(g.point(game, zero));
        return finding{"pairs become real at tau = " + text(at_tau), at_tau.size() == 2};
    });
    at.add("and tend to those of S1 and of -tau D22", "",
           [](known_games& g) { return tends_to_schur(g.point(game, zero), 1e4); });
    return at;
}

}  // namespace

std::vector<claim> polynomial_4d_claims() {
    return joined({point_page(), start_page(text_start), start_page(figure_start), spectrum_page()});
}

}  // namespace tauroa::claims
