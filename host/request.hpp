#pragma once

// A request for a map: everything that decides what is in the file, and nothing else.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "host/game_model.hpp"
#include "host/grid.hpp"
#include "host/sample.hpp"
#include "kernels/problem.hpp"

namespace tauroa {

/// The update's name in requests and files.
const char* to_string(update_order update);

/// simultaneous or alternating; throws user_error otherwise.
update_order parse_update(const std::string& name);

/// Starts at random instead of a grid (host/sample.hpp).
struct sample_request {
    std::uint64_t count = 0, seed = 0;
    std::vector<variable_range> ranges;  ///< of the variables that are not fixed
};

/// Stochastic tau-GDA (kernels/noise.hpp): so many independent runs of every start.
struct noise_request {
    double sigma = 0.0;         ///< standard deviation of each coordinate of w
    double decay = 0.0;         ///< beta, from 0 to 1
    std::uint64_t repeats = 1;  ///< R
    std::uint64_t seed = 0;     ///< the sample's, where there is one
};

inline constexpr std::uint64_t most_repeats = 1'000'000;

struct map_request {
    game_choice game;
    named_values parameters;               ///< those given; the others are at their defaults
    std::vector<axis> axes;                ///< one or two, the first across; none of a sample
    std::optional<sample_request> sample;  ///< in place of axes
    named_values fixed;                    ///< every other variable
    std::optional<noise_request> noise;
    std::vector<double> tau;  ///< ascending
    double gamma = 0.0;
    update_order update = update_order::simultaneous;
    std::uint32_t steps = 0;  ///< the horizon K
    double tolerance = 1e-3;
    bool save_final = false;
    bool plain = false;        ///< every start is iterated to its end, no proof used
    bool labels_only = false;  ///< iterations hold the step at which the label was certain
};

/// Cells of one file, starts times tau times repeats, at most.
inline constexpr std::uint64_t most_cells_in_a_file = std::uint64_t{1} << 40U;

/// The request with its axes completed (default: the game's window, 200 x 200), or its sample's ranges (default: the
/// game's window), `plain` for a game of which nothing is proven and with noise, and every part checked against the game.
/// Throws user_error, naming what is wrong and what would be accepted.
map_request completed(map_request request);

/// The smallest tolerance that a game's maps are computed for: 1e-12 of its scale.
double smallest_tolerance(const game_info& info);

/// Throws user_error where the tolerance is smaller than that, or so large that divergence counts as arrival.
void check_tolerance(const game_info& info, double tolerance);

/// Starts on a circle may lie outside the period, but not so far out that turning back loses their place in it: throws
/// user_error, naming the option and the variable.
void check_reach(const game_info& info, const std::string& option, const std::string& name, double value);

/// Throws user_error where the learning rates gamma1 and gamma1 tau are too large for double precision.
void check_rates(const game_info& info, double gamma, double largest_tau);

/// The largest gamma1 max(1, tau) for games with periods: a step may turn often, but angles must stay
/// meaningful.
inline constexpr double largest_periodic_rate = 1e6;
/// And the largest gamma1 sigma.
inline constexpr double largest_kick = 1e5;

}  // namespace tauroa
