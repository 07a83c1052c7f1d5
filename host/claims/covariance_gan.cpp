// Section K.6 and Figures 10 and 11: learning a covariance matrix, eq. 58.

#include <algorithm>
#include <cmath>
#include <limits>

#include "host/claims/findings.hpp"
#include "host/claims/paths.hpp"

namespace tauroa::claims {
namespace {

constexpr double inf = std::numeric_limits<double>::infinity();
constexpr double variance = 1.0975490803832961;  // Sigma, V0, W0 of the authors' figures for d = 1
const std::vector<double> start{0.3392847060461844, -0.15590853388271336};
const std::vector<double> mus{0.5, 0.75, 1};
constexpr double gamma = 0.001;
constexpr std::uint32_t steps = 5000;

named_values with_mu(double mu) { return {{"d", 1.0}, {"mu", mu}, {"Sigma1_1", variance}}; }

const known_game& scalar(known_games& games, double mu) { return games.game("covariance-gan", with_mu(mu)); }

/// (sigma, 0) or (-sigma, 0).
subject solution(known_games& games, double mu, double sign = 1.0) {
    return games.point("covariance-gan", {sign * std::sqrt(variance), 0.0}, with_mu(mu));
}

/// Whether something holds for mu = 0.5, 0.75, 1, at both signs of V; the last is told, or the first that fails.
std::function<finding(known_games&)> for_every_mu(const std::function<finding(const subject&, double)>& one) {
    return [one](known_games& games) {
        finding told;
        for (const double mu : mus)
            for (const double sign : {1.0, -1.0}) {
                told = one(solution(games, mu, sign), mu);
                told.ours += " (mu = " + text(mu) + ")";
                if (!told.agrees) return told;
            }
        return told;
    };
}

double last_distance(known_games& games, double mu, double tau) {
    const known_game& game = scalar(games, mu);
    const Eigen::VectorXd x = end_of(game, vector(start), {tau, gamma, steps});
    return std::hypot(variance - x(0) * x(0), x(1));
}

finding critical_points(known_games& games) {
    std::string ours;
    bool agrees = true;
    for (const equilibrium& e : scalar(games, 1.0).points) {
        ours += (ours.empty() ? "" : ", ") + text(e.location);
        agrees = agrees && std::abs(std::abs(e.location(0)) - std::sqrt(variance)) < 1e-6;
    }
    return {ours, agrees};
}

finding jacobian(known_games& games, double sign) {
    const double sigma = std::sqrt(variance), tau = 3.0, mu = 0.75;
    Eigen::MatrixXd printed(2, 2);
    printed << 0.0, -2.0 * sigma, 2.0 * tau * sigma, tau * mu;
    finding found = is_matrix(scaled_jacobian(solution(games, mu, sign).jacobian(), 1, tau), printed);
    found.ours += " (tau = 3, mu = 0.75, sigma^2 = 1.09755)";
    return found;
}

/// d = 2.
const known_game& two_by_two(known_games& games, double mu) {
    return games.game("covariance-gan",
                      {{"d", 2.0}, {"mu", mu}, {"Sigma1_1", 2.0}, {"Sigma1_2", 0.5}, {"Sigma2_2", 1.5}});
}

const Eigen::Matrix2d sigma_of_two = (Eigen::Matrix2d() << 2.0, 0.5, 0.5, 1.5).finished();

/// (V, W) in the game's order: row by row.
Eigen::VectorXd rows(const Eigen::Matrix2d& v, const Eigen::Matrix2d& w) {
    return vector({v(0, 0), v(0, 1), v(1, 0), v(1, 1), w(0, 0), w(0, 1), w(1, 0), w(1, 1)});
}

/// g against (-(W + W^T) V, -(Sigma - V V^T) + mu W).
finding gradient(known_games& games, double mu) {
    Eigen::Matrix2d v, w;
    v << 0.3, -0.7, 1.1, 0.4;
    w << -0.2, 0.9, 0.5, 0.6;
    const Eigen::Matrix2d of_v = -(w + w.transpose()) * v,
                          of_w = -(sigma_of_two - v * v.transpose()) + mu * w;
    const double apart = (two_by_two(games, mu).model->gradient(rows(v, w)) - rows(of_v, of_w)).norm();
    return {"differs by " + text(apart, 2) + " at an arbitrary (V, W), d = 2", apart < 1e-12};
}

/// ||g|| where V V^T = Sigma and W is skew, not 0.
finding skew_is_critical(known_games& games, double mu) {
    const double a = std::sqrt(2.0), b = 0.5 / a;  // V: Sigma's Cholesky factor
    Eigen::Matrix2d v, skew;
    v << a, 0.0, b, std::sqrt(1.5 - b * b);
    skew << 0.0, 1.0, -1.0, 0.0;
    const double slope = two_by_two(games, mu).model->gradient(rows(v, skew)).norm();
    return {"||g|| at V V^T = Sigma, W = [[0, 1], [-1, 0]], mu = " + text(mu) + ": " + text(slope, 4),
            slope < 1e-12};
}

finding imaginary_without_regularization(known_games& games) {
    const spectrum l = solution(games, 0.0).eigenvalues(1.0);
    return {"d = 1, tau = 1: " + text(l),
            std::abs(l[0].real()) < 1e-12 && solution(games, 0.0).point->windows.windows.empty()};
}

/// A player alone changes nothing at (sigma, 0): f(V, 0) = 0, and D2 f(sigma, W) = 0 for every W.
finding weak_nash(known_games& games) {
    const known_game& game = scalar(games, 0.0);
    double slope = 0.0;
    for (const double x : {-0.5, -0.1, 0.1, 0.5})
        slope = std::max({slope, std::abs(game.model->gradient(vector({std::sqrt(variance) + x, 0}))(0)),
                          std::abs(game.model->gradient(vector({std::sqrt(variance), x}))(1))});
    return {"largest slope of a player's own cost beside (sigma, 0): " + text(slope, 2), slope < 1e-15};
}

std::vector<double> by_mu(const std::function<double(double)>& of_mu) {
    std::vector<double> values;
    values.reserve(std::size(mus));
    for (const double mu : mus) values.push_back(of_mu(mu));
    return values;
}

const char* const over_mu = "at mu = 0.5, 0.75, 1: ";

finding real_sooner(known_games& games) {
    const auto taus = by_mu([&](double mu) { return becomes_real(solution(games, mu)).at(0); });
    return {over_mu + text(taus), falls(taus)};
}

finding parts_at(known_games& games, double tau) {
    const auto real = by_mu([&](double mu) { return solution(games, mu).eigenvalues(tau)[0].real(); });
    const auto imaginary = by_mu([&](double mu) { return solution(games, mu).largest_imaginary_part(tau); });
    return {std::string("tau = ") + text(tau) + ", " + over_mu + "Re " + text(real, 4) + "; |Im| " +
                text(imaginary, 4),
            falls(real) && falls(imaginary)};
}

finding largest_parts(known_games& games) {
    const auto real = by_mu([&](double mu) {
        const double tau = becomes_real(solution(games, mu)).at(0);
        return solution(games, mu).eigenvalues(tau * (1.0 - 1e-9))[0].real();
    });
    const auto imaginary = by_mu([&](double mu) {
        const subject p = solution(games, mu);
        return p.largest_imaginary_part(imaginary_peaks(p, 0.1, 100.0).at(0));
    });
    return {std::string(over_mu) + "Re where they become real " + text(real, 4) + "; largest |Im| " +
                text(imaginary, 4),
            falls(real) && falls(imaginary)};
}

finding cycles_less(known_games& games) {
    const auto ratios = by_mu([&](double mu) {
        const auto l = solution(games, mu).eigenvalues(10.0).back();
        return l.imag() / l.real();
    });
    return {std::string("|Im| / Re at tau = 10, ") + over_mu + text(ratios, 4), falls(ratios)};
}

finding slower_at_mu_1(known_games& games) {
    const double at1 = last_distance(games, 1, 25), at075 = last_distance(games, 0.75, 25);
    const double im1 = solution(games, 1).largest_imaginary_part(25),
                 im075 = solution(games, 0.75).largest_imaginary_part(25);
    return {"distance after 5000 steps " + text(at1, 2) + " and " + text(at075, 2) + "; |Im| " +
                text(im1, 3) + " and " + text(im075, 3),
            at1 > at075 && im1 == 0.0 && im075 > 0.0};
}

page unregularized_page() {
    page at("K.6", "covariance-gan");
    at.add("mu = 0: individual gradients", "(-(W + W^T) V, -(Sigma - V V^T))",
           [](known_games& g) { return gradient(g, 0.0); });
    at.add("mu = 0: the critical points have V V^T = Sigma and", "W + W^T = 0",
           [](known_games& g) { return skew_is_critical(g, 0.0); });
    at.add("mu = 0: eigenvalues purely imaginary, not stable", "", imaginary_without_regularization);
    at.add("mu = 0, d = 1: (sigma, 0) is a local Nash equilibrium", "", weak_nash);
    at.add("eq. 58, mu > 0: individual gradients", "(-(W + W^T) V, -(Sigma - V V^T) + mu W)",
           [](known_games& g) { return gradient(g, 0.75); });
    return at;
}

page scalar_page() {
    page at("K.6, d = 1", "covariance-gan");
    at.add("the critical points (mu = 1)", "(sigma, 0), (-sigma, 0)", critical_points,
           "There is a third, (0, sigma^2 / mu): with V = 0 the generator's gradient vanishes whatever W. It "
           "is never stable.");
    at.add("J_tau at (sigma, 0)", "[[0, -2 sigma], [2 tau sigma, tau mu]]",
           [](known_games& g) { return jacobian(g, 1.0); });
    at.add(
        "J_tau at (-sigma, 0), too", "[[0, -2 sigma], [2 tau sigma, tau mu]]",
        [](known_games& g) { return jacobian(g, -1.0); },
        "There 2 sigma has the other sign in both places; the spectrum is the same.");
    at.add("-D22, S1", "mu, 4 sigma^2 / mu", for_every_mu([](const subject& p, double mu) {
               const std::vector<double> ours{-p.d22()(0), p.schur()(0)};
               return finding{text(ours), same(ours[0], mu) && same(ours[1], 4 * variance / mu)};
           }));
    at.add("both are DSE for mu > 0", "", for_every_mu([](const subject& p, double) {
               return finding{kind_names.at(static_cast<std::size_t>(p.point->kind)),
                              p.point->kind == kind::differential_stackelberg};
           }));
    at.add("spectrum of J_tau", "(tau mu +- sqrt(tau^2 mu^2 - 16 tau sigma^2)) / 2",
           for_every_mu([](const subject& p, double mu) {
               return is_spectrum(p, {0.1, 1, 5, 25, 100}, [mu](double tau) {
                   return pair(tau * mu, tau * tau * mu * mu - 16 * tau * variance, 2);
               });
           }));
    at.add("stable for all tau > 0, mu > 0", "(0, inf)", for_every_mu([](const subject& p, double) {
               return is_stable_for(p, {0.0, inf});
           }));
    return at;
}

page figure_page() {
    page at("K.6", "covariance-gan", "fig10");
    at.add(
        "the distance from the equilibrium is that of V V^T, and", "||W + W^T|| / 2",
        [](known_games& g) { return skew_is_critical(g, 0.75); },
        "With mu > 0 the equilibrium has W = 0: the measure is 0 for a skew W, which is not critical. ||W|| "
        "is the distance.");
    at.add("as mu grows, eigenvalues become real at a smaller tau", "falling", real_sooner);
    at.add(
        "as mu grows, the real and imaginary parts decrease: at one tau", "both fall",
        [](known_games& g) { return parts_at(g, 10.0); },
        "While the pair is complex its real part is tau mu / 2, which grows with mu; only the imaginary part "
        "falls.");
    at.add("as mu grows, the real and imaginary parts decrease: at their largest", "both fall",
           largest_parts);
    at.add("cycles less for larger mu", "falling |Im| / Re", cycles_less);
    at.add("tau = 25: mu = 1 (real eigenvalues) converges slower than mu = 0.75 (complex)", "slower",
           slower_at_mu_1);
    return at;
}

}  // namespace

std::vector<claim> covariance_gan_claims() {
    return joined({unregularized_page(), scalar_page(), figure_page()});
}

}  // namespace tauroa::claims
