// Appendix J: Jin et al.'s two games, eqs. 50 and 51, for several epsilon.

#include <cmath>
#include <limits>

#include "host/claims/findings.hpp"

namespace tauroa::claims {
namespace {

constexpr double inf = std::numeric_limits<double>::infinity();
const std::vector<double> epsilons{0.01, 0.1, 1, 10};

subject late(known_games& games, double e) {
    return games.point("jin-stable-late", {0, 0}, {{"epsilon", e}});
}

subject spurious(known_games& games, double e) {
    return games.point("jin-spurious", {0, 0, 0, 0}, {{"epsilon", e}});
}

using of_epsilon = subject (*)(known_games&, double);

/// Whether something holds for every epsilon; what is found for the first that fails, or for 0.1, is told.
std::function<finding(known_games&)> for_every_epsilon(
    const std::function<finding(known_games&, double)>& one) {
    return [one](known_games& games) {
        finding told;
        for (const double e : epsilons) {
            const finding found = one(games, e);
            if (!found.agrees || e == 0.1) told = {found.ours + " (epsilon = " + text(e) + ")", found.agrees};
            if (!found.agrees) break;
        }
        return told;
    };
}

finding unique_of_kind(const subject& at, kind expected) {
    return {text(at.point->location) + ", " + kind_names.at(static_cast<std::size_t>(at.point->kind)),
            at.game->points.size() == 1 && at.point->kind == expected};
}

/// epsilon = 1/tau: the spectrum at that tau, and whether it is stable.
std::function<finding(known_games&)> with_epsilon_of_tau(of_epsilon point, const spectrum& formula,
                                                         bool stable) {
    return [=](known_games& games) {
        finding all{"", true};
        for (const double tau : {0.1, 1.0, 10.0, 100.0}) {
            const spectrum l = point(games, 1.0 / tau).eigenvalues(tau);
            all.ours = text(l) + " for tau = 0.1, 1, 10, 100";
            all.agrees =
                all.agrees && distance_between(l, formula) < 1e-6 && (l.front().real() > 0.0) == stable;
        }
        return all;
    };
}

page stable_late() {
    page at("App. J, eq. 50, Prop. J.1", "jin-stable-late");
    at.add("one critical point, a DSE and no DNE", "(0, 0)", for_every_epsilon([](known_games& g, double e) {
               return unique_of_kind(late(g, e), kind::differential_stackelberg);
           }));
    at.add("D11, -D22, S1", "-2, epsilon, 2", for_every_epsilon([](known_games& g, double e) {
               const subject p = late(g, e);
               const std::vector<double> ours{p.d11()(0), -p.d22()(0), p.schur()(0)};
               return finding{text(ours), same(ours[0], -2) && same(ours[1], e) && same(ours[2], 2)};
           }));
    at.add("spectrum of J_tau", "(-2 + tau e +- sqrt(tau^2 e^2 - 12 tau e + 4)) / 2",
           for_every_epsilon([](known_games& g, double e) {
               return is_spectrum(late(g, e), {0.5, 1, 20, 300}, [e](double tau) {
                   const double t = tau * e;
                   return pair(t - 2, t * t - 12 * t + 4, 2);
               });
           }));
    at.add("epsilon = 1/tau: spectrum, not stable", "(-1 +- i sqrt(7)) / 2",
           with_epsilon_of_tau(late, pair(-1, -7, 2), false));
    at.add("stable for all tau >", "2 / epsilon", for_every_epsilon([](known_games& g, double e) {
               return is_stable_for(late(g, e), {2.0 / e, inf});
           }));
    return at;
}

Eigen::MatrixXd printed_jacobian(double e, double tau) {
    const double r = 2.0 * std::sqrt(e);
    Eigen::MatrixXd j(4, 4);
    j << 2, 0, r, 0, 0, -1, 0, r, -tau * r, 0, -tau * e, 0, 0, -tau * r, 0, 2 * tau * e;
    return j;
}

page spurious_page() {
    page at("App. J, eq. 51, Prop. J.2", "jin-spurious");
    at.add("one critical point, neither DNE nor DSE", "(0, 0)",
           for_every_epsilon([](known_games& g, double e) {
               return unique_of_kind(spurious(g, e), kind::non_equilibrium);
           }));
    at.add("J_tau",
           "[[2, 0, 2r, 0], [0, -1, 0, 2r], [-2 tau r, 0, -tau e, 0], [0, -2 tau r, 0, 2 tau e]], r^2 = e",
           for_every_epsilon([](known_games& g, double e) {
               return is_matrix(scaled_jacobian(spurious(g, e).jacobian(), 2, 3.0), printed_jacobian(e, 3.0));
           }));
    at.add("D11, indefinite", "diag(2, -1)", for_every_epsilon([](known_games& g, double e) {
               return is_matrix(spurious(g, e).d11(), diagonal({2, -1}));
           }));
    at.add("-D22, indefinite", "diag(e, 2e)", for_every_epsilon([](known_games& g, double e) {
               return is_matrix(-spurious(g, e).d22(), diagonal({e, 2 * e}));
           }),
           "A minus sign is missing (it may be the text extraction's loss): it is diag(-e, 2e), as in the "
           "printed J_tau; "
           "diag(e, 2e) would be definite.");
    at.add("spectrum of J_tau",
           "(2 - tau e +- sqrt(tau^2 e^2 - 12 tau e + 4)) / 2, (-1 + 2 tau e +- sqrt(4 tau^2 e^2 - 12 tau e "
           "+ 1)) / 2",
           for_every_epsilon([](known_games& g, double e) {
               return is_spectrum(spurious(g, e), {0.5, 1, 20, 300}, [e](double tau) {
                   const double t = tau * e;
                   return joined(pair(2 - t, t * t - 12 * t + 4, 2),
                                 pair(2 * t - 1, 4 * t * t - 12 * t + 1, 2));
               });
           }));
    at.add("epsilon = 1/tau: spectrum, stable (the divisor is lost in the text that we have)",
           "(1 +- i sqrt(7)) / 2 twice",
           with_epsilon_of_tau(spurious, joined(pair(1, -7, 2), pair(1, -7, 2)), true));
    at.add("not stable for all tau >", "2 / epsilon", for_every_epsilon([](known_games& g, double e) {
               const auto& windows = spurious(g, e).point->windows.windows;
               return finding{"stable for tau in " + text(windows),
                              windows.size() == 1 && same(windows[0].high, 2.0 / e)};
           }));
    return at;
}

}  // namespace

std::vector<claim> appendix_j_claims() { return joined({stable_late(), spurious_page()}); }

}  // namespace tauroa::claims
