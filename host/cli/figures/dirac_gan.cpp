// Figures 1 and 9: Dirac-GAN and its non-saturating twin for two regularisations mu.

#include "host/cli/figures/figures.hpp"

namespace tauroa::cli {
namespace {

trajectory_request request_of(const char* game, double mu, std::vector<double> tau) {
    trajectory_request r;
    r.game = game;
    r.parameters = {{"mu", mu}};
    r.starts = {{1.0, 1.0}};
    r.tau = std::move(tau);
    r.gamma = 0.01;
    r.steps = 4'000;
    r.region = {{"theta", -2.0, 2.0, 2}, {"omega", -2.0, 2.0, 2}};
    return r;
}

curve_figure figure_of(const char* name, const char* game) {
    curve_figure figure{name, request_of(game, 0.3, {1, 4, 8, 16})};
    figure.runs = {{"mu_1", request_of(game, 1.0, {1})}};
    figure.spectra = {{"mu_0.3", game, {{"mu", 0.3}}, {0.0, 0.0}, smooth_taus(1e-3, 20.0)},
                      {"mu_1", game, {{"mu", 1.0}}, {0.0, 0.0}, smooth_taus(1e-3, 5.0)}};
    return figure;
}

}  // namespace

std::vector<curve_figure> dirac_gan_figures() {
    return {figure_of("fig1", "dirac-gan"), figure_of("fig9", "dirac-gan-nonsaturating")};
}

}  // namespace tauroa::cli
