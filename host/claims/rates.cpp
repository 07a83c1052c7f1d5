// Theorem 4, Lemma F.1 and Corollary 1: with lambda_m the minimiser of 2 Re lambda / |lambda|^2 over spec(J_tau), gamma_bar its
// minimum, gamma1 = gamma_bar - alpha and beta = 1 / (2 Re lambda_m - alpha |lambda_m|^2), the paper has the rate
// (1 - alpha / (4 beta))^(k/2), and epsilon within (4 beta / alpha) log(||x0 - x*|| / epsilon) steps.

#include <algorithm>
#include <cmath>

#include "host/claims/findings.hpp"
#include "host/local_rate.hpp"
#include "kernels/error.hpp"

namespace tauroa::claims {
namespace {

const std::vector<double> taus{2.5, 3, 5, 10};  // Fig. 4's above tau*

subject origin(known_games& games) { return games.point("quadratic", {0, 0, 0, 0}); }

double radius(const subject& at, double tau, double gamma) {
    return spectral_radius(at.jacobian(), at.game->n1(), tau, gamma, update_order::simultaneous);
}

double gamma_bar(const subject& at, double tau) { return gamma_max(at.jacobian(), at.game->n1(), tau); }

/// At gamma1 = gamma_bar / 2, that is, alpha = gamma1. Throws failure where it does not attract.
local_rate rate_at_half(known_games& games, double tau) {
    const subject p = origin(games);
    const auto found = local_rate_of(p.jacobian(), p.game->n1(), tau, 0.5 * gamma_bar(p, tau));
    if (!found) throw failure("claims: no local rate at tau = " + text(tau));
    return *found;
}

/// Spectral radius against the claimed rate per step, alpha = gamma_bar / 2.
finding rate(known_games& games) {
    finding found{"spectral radius / claimed, by tau:", true};
    for (const double tau : taus) {
        const local_rate of = rate_at_half(games, tau);
        const double ours = radius(origin(games), tau, of.alpha), claimed = of.stated.rate;
        found.ours.append(" ").append(text(tau)).append(": ");
        found.ours.append(text(ours, 4)).append(" / ").append(text(claimed, 4));
        found.agrees = found.agrees && ours <= claimed;
    }
    return found;
}

/// Steps until the distance from 0 is 1e-6 of the start's, against Corollary 1's number. The game is linear: L = 0, and
/// its ball is the whole space.
finding steps_needed(known_games& games) {
    constexpr double tau = 10.0, wanted = 1e-6;
    const local_rate of = rate_at_half(games, tau);
    const double claimed = std::ceil(of.stated.steps_per_decade * std::log10(1.0 / wanted));
    const Eigen::VectorXd away =
        trajectory(games.game("quadratic"), vector({5, 4, 3, 2}), {tau, of.alpha, 5000}, 1).rowwise().norm();
    Eigen::Index needed = 0;
    while (needed < away.size() && away(needed) > wanted * away(0)) ++needed;
    return {std::to_string(needed) + " steps needed, " + text(claimed) + " claimed",
            static_cast<double>(needed) <= claimed};
}

/// (1 - alpha / (4 beta))^(k/2) <= exp(-k alpha / (4 beta)) is what Corollary 1 needs of eq. 25.
finding exponent(known_games& games) {
    const local_rate of = rate_at_half(games, 5.0);
    const double k = 100.0, of_25 = std::pow(of.stated.rate, k),
                 of_corollary = std::pow(10.0, -k / of.stated.steps_per_decade);
    return {"at k = 100, tau = 5: eq. 25 gives " + text(of_25, 3) + ", Appendix G " + text(of_corollary, 3),
            of_25 <= of_corollary};
}

finding bound(known_games& games) {
    bool agrees = true;
    for (const double tau : taus) {
        const double bar = gamma_bar(origin(games), tau);
        for (const double part : {0.01, 0.5, 0.999})
            agrees = agrees && radius(origin(games), tau, part * bar) < 1.0;
        agrees = agrees && radius(origin(games), tau, 1.001 * bar) > 1.0;
    }
    return {"spectral radius below 1 at 0.01, 0.5, 0.999 gamma_bar, above it at 1.001 gamma_bar", agrees};
}

finding least_of_equation_24(known_games& games) {
    const double bar = gamma_bar(origin(games), 5.0), tiny = 1e-3 * bar;
    return {"tau = 5: gamma_bar = " + text(bar) + ", but at " + text(tiny) + " max |1 - gamma lambda| is " +
                text(radius(origin(games), 5.0, tiny), 6),
            radius(origin(games), 5.0, tiny) > 1.0};
}

}  // namespace

std::vector<claim> rate_claims() {
    page at("Lemma F.1", "quadratic");
    at.add("gamma1 below gamma_bar converges locally (tau = 2.5, 3, 5, 10)", "", bound);
    at.add("eq. 24: gamma_bar is the least gamma > 0 with max |1 - gamma lambda| <= 1", "least",
           least_of_equation_24, "It is the largest: every smaller gamma > 0 is in the set.");
    page rates("Theorem 4", "quadratic");
    rates.add("local rate with gamma1 = gamma_bar - alpha; here alpha = gamma_bar / 2",
              "(1 - alpha / (4 beta))^(1/2) per step", rate,
              "beta is of lambda_m alone, the eigenvalue that bounds gamma1; a smaller one may contract "
              "slower, as once the "
              "spectrum has split.");
    page steps("Corollary 1", "quadratic");
    steps.add("steps to epsilon = 1e-6 ||x0||, tau = 10, alpha = gamma_bar / 2",
              "ceil((4 beta / alpha) log(||x0|| / epsilon))", steps_needed,
              "It inherits Theorem 4's rate, and the exponent of the next line.");
    steps.add("Appendix G: eq. 25 implies ||x_k - x*|| <= exp(-k alpha / (4 beta)) ||x_0 - x*||", "",
              exponent,
              "Eq. 25 has (1 - alpha / (4 beta))^(k/2), from which exp(-k alpha / (8 beta)) follows: twice "
              "as many steps.");
    return joined({at, rates, steps});
}

}  // namespace tauroa::claims
