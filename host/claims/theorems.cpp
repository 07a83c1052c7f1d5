// Theorems 1 and 2, Propositions F.1 and I.1 at every critical point of every zero-sum game where D22 and S1 are not
// singular, at the games' default parameters.

#include <algorithm>
#include <cmath>

#include "host/claims/findings.hpp"
#include "host/tau_star.hpp"
#include "host/tau_zero.hpp"

namespace tauroa::claims {
namespace {

std::vector<subject> regular_points(known_games& games) {
    std::vector<subject> all;
    for (const game_info& info : all_game_infos()) {
        if (!info.zero_sum) continue;
        const known_game& game = games.game(info.name);
        for (const equilibrium& e : game.points)
            if (e.isolated && e.kind != kind::degenerate) all.push_back({&game, &e});
    }
    return all;
}

std::string name_of(const subject& p) {
    return p.game->model->info().name + " " + text(p.point->location, 4);
}

/// Whether `holds` at every regular point that is `meant`; counterexamples are named.
finding at_every_point(known_games& games, const std::function<bool(const subject&)>& meant,
                       const std::function<bool(const subject&)>& holds) {
    std::size_t all = 0, good = 0;
    std::string bad;
    for (const subject& p : regular_points(games)) {
        if (!meant(p)) continue;
        ++all;
        const bool holds_here = holds(p);
        good += holds_here ? 1 : 0;
        if (!holds_here) bad += (bad.empty() ? "; not " : ", ") + name_of(p);
    }
    return {"holds at " + of_total(good, all) + " points" + bad, good == all && all > 0};
}

bool any(const subject& /*point*/) { return true; }
bool equilibrium_point(const subject& p) { return is_equilibrium(p.point->kind); }
bool other_point(const subject& p) { return !equilibrium_point(p); }

bool stable_in_the_end(const subject& p) {
    const auto& windows = p.point->windows.windows;
    return !windows.empty() && std::isinf(windows.back().high);
}

bool tight(const subject& p) {
    const double tau_star = p.point->tau_star.value();
    return p.least_real_part(tau_star * (1 + 1e-4)) > 0.0 && p.least_real_part(tau_star * (1 - 1e-4)) < 0.0;
}

bool determinant_factors(const subject& p) {
    constexpr double tau = 3.0;
    const auto determinant = [](const Eigen::MatrixXd& a) {
        std::complex<double> product = 1.0;
        for (const auto& l : sorted_eigenvalues(a)) product *= l;
        return product.real();
    };
    const double n2 = static_cast<double>(p.d22().rows());
    const double left = determinant(-scaled_jacobian(p.jacobian(), p.game->n1(), tau));
    const double right = std::pow(tau, n2) * determinant(p.d22()) * determinant(-p.schur());
    return std::abs(left - right) <= 1e-6 * std::abs(right);
}

/// Lemma C.1 with A = J_tau: the eigenvalues of A [+] A are the sums of two of A's.
bool sums_of_eigenvalues(const subject& p) {
    constexpr double tau = 3.7;  // where no game has a double eigenvalue
    const spectrum l = p.eigenvalues(tau);
    spectrum sums;
    for (std::size_t i = 0; i < l.size(); ++i)
        for (std::size_t j = 0; j <= i; ++j) sums.push_back(l[i] + l[j]);
    return distance_between(
               sorted_eigenvalues(symmetric_kronecker_sum(scaled_jacobian(p.jacobian(), p.game->n1(), tau))),
               sums) < 1e-6;
}

double tau_star_as_printed(const subject& p) {
    const std::vector<double> cuts = critical_taus(p.jacobian(), p.game->n1(), formula_signs::as_printed);
    return cuts.empty() ? 0.0 : cuts.back();
}

finding printed_construction(known_games& games) {
    const subject p = games.point("quadratic", {0, 0, 0, 0});
    finding found = at_every_point(games, equilibrium_point, [](const subject& e) {
        return std::abs(tau_star_as_printed(e) - *e.point->tau_star) <= 1e-6 * (1 + *e.point->tau_star);
    });
    found.ours = "K.1's tau* would be " + text(tau_star_as_printed(p)) + ", not 2; " + found.ours;
    return found;
}

/// The upper end of the last window of stability; 0 where there is none.
double last_stable(const subject& p) {
    const auto& windows = p.point->windows.windows;
    return windows.empty() ? 0.0 : windows.back().high;
}

/// Whether Theorem 2's tau0 is not below the last tau at which a point is stable, whatever Q1 = c I, with Q2 = I: the
/// theorem allows any that are positive definite.
finding beyond_last_window(known_games& games, formula_signs signs) {
    std::string example;
    finding found = at_every_point(games, other_point, [&](auto& p) {
        for (const double c : {1e-4, 1e-3, 1e-2, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 100.0, 1e3, 1e4}) {
            const double tau_zero = constructed_tau_zero(p.jacobian(), p.game->n1(), c, signs);
            if (tau_zero >= last_stable(p) * (1 - 1e-9)) continue;
            if (example.empty())
                example = "; " + name_of(p) + ", c = " + text(c) + ": tau0 = " + text(tau_zero) +
                          ", but stable up to tau = " + text(last_stable(p));
            return false;
        }
        return true;
    });
    found.ours += example;
    return found;
}

page theorem_1() {
    page at("Theorem 1", "");
    at.add("stable for all tau beyond some finite tau* if and only if a DSE", "", [](known_games& g) {
        return at_every_point(g, any, [](auto& p) { return stable_in_the_end(p) == equilibrium_point(p); });
    });
    at.add("tau* is where stability begins (spectra at tau* (1 -+ 1e-4), tau* > 0)", "", [](known_games& g) {
        return at_every_point(
            g, [](auto& p) { return p.point->tau_star.value_or(0.0) > 0.0; }, tight);
    });
    at.add("the construction with S1 as printed, A11 - A12 A22^-1 A12^T", "tau* = largest positive root of Q",
           printed_construction,
           "The sign in S1 is wrong: with A22 = D22 and A21 = -A12^T it is A11 + A12 A22^-1 A12^T (as in the "
           "proof's "
           "eq. 18).");
    at.add("det(-J_tau) = tau^n2 det(D22) det(-S1)", "",
           [](known_games& g) { return at_every_point(g, any, determinant_factors); });
    at.add("Lemma C.1: spectrum of A [+] A", "lambda_i + lambda_j, j <= i",
           [](known_games& g) { return at_every_point(g, any, sums_of_eigenvalues); });
    at.add("tau* is typically a reasonable value", "", [](known_games& g) {
        double largest = 0.0;
        for (const subject& p : regular_points(g))
            if (p.game->model->info().name != "jin-stable-late")  // made to have any
                largest = std::max(largest, p.point->tau_star.value_or(0.0));
        return finding{"at most " + text(largest) + " in the games of Section 5 and Appendix K",
                       largest < 10.0};
    });
    return at;
}

page theorem_2() {
    page at("Theorem 2", "");
    at.add("every other critical point is unstable beyond a finite tau0", "", [](known_games& g) {
        return at_every_point(g, other_point, [](auto& p) { return !stable_in_the_end(p); });
    });
    at.add(
        "the construction of tau0 as printed, Q1 = c I, c = 1e-4 ... 1e4, Q2 = I", "unstable beyond tau0",
        [](known_games& g) { return beyond_last_window(g, formula_signs::as_printed); },
        "D12 has lost its sign in the printed formula: there is a tau beyond that tau0 at which the point is "
        "stable.");
    at.add("the construction with D12's sign put right, the same Q1 and Q2", "unstable beyond tau0",
           [](known_games& g) { return beyond_last_window(g, formula_signs::corrected); });
    return at;
}

page propositions() {
    page at("Prop. F.1, I.1", "");
    at.add("F.1: a DNE is stable for all tau > 0", "", [](known_games& g) {
        return at_every_point(
            g, [](auto& p) { return p.point->kind == kind::differential_nash; },
            [](auto& p) {
                const auto& w = p.point->windows.windows;
                return w.size() == 1 && w[0].low == 0.0 && stable_in_the_end(p);
            });
    });
    at.add("I.1: stable as tau grows without bound if and only if a DSE (tau = 1e6)", "", [](known_games& g) {
        return at_every_point(g, any,
                              [](auto& p) { return (p.least_real_part(1e6) > 0.0) == equilibrium_point(p); });
    });
    at.add("n1 eigenvalues tend to S1's, n2 over tau to -D22's, error O(1/tau)", "", [](known_games& g) {
        return at_every_point(g, any, [](auto& p) { return tends_to_schur(p, 1e5).agrees; });
    });
    return at;
}

}  // namespace

std::vector<claim> theorem_claims() { return joined({theorem_1(), theorem_2(), propositions()}); }

}  // namespace tauroa::claims
