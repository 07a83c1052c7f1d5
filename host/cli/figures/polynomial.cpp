// Figures 6 and 7a: the polynomial game from (-9, -9), its cost, its field, and the spectrum at (-11.03, -11.03).

#include "host/cli/figures/figures.hpp"

namespace tauroa::cli {
namespace {

constexpr const char* game = "polynomial";
constexpr const char* others_stable =
    "K.3 calls the other critical points unstable for every tau; (9.318, 9.318) is stable for tau < 1.";

trajectory_request from_minus_nine() {
    trajectory_request r;
    r.game = game;
    r.starts = {{-9.0, -9.0}};
    r.tau = {1, 2, 5, 20};
    r.gamma = 1e-4;
    r.steps = 25'000;
    return r;
}

}  // namespace

std::vector<curve_figure> polynomial_figures() {
    const surface_request cost{game, {}, {"x1", -25.0, 25.0, 201}, {"x2", -25.0, 25.0, 201}};
    curve_figure fig6{"fig6", from_minus_nine()};
    fig6.spectra = {{"dse", game, {}, {-11.03, -11.03}, smooth_taus(1e-3, 60.0)}};
    fig6.surfaces = {{"cost", cost}};
    fig6.notes = {
        others_stable,
        "K.3 says that (-10, -2) goes to (-11.03, -11.03) for every tau > 1; with eq. 54 and either update "
        "it goes there for tau = 3, 5 and 20, but to (10.57, -8.95) for tau = 1 and 1.5 and to (-1.62, "
        "-1.62) for tau = 2."};
    curve_figure fig7a{"fig7a", from_minus_nine()};
    fig7a.notes = {others_stable};
    return {fig6, fig7a};
}

}  // namespace tauroa::cli
