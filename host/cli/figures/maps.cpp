// Figures 7b and 8b: where every start ends.

#include "host/cli/figures/figures.hpp"

namespace tauroa::cli {
namespace {

constexpr const char* order =
    "The paper's map is made with the alternating update, as its authors' code does, not with eq. 2.";

map_request request_of(const char* game, std::vector<double> tau, double gamma, std::uint32_t steps,
                       double tolerance, std::uint64_t resolution) {
    map_request r;
    r.game = game;
    r.tau = std::move(tau);
    r.gamma = gamma;
    r.update = update_order::alternating;
    r.steps = steps;
    r.tolerance = tolerance;
    for (const variable& v : find_game(game).variables) r.axes.push_back({v.name, v.low, v.high, resolution});
    return r;
}

}  // namespace

std::vector<map_figure> map_figures() {
    return {
        {"fig7b",
         request_of("polynomial", {1, 2, 5, 20}, 0.001, 75'001, 1e-3, 200),
         {order,
          "K.3 calls the other critical points unstable for every tau; (9.318, 9.318) is stable for tau < "
          "1."}},
        {"fig8b",
         request_of("torus", {1, 2, 5, 10}, 0.04, 20'001, 1e-4, 100),
         {order, "K.4 calls the other critical points unstable for every tau; (pi, 0) is stable for tau < 1.",
          "Most of what the paper leaves white at tau = 1 is the basin of the non-equilibrium (pi, 0), to "
          "which the alternating update with this learning rate is attracted."}}};
}

}  // namespace tauroa::cli
