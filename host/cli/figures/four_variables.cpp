// Figures 4 and 5: the two games of four variables, and the spectra at their origins.

#include "host/cli/figures/figures.hpp"

namespace tauroa::cli {
namespace {

trajectory_request request_of(const char* game, std::vector<double> start, std::vector<double> tau) {
    trajectory_request r;
    r.game = game;
    r.starts = {std::move(start)};
    r.tau = std::move(tau);
    r.gamma = 5e-4;
    r.steps = 20'000;
    return r;
}

}  // namespace

std::vector<curve_figure> four_variable_figures() {
    const std::vector<double> origin(4, 0.0);
    curve_figure fig4{"fig4", request_of("quadratic", {5, 4, 3, 2}, {2, 2.5, 3, 5, 10})};
    fig4.spectra = {{"origin", "quadratic", {}, origin, smooth_taus(1.0, 16.5)}};
    curve_figure fig5{"fig5", request_of("polynomial-4d", {-1, 2.5, 2.5, 3}, {0.75, 2, 5, 12})};
    fig5.spectra = {{"origin", "polynomial-4d", {}, origin, smooth_taus(1e-3, 30.0)}};
    fig5.notes = {
        "The start is (-1, 2.5, 2.5, 3), as in the authors' code and in the figure; the text says -1.5.",
        "K.2 and Example 2 say that 0 is stable for tau in (0, 2); it is stable for tau in (1/2, 2)."};
    return {fig4, fig5};
}

}  // namespace tauroa::cli
