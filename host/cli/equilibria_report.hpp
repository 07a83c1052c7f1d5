#pragma once

// What `tauroa equilibria` tells of a game, in numbers, and how it writes that.

#include <memory>
#include <optional>
#include <vector>

#include "host/contraction_ball.hpp"
#include "host/real_onsets.hpp"
#include "host/theory.hpp"

namespace tauroa::cli {

struct tau_report {
    double tau;
    equilibrium_at at;
    std::optional<contraction_ball> ball;  ///< Corollary 1's, where there is a rate
};

struct point_report {
    equilibrium point;
    std::optional<std::vector<real_onset>> onsets;  ///< none: not looked for
    std::vector<tau_report> at_tau;
};

struct equilibria_report {
    std::unique_ptr<game_model> game;
    std::optional<double> gamma;
    update_order update;
    bool complete;  ///< proven
    std::vector<point_report> points;
};

void print_json(const equilibria_report& r);
void print_table(const equilibria_report& r);

}  // namespace tauroa::cli
