// Section K.3 and Figures 6 and 7: the polynomial game, eq. 54.

#include <algorithm>
#include <cmath>
#include <limits>

#include "host/claims/findings.hpp"
#include "host/claims/paths.hpp"
#include "host/linear_algebra.hpp"

namespace tauroa::claims {
namespace {

constexpr double inf = std::numeric_limits<double>::infinity();
const std::vector<double> nash{10.572, -8.952}, far{-11.030, -11.030}, near{-1.622, -1.622};

subject at_far(known_games& games) { return games.point("polynomial", far); }

finding kinds(known_games& games) {
    const auto& points = games.game("polynomial").points;
    const auto count = [&](kind k) {
        return std::count_if(points.begin(), points.end(), [k](auto& e) { return e.kind == k; });
    };
    const auto dne = count(kind::differential_nash), dse = count(kind::differential_stackelberg);
    return {std::to_string(dne) + " DNE, " + std::to_string(dse) + " DSE of " + std::to_string(points.size()),
            dne == 1 && dse == 2};
}

finding equilibria_on_a_line(known_games& games) {
    const Eigen::VectorXd a = games.point("polynomial", far).point->location;
    const Eigen::VectorXd along = (games.point("polynomial", near).point->location - a).normalized();
    const Eigen::VectorXd to = games.point("polynomial", nash).point->location - a;
    const double off = (to - to.dot(along) * along).norm();
    return {"the DNE lies " + text(off, 4) + " from the line through the two DSE", off < 1e-3};
}

finding isolated(known_games& games) {
    double least = inf;
    for (const equilibrium& e : games.game("polynomial").points)
        least = std::min(least, smallest_singular_value(e.jacobian));
    return {"least singular value of J at the eleven points: " + text(least, 3), least > 1e-6};
}

const run fig6b{1.0, 1e-4, 25'000};

/// How near a trajectory comes back to its start after half its way round, relative to its width.
finding closed_curve(known_games& games) {
    const Eigen::MatrixXd x = trajectory(games.game("polynomial"), vector({-9, -9}), fig6b, 1);
    const Eigen::VectorXd away = (x.rowwise() - x.row(0)).rowwise().norm();
    Eigen::Index farthest = 0;
    const double width = away.maxCoeff(&farthest);
    Eigen::Index half = 0;
    while (half < away.size() && away(half) < 0.5 * width) ++half;
    while (half < away.size() && away(half) >= 0.5 * width) ++half;  // now on the way back
    const double miss = half < away.size() ? away.tail(away.size() - half).minCoeff() / width : 1.0;
    return {"width " + text(width, 3) + ", comes back within " + text(100 * miss, 2) + " % of it",
            miss < 0.01};
}

finding dissipates(known_games& games) {
    std::vector<double> ratios;
    for (const double tau : {1.0, 2.0, 5.0, 20.0}) {
        const auto l = at_far(games).eigenvalues(tau).back();
        ratios.push_back(std::abs(l.imag()) / l.real());
    }
    ratios[0] = inf;  // on the axis
    return {"|Im| / Re at tau = 2, 5, 20: " + text(std::vector<double>(ratios.begin() + 1, ratios.end()), 3),
            falls(ratios)};
}

finding rotation_gone_before_real(known_games& games) {
    const double real = becomes_real(at_far(games)).at(0);
    const double gone = rotation_ends(at_far(games), 1.0001, real);
    return {"Re exceeds |Im| from tau = " + text(gone, 5) + ", real from " + text(real, 5), gone < real};
}

page point_page() {
    page at("K.3", "polynomial");
    at.rounded("number of critical points", "11",
               [](known_games& g) { return static_cast<double>(g.game("polynomial").points.size()); });
    at.add("one DNE, two DSE that are no DNE", "1, 2", kinds);
    at.add("the DNE", "(10.57, -8.95)", [](known_games& g) {
        return rounds_to(g.point("polynomial", nash).point->location, {"10.57", "-8.95"});
    });
    at.add(
        "a DSE", "(-1.625, -1.625)",
        [](known_games& g) {
            return rounds_to(g.point("polynomial", near).point->location, {"-1.625", "-1.625"});
        },
        "The third digit is wrong; Fig. 7's legend has -1.62, which is right.");
    at.add("a DSE", "(-11.03, -11.03)", [](known_games& g) {
        return rounds_to(at_far(g).point->location, {"-11.03", "-11.03"});
    });
    at.add("the DNE is stable for tau in", "(0, inf)", [](known_games& g) {
        return is_stable_for(g.point("polynomial", nash), {0.0, inf});
    });
    for (const auto& x : {near, far}) {
        at.add("DSE (" + text(x, 4) + ") is stable for tau in", "(1, inf)", [x](known_games& g) {
            return is_stable_for(g.point("polynomial", x), {1.0, inf});
        });
        at.rounded("tau* of DSE (" + text(x, 4) + ") by Theorem 1", "1",
                   [x](known_games& g) { return g.point("polynomial", x).point->tau_star.value(); });
    }
    at.add(
        "the other critical points are unstable for every tau", "8 of 8",
        [](known_games& g) { return others_never_stable(g.game("polynomial")); },
        "(9.318, 9.318) is stable for tau < 1; at tau = 0.5 it has a basin of its own.");
    at.add("the set of equilibria follows a linear translation", "a line", equilibria_on_a_line,
           "The two DSE lie on x1 = x2, the DNE far from it.");
    at.add("the equilibria are isolated", "J is not singular", isolated);
    return at;
}

page figure_6_page() {
    page at("K.3", "polynomial", "fig6");
    at.add("tau = 1: (-11.03, -11.03) is marginal", "purely imaginary eigenvalues", [](known_games& g) {
        const spectrum of = at_far(g).eigenvalues(1.0);
        return finding{text(of, 4), std::abs(of.front().real()) < 1e-9 * std::abs(of.front())};
    });
    at.add("tau = 1 from (-9, -9), gamma1 = 1e-4", "a closed curve", closed_curve);
    at.add("tau = 2, 5, 20 from (-9, -9)", "to (-11.03, -11.03)", [](known_games& g) {
        return ends_at(g.game("polynomial"), vector({-9, -9}), {2, 5, 20}, longer(fig6b), {3, far});
    });
    at.add("cyclic behaviour dissipates as tau grows", "falling |Im| / Re", dissipates);
    at.add("rotation disappears well before eigenvalues are real", "where Re exceeds |Im|",
           rotation_gone_before_real);
    at.add("eigenvalues at (-11.03, -11.03) tend to those of S1 and of -tau D22", "",
           [](known_games& g) { return tends_to_schur(at_far(g), 1e4); });
    return at;
}

const run fig7b{1.0, 1e-3, 75'001, update_order::alternating};

finding ends_from_the_left(known_games& games, const std::vector<double>& taus,
                           const std::vector<double>& expected, update_order update) {
    run with = fig7b;
    with.update = update;
    return ends_at(games.game("polynomial"), vector({-10, -2}), taus, with,
                   std::vector<std::vector<double>>(taus.size(), expected));
}

/// The largest number of starts that end at a point for one update but not for the other, with both counts.
finding same_by_either_update(known_games& games) {
    map_settings of{
        "polynomial", 40, {1, 2, 5, 20}, fig7b.gamma, fig7b.steps, 1e-3, update_order::simultaneous};
    const map_counts simultaneous = games.counts(of);
    of.update = update_order::alternating;
    const map_counts alternating = games.counts(of);
    std::string ours;
    for (std::size_t t = 0; t < of.tau.size(); ++t) {
        std::uint64_t moved = 0;
        for (std::size_t j = 0; j < simultaneous[t].size() - 3; ++j)
            moved += std::max(simultaneous[t][j], alternating[t][j]) -
                     std::min(simultaneous[t][j], alternating[t][j]);
        ours += (t == 0 ? "" : "; ") + text(of.tau[t]) + ": " + std::to_string(moved);
    }
    return {"starts of 1600 that are counted elsewhere by the alternating update: " + ours,
            simultaneous == alternating};
}

page figure_7_page() {
    page at("K.3", "polynomial", "fig7");
    at.add("a DSE, in the legend", "(-1.62, -1.62)", [](known_games& g) {
        return rounds_to(g.point("polynomial", near).point->location, {"-1.62", "-1.62"});
    });
    at.add("tau = 1 from (-10, -2), gamma1 = 1e-3", "to (10.57, -8.95)",
           [](known_games& g) { return ends_from_the_left(g, {1}, nash, update_order::alternating); });
    for (const auto update : {update_order::alternating, update_order::simultaneous})
        at.add(
            std::string("any tau > 1 from (-10, -2), ") +
                (update == update_order::alternating ? "alternating" : "simultaneous"),
            "to (-11.03, -11.03)",
            [update](known_games& g) {
                return ends_from_the_left(g, {1.5, 2, 3, 5, 20}, far, update);
            },
            "Only for tau = 3, 5 and 20: at 1.5 it still ends at the DNE, at 2 at the other DSE.");
    at.add("Fig. 7b is made by eq. 2", "the simultaneous update", same_by_either_update,
           "The authors' published code makes it by the alternating update; it moves starts, most of them at "
           "tau = 1.");
    return at;
}

}  // namespace

std::vector<claim> polynomial_claims() { return joined({point_page(), figure_6_page(), figure_7_page()}); }

}  // namespace tauroa::claims
