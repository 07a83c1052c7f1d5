#include "host/theory.hpp"

#include "host/spectrum.hpp"
#include "host/tau_star.hpp"
#include "host/tau_zero.hpp"

namespace tauroa {
namespace {

constexpr Eigen::Index largest_for_theorem_1 = 16;  // variables: Q is n1 n2 square

/// Theorem 2's, of a non-equilibrium of a zero-sum game.
void add_tau_zero(stability_of& s, const Eigen::MatrixXd& jacobian, int n1) {
    s.tau_zero = constructed_tau_zero(jacobian, n1);
    s.tau_zero_tight = s.windows.windows.empty() ? 0.0 : s.windows.windows.back().high;
}

}  // namespace

stability_of stability_of_point(const Eigen::MatrixXd& jacobian, int n1, bool zero_sum) {
    stability_of s{kind_of(jacobian, n1), std::nullopt, {}};
    const bool theorem_1 = zero_sum && s.kind != kind::degenerate && jacobian.rows() <= largest_for_theorem_1;
    const std::vector<double> cuts = theorem_1 ? critical_taus(jacobian, n1) : std::vector<double>{};
    s.windows = windows_of(jacobian, n1, cuts);
    if (zero_sum && s.kind == kind::non_equilibrium) add_tau_zero(s, jacobian, n1);
    if (!is_equilibrium(s.kind)) return s;
    if (theorem_1)
        s.tau_star = cuts.empty() ? 0.0 : cuts.back();
    else if (!s.windows.windows.empty())
        s.tau_star = s.windows.windows.back().low;
    return s;
}

std::vector<equilibrium> equilibria_of(const game_model& game) {
    const int n1 = game.info().n1;
    std::vector<equilibrium> all;
    for (const critical_point& p : find_critical_points(game)) {
        const Eigen::MatrixXd jacobian = game.jacobian(p.location);
        stability_of s = stability_of_point(jacobian, n1, game.info().zero_sum);
        if (!p.isolated) s = {kind::degenerate, std::nullopt, s.windows};  // J is singular, to rounding
        all.push_back({s, p.location, p.residual, jacobian, p.isolated});
    }
    return all;
}

equilibrium_at at_tau(const equilibrium& e, int n1, double tau, std::optional<double> gamma,
                      update_order update) {
    equilibrium_at at;
    at.stable = stable_at(e.windows, tau);
    at.eigenvalues = sorted(spectrum(e.jacobian, n1, tau));
    if (update == update_order::simultaneous) at.gamma_max = gamma_max(at.eigenvalues);
    if (gamma) {
        at.spectral_radius = spectral_radius(e.jacobian, n1, tau, *gamma, update);
        at.attracts = attracts(at.spectral_radius);
        if (update == update_order::simultaneous) at.rate = local_rate_of(e.jacobian, n1, tau, *gamma);
    }
    return at;
}

}  // namespace tauroa
