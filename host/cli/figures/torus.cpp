// Figure 8a: the torus game from two starts.

#include "host/cli/figures/figures.hpp"

namespace tauroa::cli {

std::vector<curve_figure> torus_figures() {
    trajectory_request r;
    r.game = "torus";
    r.starts = {{2.0, -1.0}, {1.9, -2.1}};
    r.tau = {1, 2, 5, 10};
    r.gamma = 0.001;
    r.update = update_order::alternating;
    r.steps = 200'000;
    r.every = 10;
    curve_figure fig8a{"fig8a", r};
    fig8a.notes = {
        "The trajectories are made with the alternating update, as the authors' code does, not with eq. 2.",
        "K.4's text names the two starts the other way round: with eq. 55, and in the figure itself, (1.9, "
        "-2.1) goes to (0, 0) for tau = 2, 5, 10, and (2, -1) goes to (0, 0), (pi, pi), (pi, pi).",
        "K.4 calls the other critical points unstable for every tau; (pi, 0) is stable for tau < 1."};
    return {fig8a};
}

}  // namespace tauroa::cli
