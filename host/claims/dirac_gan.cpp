// Section 5 and Figure 1: the Dirac-GAN; K.5 and Figure 9: its non-saturating form.

#include <algorithm>
#include <cmath>
#include <limits>

#include "host/claims/findings.hpp"

namespace tauroa::claims {
namespace {

constexpr double inf = std::numeric_limits<double>::infinity();
const std::string saturating = "dirac-gan", nonsaturating = "dirac-gan-nonsaturating";

/// A curve of Fig. 1 or 9: (tau, mu).
struct curve {
    double tau, mu;
};
const std::vector<curve> curves{{1, 0.3}, {4, 0.3}, {8, 0.3}, {16, 0.3}, {1, 1}};
constexpr double gamma = 0.01;
constexpr std::uint32_t steps = 4000;

subject origin(known_games& games, const std::string& game, double mu) {
    return games.point(game, {0, 0}, {{"mu", mu}});
}

Eigen::MatrixXd path(known_games& games, const std::string& game, const curve& of) {
    return trajectory(games.game(game, {{"mu", of.mu}}), vector({1, 1}), {of.tau, gamma, steps}, 1);
}

double last_distance(known_games& games, const std::string& game, const curve& of) {
    return path(games, game, of).row(steps).norm();
}

/// How often theta changes its sign on the way.
int sign_changes(known_games& games, const curve& of) {
    const Eigen::VectorXd theta = path(games, saturating, of).col(0);
    int changes = 0;
    for (Eigen::Index k = 1; k < theta.size(); ++k) changes += theta(k) * theta(k - 1) < 0.0 ? 1 : 0;
    return changes;
}

finding unique_at_0(known_games& games, const std::string& game, double mu) {
    const known_game& of = games.game(game, {{"mu", mu}});
    std::string ours;
    for (const equilibrium& e : of.points) ours += (ours.empty() ? "" : ", ") + text(e.location);
    return {ours, of.points.size() == 1 && of.index_at(vector({0, 0}), 1e-9) == 0};
}

finding stable_for_all(known_games& games, const std::string& game) {
    finding all{"DSE, stable for tau in (0, inf) at mu = 0.01, 0.3, 1, 10", true};
    for (const double mu : {0.01, 0.3, 1.0, 10.0}) {
        const subject p = origin(games, game, mu);
        const finding one = is_stable_for(p, {0.0, inf});
        if (!one.agrees || p.point->kind != kind::differential_stackelberg)
            all = {"mu = " + text(mu) + ": " + one.ours, false};
    }
    return all;
}

finding imaginary_without_regularization(known_games& games) {
    bool agrees = true;
    for (const double tau : {0.1, 1.0, 10.0, 100.0})
        for (const auto& l : origin(games, saturating, 0.0).eigenvalues(tau))
            agrees = agrees && std::abs(l.real()) < 1e-12 && std::abs(l.imag()) > 0.0;
    return {"at tau = 1: " + text(origin(games, saturating, 0.0).eigenvalues(1.0)), agrees};
}

/// A local Nash equilibrium, not strict: neither player alone changes the cost.
finding weak_nash_without_regularization(known_games& games) {
    const known_game& of = games.game(saturating, {{"mu", 0.0}});
    double slope = 0.0;
    for (const double x : {-0.5, -0.1, 0.1, 0.5})
        slope = std::max({slope, std::abs(of.model->gradient(vector({x, 0}))(0)),
                          std::abs(of.model->gradient(vector({0, x}))(1))});
    return {"largest slope of a player's own cost beside 0: " + text(slope), slope == 0.0};
}

finding oscillates(known_games& games) {
    const Eigen::MatrixXd x = path(games, saturating, {1, 0});
    const double last = x.row(steps).norm();
    return {"distance sqrt(2) at the start, " + text(last, 4) + " after 4000 steps", last > 1.0};
}

finding rotates_less(known_games& games) {
    std::vector<double> ratios;
    for (const double tau : {1.0, 4.0, 8.0, 16.0}) {
        const auto l = origin(games, saturating, 0.3).eigenvalues(tau).back();
        ratios.push_back(std::abs(l.imag()) / l.real());
    }
    return {"|Im| / Re at tau = 1, 4, 8, 16: " + text(ratios, 4), falls(ratios)};
}

finding faster(known_games& games, const std::string& game) {
    const double at8 = last_distance(games, game, {8, 0.3}), at16 = last_distance(games, game, {16, 0.3});
    return {"distance after 4000 steps: " + text(at8, 2) + " and " + text(at16, 2), at8 < at16};
}

finding cyclic_at_8_only(known_games& games) {
    const int at8 = sign_changes(games, {8, 0.3}), at16 = sign_changes(games, {16, 0.3});
    return {"theta changes its sign " + std::to_string(at8) + " and " + std::to_string(at16) + " times",
            at8 > 1 && at16 == 0};
}

finding least_real_parts(known_games& games) {
    const double at8 = origin(games, saturating, 0.3).least_real_part(8),
                 at16 = origin(games, saturating, 0.3).least_real_part(16);
    return {text(at8) + " and " + text(at16), at8 > at16};
}

finding slow_at_mu_1(known_games& games) {
    const double here = last_distance(games, saturating, {1, 1});
    std::vector<double> others;
    for (const double tau : {4.0, 8.0, 16.0}) others.push_back(last_distance(games, saturating, {tau, 0.3}));
    const int changes = sign_changes(games, {1, 1});
    return {"distance " + text(here, 2) + ", no sign change; at mu = 0.3, tau = 4, 8, 16: " + text(others, 2),
            changes == 0 && here > *std::max_element(others.begin(), others.end())};
}

finding proportional_to_mu(known_games& games) {
    bool agrees = true;
    for (const double mu : {0.1, 0.3, 1.0, 3.0}) {
        const subject p = origin(games, saturating, mu);
        agrees = agrees && same(p.schur()(0) * mu, 0.25) && same(-p.d22()(0), mu);
    }
    return {"S1 mu = " + text(origin(games, saturating, 0.3).schur()(0) * 0.3) + ", -D22 / mu = 1", agrees};
}

finding equation_57(known_games& games, const std::string& game) {
    Eigen::MatrixXd printed(2, 2);
    printed << 0.0, 0.5, -3.0 * 0.5, 3.0 * 0.3;  // l'(0) = 1/2, tau = 3, mu = 0.3
    finding found = is_matrix(scaled_jacobian(origin(games, game, 0.3).jacobian(), 1, 3.0), printed);
    found.ours += " at tau = 3, mu = 0.3; l'(0) = 1/2";
    return found;
}

finding same_order(known_games& games) {
    const auto ranked = [&](const std::string& game) {
        std::vector<std::pair<double, std::string>> ranks;
        ranks.reserve(std::size(curves));
        for (const curve& c : curves)
            ranks.emplace_back(last_distance(games, game, c),
                               "tau = " + text(c.tau) + ", mu = " + text(c.mu));
        std::sort(ranks.begin(), ranks.end());
        std::string names;
        for (const auto& r : ranks) names += (names.empty() ? "" : "; ") + r.second;
        return names;
    };
    const std::string ours = ranked(nonsaturating);
    return {"fastest first: " + ours, ours == ranked(saturating)};
}

/// l(t) = -log(1 + e^-t) against -l(1 + e^-t), at t = 0.
finding printed_loss() {
    const auto l = [](double t) { return -std::log1p(std::exp(-t)); };
    return {"at t = 0: " + text(l(0.0), 4) + " against " + text(-l(1.0 + std::exp(-0.0)), 4),
            same(l(0.0), -l(1.0 + std::exp(-0.0)))};
}

page unregularized_page() {
    page at("Section 5", saturating);
    at.add("mu = 0: the unique critical point", "(0, 0)",
           [](known_games& g) { return unique_at_0(g, saturating, 0.0); });
    at.add("mu = 0: eigenvalues purely imaginary whatever tau", "", imaginary_without_regularization);
    at.add("mu = 0: (0, 0) is a local Nash equilibrium", "", weak_nash_without_regularization);
    at.add("mu = 0: neither DNE nor DSE", "", [](known_games& g) {
        const kind of = origin(g, saturating, 0.0).point->kind;
        return finding{kind_names.at(static_cast<std::size_t>(of)), !is_equilibrium(of)};
    });
    at.add("mu = 0: oscillates and fails to converge", "", oscillates);
    at.add("mu > 0: the unique critical point", "(0, 0)",
           [](known_games& g) { return unique_at_0(g, saturating, 0.3); });
    at.add("DSE, stable for all tau > 0, mu > 0 (and Theorem 3)", "(0, inf)",
           [](known_games& g) { return stable_for_all(g, saturating); });
    at.add("S1 is proportional to 1/mu, -tau D22 to tau mu", "", proportional_to_mu);
    at.add("eigenvalues tend to those of S1 and of -tau D22 (mu = 0.3)", "",
           [](known_games& g) { return tends_to_schur(origin(g, saturating, 0.3), 1e4); });
    return at;
}

page figure_1_page() {
    page at("Section 5", saturating, "fig1");
    at.add("mu = 0.3: less oscillatory as tau grows", "falling |Im| / Re", rotates_less);
    at.add("mu = 0.3: tau = 8 converges faster than tau = 16", "tau = 8",
           [](known_games& g) { return faster(g, saturating); });
    at.add("though tau = 8 cycles and tau = 16 does not", "", cyclic_at_8_only);
    at.add("mu = 0.3: imaginary parts at tau = 8 and 16", "non-zero and zero", [](known_games& g) {
        const double at8 = origin(g, saturating, 0.3).largest_imaginary_part(8),
                     at16 = origin(g, saturating, 0.3).largest_imaginary_part(16);
        return finding{text(at8) + " and " + text(at16), at8 > 0.0 && at16 == 0.0};
    });
    at.add("mu = 0.3: least real part is greater at tau = 8 than at 16", "greater", least_real_parts);
    at.add("mu = 1, tau = 1: eigenvalues purely real", "", [](known_games& g) {
        const spectrum l = origin(g, saturating, 1.0).eigenvalues(1.0);
        return finding{text(l), std::abs(l[0].imag()) < 1e-7};  // a double one, known to half the digits
    });
    at.add("mu = 1, tau = 1: does not cycle, but converges slowly", "", slow_at_mu_1);
    return at;
}

page nonsaturating_page() {
    page at("K.5, eq. 56", nonsaturating, "fig9");
    at.add("the unique critical point", "(0, 0)",
           [](known_games& g) { return unique_at_0(g, nonsaturating, 0.3); });
    for (const auto& game : {nonsaturating, saturating})
        at.add("eq. 57, J_tau of " + game, "[[0, l'(0)], [-tau l'(0), tau mu]]",
               [game](known_games& g) { return equation_57(g, game); });
    at.add("J is the original game's", "identical", [](known_games& g) {
        return is_matrix(origin(g, nonsaturating, 0.3).jacobian(), origin(g, saturating, 0.3).jacobian());
    });
    at.add("stable for all tau > 0, mu > 0", "(0, inf)",
           [](known_games& g) { return stable_for_all(g, nonsaturating); });
    at.add("behaves like the original: same order of speed of the five curves", "", same_order);
    at.add("tau = 8 converges faster than tau = 16 here, too", "tau = 8",
           [](known_games& g) { return faster(g, nonsaturating); });
    at.add(
        "the loss", "l(t) = -l(1 + exp(-t))", [](known_games&) { return printed_loss(); },
        "A misprint: footnote 4 has l(t) = -log(1 + exp(-t)), which all figures are made with.");
    return at;
}

}  // namespace

std::vector<claim> dirac_gan_claims() {
    return joined({unregularized_page(), figure_1_page(), nonsaturating_page()});
}

}  // namespace tauroa::claims
