// Section K.1 and Figure 4: the quadratic game, eq. 52, with v = 4.

#include <cmath>
#include <limits>

#include "host/claims/findings.hpp"
#include "host/claims/paths.hpp"

namespace tauroa::claims {
namespace {

constexpr double inf = std::numeric_limits<double>::infinity();
const std::vector<double> taus{2.0, 2.5, 3.0, 5.0, 10.0};  // of Fig. 4

subject origin(known_games& games) { return games.point("quadratic", {0, 0, 0, 0}); }

Eigen::VectorXd start() { return vector({5, 4, 3, 2}); }

/// The distance from the equilibrium along Fig. 4's trajectory at tau.
Eigen::VectorXd distances(known_games& games, double tau) {
    return trajectory(games.game("quadratic"), start(), {tau, 5e-4, 20'000}, 100).rowwise().norm();
}

finding cycles_at_2(known_games& games) {
    const Eigen::VectorXd away = distances(games, 2.0);
    const Eigen::Index half = away.size() / 2;
    const double first = away.head(half).tail(half / 2).maxCoeff(), last = away.tail(half / 2).maxCoeff();
    return {"largest distance in the 2nd quarter of 20000 steps " + text(first, 4) + ", in the last " +
                text(last, 4),
            last > 0.5 * first && last < 2.0 * first};
}

finding converges(known_games& games) {
    const known_game& game = games.game("quadratic");
    return ends_at(game, start(), {2.5, 3, 5, 10}, longer({0, 5e-4, 20'000}), {4, {0, 0, 0, 0}});
}

finding faster_with_tau(known_games& games) {
    std::vector<double> last;
    last.reserve(std::size(taus));
    for (const double tau : taus) last.push_back(distances(games, tau).tail<1>()(0));
    return {"distance after 20000 steps: " + text(last, 2), falls(last)};
}

finding stable_by_theorem_1(known_games& games) {
    const double tau_star = origin(games).point->tau_star.value();
    return {text(tau_star, 10), same(tau_star, 2.0)};
}

/// Re / |Im| of the pair that starts with the least real part.
finding rotation_vanishes(known_games& games) {
    std::vector<double> ratios;
    for (const double tau : {2.0, 2.5, 3.0, 5.0, 10.0, 11.0}) {
        double least = inf;
        for (const auto& l : origin(games).eigenvalues(tau))
            if (l.imag() > 0.0) least = std::min(least, l.real() / l.imag());
        ratios.push_back(least);
    }
    return {"least Re / |Im| at tau = 2, 2.5, 3, 5, 10, 11: " + text(ratios, 3), rises(ratios)};
}

finding moves_back(known_games& games) {
    std::vector<double> least;
    for (const double tau : {11.7, 12.0, 15.0, 30.0, 100.0, 1000.0})
        least.push_back(origin(games).eigenvalues(tau)[1].real());
    return {"its smaller one at tau = 11.7, 12, 15, 30, 100, 1000: " + text(least), falls(least)};
}

page equilibrium_page() {
    page at("K.1, eq. 52", "quadratic");
    at.add("one critical point, a DSE", "(0, 0)", [](known_games& g) {
        const known_game& game = g.game("quadratic");
        const kind of = game.points.at(0).kind;
        return finding{text(game.points[0].location) + ", " + kind_names.at(static_cast<std::size_t>(of)),
                       game.points.size() == 1 && of == kind::differential_stackelberg};
    });
    at.add("first row of the matrix in (52)", "(-v, 0, -v, 0)", [](known_games& g) {
        const Eigen::VectorXd row = origin(g).jacobian().row(0).transpose();  // of D f, v = 4
        return finding{text(row), row == vector({-4, 0, -4, 0})};
    });
    at.add("spectrum of J_tau",
           "v (2 tau + 1 +- sqrt(4 tau^2 - 8 tau + 1)) / 4, v (tau - 2 +- sqrt(tau^2 - 12 tau + 4)) / 4",
           [](known_games& g) {
               return is_spectrum(origin(g), {0.5, 1, 2, 3, 10, 50}, [](double t) {
                   return joined(pair(2 * t + 1, 4 * t * t - 8 * t + 1, 1),
                                 pair(t - 2, t * t - 12 * t + 4, 1));
               });
           });
    at.add("stable only for tau in", "(2, inf)", [](known_games& g) {
        return is_stable_for(origin(g), {2.0, inf});
    });
    at.add("tau* by Theorem 1's construction", "2 exactly", stable_by_theorem_1);
    return at;
}

page figure_page() {
    page at("K.1", "quadratic", "fig4");
    at.add("tau = 2 is marginal", "eigenvalues on the imaginary axis", [](known_games& g) {
        const spectrum of = origin(g).eigenvalues(2.0);
        return finding{text(of, 4), std::abs(of.front().real()) < 1e-12};
    });
    at.add("tau = 2: cycles around 0", "neither converges nor leaves", cycles_at_2);
    at.add("tau = 2.5, 3, 5, 10 converge", "to 0", converges);
    at.add("convergence is faster as tau grows over 2, 2.5, 3, 5, 10", "falling distances", faster_with_tau);
    at.add("imaginary parts of the pairs decay after tau", "1 and 6", [](known_games& g) {
        const std::vector<double> peaks = imaginary_peaks(origin(g), 0.2, 13.0);
        return finding{text(peaks), peaks.size() == 2 && std::abs(peaks[0] - 1.0) < 1e-5 &&
                                        std::abs(peaks[1] - 6.0) < 1e-5};
    });
    at.rounded("first pair becomes purely real at tau", "1.87",
               [](known_games& g) { return becomes_real(origin(g)).at(0); });
    at.rounded("second pair becomes purely real at tau", "11.66",
               [](known_games& g) { return becomes_real(origin(g)).at(1); });
    at.add("once real, one of a pair moves back along the real line", "falling", moves_back);
    at.add("eigenvalues tend to those of S1 and of -tau D22", "4, 3 and 2 tau, 4 tau (v = 4)",
           [](known_games& g) { return tends_to_schur(origin(g), 1e4); });
    at.add("rotation vanishes: Re / |Im| grows with tau", "rising", rotation_vanishes);
    return at;
}

}  // namespace

std::vector<claim> quadratic_claims() { return joined({equilibrium_page(), figure_page()}); }

}  // namespace tauroa::claims
