// Section 3: Example 1 (eq. 52's game) and Example 2, for several v; limits of Section 3.1.

#include <algorithm>
#include <limits>

#include "host/claims/findings.hpp"

namespace tauroa::claims {
namespace {

constexpr double inf = std::numeric_limits<double>::infinity();
const std::vector<double> scales{0.5, 1, 4, 10};  // v > 0

subject origin(known_games& games, const std::string& game, double v) {
    return games.point(game, {0, 0, 0, 0}, {{"v", v}});
}

/// Whether something holds for every v; `of_v` is asked for each.
finding for_every_v(const std::function<finding(double)>& of_v) {
    finding all{"", true};
    for (const double v : scales) {
        const finding one = of_v(v);
        if (!one.agrees || v == 4.0) all.ours = one.ours + " (v = " + text(v) + ")";
        all.agrees = all.agrees && one.agrees;
        if (!one.agrees) break;
    }
    return all;
}

finding unique_of_kind(known_games& games, const std::string& game, kind expected) {
    return for_every_v([&](double v) {
        const known_game& of = games.game(game, {{"v", v}});
        return finding{text(of.points.at(0).location) + ", " +
                           kind_names.at(static_cast<std::size_t>(of.points[0].kind)),
                       of.points.size() == 1 && of.points[0].kind == expected};
    });
}

finding spectra(known_games& games, const std::string& game, const std::function<spectrum(double)>& over_v) {
    return for_every_v([&](double v) {
        return is_spectrum(origin(games, game, v), {0.3, 1, 2, 5, 20}, [&](double tau) {
            spectrum scaled = over_v(tau);
            for (auto& l : scaled) l *= v;
            return scaled;
        });
    });
}

finding definite(const Eigen::MatrixXd& a, const std::vector<double>& expected) {
    return is_matrix(a, diagonal(expected));
}

/// Stability at one tau, by the spectrum, for every v.
finding stable_at_1(known_games& games, const std::string& game, bool expected) {
    return for_every_v([&](double v) {
        const spectrum l = origin(games, game, v).eigenvalues(1.0);
        return finding{"spec(J) = " + text(l, 4), (l.front().real() > 0.0) == expected};
    });
}

page example_1() {
    page at("Example 1", "quadratic");
    const std::string game = "quadratic";
    at.add("for any v > 0: one critical point, a DSE", "(0, 0)",
           [=](known_games& g) { return unique_of_kind(g, game, kind::differential_stackelberg); });
    at.add("S1 (a fraction of v is lost in the text that we have)", "diag(v, 3v/4) > 0", [=](known_games& g) {
        return for_every_v([&](double v) { return definite(origin(g, game, v).schur(), {v, 0.75 * v}); });
    });
    at.add("D22", "-diag(v/2, v) < 0", [=](known_games& g) {
        return for_every_v([&](double v) { return definite(origin(g, game, v).d22(), {-0.5 * v, -v}); });
    });
    at.add("spectrum of -J_tau",
           "-v (2 tau + 1 +- sqrt(4 tau^2 - 8 tau + 1)) / 4, -v (tau - 2 +- sqrt(tau^2 - 12 tau + 4)) / 4",
           [=](known_games& g) {
               return spectra(g, game, [](double t) {
                   return joined(pair(2 * t + 1, 4 * t * t - 8 * t + 1, 4),
                                 pair(t - 2, t * t - 12 * t + 4, 4));
               });
           });
    at.add("for any v > 0: unstable at tau = 1", "unstable",
           [=](known_games& g) { return stable_at_1(g, game, false); });
    at.add("for any v > 0: stable for all tau in", "(2, inf)", [=](known_games& g) {
        return for_every_v([&](double v) { return is_stable_for(origin(g, game, v), {2.0, inf}); });
    });
    return at;
}

page example_2() {
    page at("Example 2", "quadratic-nonequilibrium");
    const std::string game = "quadratic-nonequilibrium";
    at.add("for any v > 0: one critical point, neither DNE nor DSE", "(0, 0)",
           [=](known_games& g) { return unique_of_kind(g, game, kind::non_equilibrium); });
    at.add("D11, indefinite", "diag(v/2, -v/4)", [=](known_games& g) {
        return for_every_v([&](double v) {
            return definite(origin(g, game, v).d11(), {0.5 * v, -0.25 * v});
        });
    });
    at.add("D22, indefinite", "diag(v/4, -v/2)", [=](known_games& g) {
        return for_every_v([&](double v) {
            return definite(origin(g, game, v).d22(), {0.25 * v, -0.5 * v});
        });
    });
    at.add("spectrum of -J_tau (the divisor is lost in the text that we have)",
           "-v (2 tau - 1 +- sqrt(4 tau^2 - 12 tau + 1)) / 8, -v (2 - tau +- sqrt(tau^2 - 12 tau + 4)) / 8",
           [=](known_games& g) {
               return spectra(g, game, [](double t) {
                   return joined(pair(2 * t - 1, 4 * t * t - 12 * t + 1, 8),
                                 pair(2 - t, t * t - 12 * t + 4, 8));
               });
           });
    at.add("for any v > 0: stable at tau = 1", "stable",
           [=](known_games& g) { return stable_at_1(g, game, true); });
    at.add("for any v > 0: unstable for all tau in", "(2, inf)", [=](known_games& g) {
        return for_every_v([&](double v) {
            const auto& windows = origin(g, game, v).point->windows.windows;
            return finding{"stable for tau in " + text(windows),
                           !windows.empty() && same(windows.back().high, 2.0)};
        });
    });
    at.of_figure("fig5");
    at.add(
        "Fig. 5's caption presents K.2's game `in Example 2`: stable for tau in", "(0, 2)",
        [=](known_games& g) {
            return is_stable_for(origin(g, game, 4.0), {0.0, 2.0});
        },
        "It is unstable below tau = 1/2, too: there the pair of the first formula has negative real parts.");
    return at;
}

}  // namespace

std::vector<claim> example_claims() { return joined({example_1(), example_2()}); }

}  // namespace tauroa::claims
