#include "host/theory.hpp"

#include "host/tau_star.hpp"

namespace tauroa {

double tau_star_of(const Eigen::MatrixXd& jacobian, int n1, bool zero_sum, const stability_windows& windows) {
    if (zero_sum) {
        const auto cuts = critical_taus(jacobian, n1);
        return cuts.empty() ? 0.0 : cuts.back();
    }
    return windows.windows.empty() ? std::numeric_limits<double>::infinity() : windows.windows.back().low;
}

std::vector<equilibrium> equilibria_of(const game_model& game) {
    const int n1 = game.info().n1;
    std::vector<equilibrium> all;
    for (const critical_point& p : find_critical_points(game)) {
        equilibrium e{p.location, p.residual, game.jacobian(p.location), kind::degenerate, std::nullopt, {}};
        e.kind = kind_of(e.jacobian, n1);
        e.windows = windows_of(e.jacobian, n1);
        if (is_equilibrium(e.kind)) e.tau_star = tau_star_of(e.jacobian, n1, game.info().zero_sum, e.windows);
        all.push_back(std::move(e));
    }
    return all;
}

equilibrium_at at_tau(const equilibrium& e, int n1, double tau, std::optional<double> gamma,
                      update_order update) {
    equilibrium_at at;
    at.stable = stable_at(e.windows, tau);
    at.eigenvalues = sorted_eigenvalues(scaled_jacobian(e.jacobian, n1, tau));
    if (update == update_order::simultaneous) at.gamma_max = gamma_max(e.jacobian, n1, tau);
    if (gamma) {
        at.spectral_radius = spectral_radius(e.jacobian, n1, tau, *gamma, update);
        at.attracts = attracts(at.spectral_radius);
    }
    return at;
}

}  // namespace tauroa
