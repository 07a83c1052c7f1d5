#pragma once

// The tiles of tests/tile_runs.hpp: settings, starts, points of arrival and what is taken for proven.

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

#include "all_games.hpp"
#include "kernels/tile.hpp"
#include "tests/mixed_game.hpp"
#include "tests/toy_games.hpp"

namespace tile_runs {

using namespace tauroa;

template <class>
struct with_toys;
template <class... Games>
struct with_toys<game_list<Games...>> {
    using type = game_list<Games..., toy::decoupled, toy::general, toy::mixed>;
};
/// Every game, and toys that have what the others may not: three variables, parameters, automatic gradients, a line and
/// a circle, sums of products.
using tested_games = with_toys<all_games>::type;

/// How a tile is run.
struct setting {
    double gamma, tau;
    double tolerance;  ///< in widths of the first variable's window
    std::uint32_t horizon;
    std::vector<std::uint32_t> pieces;  ///< where launches end, before the horizon
    bool final_states = true;
    bool line = false;         ///< starts on a line, not in a plane
    std::uint64_t room = 0;    ///< slots beyond those in use
    bool eager_moving = true;  ///< live starts are moved together after every launch
    bool proofs = false;       ///< half-spaces are taken for proven
    bool one_by_one = false;   ///< starts are given as points, not by a grid
    const noise* disturbance = nullptr;
};

inline constexpr noise little{0.5, 0.0, 7, 2}, decaying{20.0, 0.6, 0xfedcba9876543210, 999'999},
    huge{1e15, 0.0, 1, 0};

/// Small steps and large ones, which diverge, to infinity or NaN within a step; horizons on, before and behind the
/// ends of pieces.
inline const std::vector<setting>& settings() {
    static const std::vector<setting> all{
        {1e-3, 2.0, 0.1, 1000, {64, 192}},
        {2e-3, 5.0, 0.05, 300, {1, 2, 33, 192}, true, false, 5, false},
        {0.04, 10.0, 0.01, 192, {64, 192}, false, false, 1},
        {0.4, 3.0, 0.005, 257, {100, 101, 256}, true, true},
        {1e14, 1.0, 0.001, 70, {64}, true, false, 3, false},
        {1e300, 1e5, 0.001, 5, {2}},
        {0.04, 1.0, 0.01, 0, {}, true, false, 2},
        {0.04, 1.0, 0.01, 1, {}, false, true},
        {2e-3, 5.0, 0.05, 200, {63, 65, 130}, true, false, 3, true, true},
        {2e-3, 5.0, 0.05, 300, {1, 2, 33, 192}, true, false, 5, false, false, true},
        {2e-3, 5.0, 0.05, 100, {1, 2, 33}, true, false, 5, true, false, false, &little},
        {4e-3, 2.0, 0.1, 70, {64}, false, false, 0, false, false, true, &decaying},
        {1e-3, 2.0, 0.1, 20, {7}, true, true, 1, true, false, false, &huge},
    };
    return all;
}

/// The starts of a tile and their points of arrival, with what they point to.
struct tile_input {
    std::vector<double> base, across, up, points, location, parameters;
    std::vector<double> escape_low, escape_high, far_low, far_high, shape, level;
    std::vector<std::uint32_t> steps;
    std::vector<std::int16_t> label{0, 4, 7};
    start_block starts;
    problem asked;
};

/// Where a start of the middle of the window ends after many small steps, or the start where that is not in the window.
template <game Game>
point<double, dimension<Game>> resting_place(double share, const dynamics<Game>& d) {
    point<double, dimension<Game>> x;
    for (int v = 0; v < dimension<Game>; ++v) {
        const variable& of = Game::variables[static_cast<std::size_t>(v)];
        x[v] = of.low + share * (of.high - of.low);
    }
    auto s = initial_state<Game, double>(x);
    for (int k = 0; k < 5000; ++k) step<update_order::simultaneous, Game>(s, d);
    for (int v = 0; v < dimension<Game>; ++v) {
        const variable& of = Game::variables[static_cast<std::size_t>(v)];
        if (!(of.low <= s.x[v] && s.x[v] <= of.high)) return x;
    }
    return s.x;
}

inline std::vector<double> evenly(const variable& over, std::uint64_t n) {
    std::vector<double> at(n);
    for (std::uint64_t i = 0; i < n; ++i)
        at[i] = over.low + (static_cast<double>(i) + 0.5) / static_cast<double>(n) * (over.high - over.low);
    return at;
}

/// Values that no grid has, but a kernel must not stumble over; at the end of a row, where it is long enough.
inline void spoil(std::vector<double>& at) {
    using limits = std::numeric_limits<double>;
    constexpr std::array<double, 6> strange{
        limits::quiet_NaN(), limits::infinity(), -1e13, 1e300, -0.0, 40.0};
    for (std::size_t i = 0; i < strange.size() && 2 * i + 4 < at.size(); ++i)
        at[at.size() - 1 - i] = strange[i];
}

/// The starts of a block's grid, and those before them in its first row, one by one.
inline std::vector<double> points_of(const start_block& grid) {
    std::vector<double> points;
    for (std::uint64_t c = 0; c < grid.first + grid.count; ++c)
        for (int v = 0; v < grid.variables; ++v) {
            const double up = v == grid.up ? grid.up_at[c / grid.columns] : grid.base[v];
            points.push_back(v == grid.across ? grid.across_at[c % grid.columns] : up);
        }
    return points;
}

/// `count` starts that begin within a row. Two points of arrival are places of rest, the last lies so near to the
/// second that a start arrives at both; the lower label must win.
template <game Game>
tile_input input_for(const setting& s, update_order update, std::uint32_t count) {
    constexpr int n = dimension<Game>;
    tile_input in;
    for (const parameter& p : Game::parameters) in.parameters.push_back(p.value);
    in.asked = {0, in.parameters.data(), update, 2e-3, 2.0, s.horizon, 0.0, {}};
    const auto calm = dynamics_of<Game>(in.asked);
    for (const double share : {0.3, 0.65, 0.65})
        for (int v = 0; v < n; ++v) in.location.push_back(resting_place<Game>(share, calm)[v]);
    in.location.back() += 1e-9;

    const variable& first = Game::variables[0];
    const std::uint64_t columns = s.line ? count + 3U : 1 + count / 3, skipped = s.line ? 3 : count / 4;
    in.across = evenly(s.line ? Game::variables[n - 1] : first, columns);
    spoil(in.across);
    in.up = evenly(Game::variables[1], (skipped + count + columns - 1) / columns);
    for (int v = 0; v < n; ++v) in.base.push_back(0.3 * static_cast<double>(v + 1));
    in.starts = {
        in.base.data(), n,    s.line ? n - 1 : 0, s.line ? -1 : 1, in.across.data(), in.up.data(), columns,
        skipped,        count};
    in.starts.number = 12'345'678'901;  // of a start of a large grid, whose rows are longer than these
    in.starts.row_length = s.one_by_one ? columns : columns + 7;
    if (s.one_by_one) in.points = points_of(in.starts);
    in.starts.points = s.one_by_one ? in.points.data() : nullptr;
    in.asked.gamma = s.gamma;
    in.asked.tau = s.tau;
    in.asked.tolerance = s.tolerance * (first.high - first.low);
    for (const variable& v : Game::variables) {  // both are met by some starts, and by states under way
        in.escape_low.push_back(-std::numeric_limits<double>::infinity());
        in.escape_high.push_back(0.3 * v.high);
        in.far_low.push_back(0.5 * v.low);
        in.far_high.push_back(0.2 * v.high);
    }
    for (std::size_t j = 0; j < in.label.size();
         ++j) {  // spheres of three sizes, the last two points' beyond reach
        for (int i = 0; i < n * n; ++i) in.shape.push_back(i % (n + 1) == 0 ? 1.0 : 0.0);
        for (const double radius : {0.1, 0.15, 0.2}) in.level.push_back(j == 0 ? radius * radius : -1.0);
        in.steps.insert(in.steps.end(), {20, 100, 10'000});
    }
    if (s.proofs) {
        in.asked.capture = {in.shape.data(), in.level.data(), in.steps.data(), 3};
        in.asked.escape = {in.escape_low.data(), in.escape_high.data()};
        in.asked.far_away = {in.far_low.data(), in.far_high.data()};
    }
    in.asked.disturbance = s.disturbance;
    in.asked.points = {in.location.data(), in.label.data(), static_cast<int>(in.label.size())};
    return in;
}

}  // namespace tile_runs
