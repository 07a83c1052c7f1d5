#pragma once

// What the test of a game in games/ says of it: names, costs, gradient, critical points, and one small map.

#include <gtest/gtest.h>

#include <cstring>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "host/completeness.hpp"
#include "host/sweep.hpp"
#include "host/theory.hpp"
#include "kernels/step.hpp"

namespace tauroa::game_testing {

inline constexpr double infinity = std::numeric_limits<double>::infinity();

/// Names and numbers as requests and files have them: "x1 x2 | y1 y2", "v=4".
inline std::string described(const std::string& game) {
    const game_info& info = find_game(game);
    std::string text;
    for (int i = 0; i < info.n(); ++i)
        text += (i == info.n1 ? " | "
                 : i > 0      ? " "
                              : "") +
                std::string(info.variables[static_cast<std::size_t>(i)].name);
    for (const parameter& p : info.parameters)
        text += "; " + std::string(p.name) + "=" + testing::PrintToString(p.value);
    return text + (info.zero_sum ? "" : "; general-sum");
}

/// The game's parameters at their defaults, or as given.
template <class Game>
parameter_values<Game> values(const std::vector<double>& given = {}) {
    parameter_values<Game> p{};
    for (std::size_t i = 0; i < Game::parameters.size(); ++i)
        p[static_cast<int>(i)] = given.empty() ? Game::parameters[i].value : given[i];
    return p;
}

/// A player's cost at x.
template <class Game, int player = 1>
double cost_at(const point<double, dimension<Game>>& x, const std::vector<double>& given = {}) {
    return cost<player, Game>(x, values<Game>(given));
}

template <class Game>
point<double, dimension<Game>> random_point(std::mt19937_64& random) {
    point<double, dimension<Game>> x;
    for (int i = 0; i < dimension<Game>; ++i) {
        const variable& v = Game::variables[static_cast<std::size_t>(i)];
        x[i] = std::uniform_real_distribution<double>(v.low, v.high)(random);
    }
    return x;
}

/// The gradient by hand is the automatic one.
template <class Game>
void expect_gradient_of_the_costs(const std::vector<double>& given = {}) {
    std::mt19937_64 random(1);
    const auto p = values<Game>(given);
    for (int k = 0; k < 2000; ++k) {
        const auto x = random_point<Game>(random);
        const auto s = state_at<Game, double>(x);
        const auto by_hand = gradient<Game>(s.x, s.terms, p), automatic = automatic_gradient<Game>(x, p);
        double largest = 1.0;
        for (int i = 0; i < dimension<Game>; ++i) largest = std::fmax(largest, std::abs(automatic[i]));
        for (int i = 0; i < dimension<Game>; ++i) ASSERT_NEAR(by_hand[i], automatic[i], 1e-13 * largest) << k;
    }
}

struct point_facts {
    std::vector<double> at;
    kind of;
    std::vector<tau_window> windows;
    double accuracy = 1e-9;  ///< of `at`
};

/// These are the critical points, whatever the seed, with these kinds and windows; tau* is where an equilibrium's last
/// window begins.
inline void expect_points(const game_model& game, const std::vector<point_facts>& expected) {
    for (std::uint64_t seed = 1; seed <= 2; ++seed) {
        const auto again = find_critical_points(game, seed), once = find_critical_points(game);
        ASSERT_EQ(again.size(), once.size()) << "seed " << seed;
        for (std::size_t j = 0; j < once.size(); ++j)
            EXPECT_EQ(again[j].location, once[j].location) << "seed " << seed;
    }
    const auto found = equilibria_of(game);
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t j = 0; j < found.size(); ++j) {
        const auto& [at, of, windows, accuracy] = expected[j];
        SCOPED_TRACE("point " + std::to_string(j));
        for (Eigen::Index i = 0; i < found[j].location.size(); ++i)
            EXPECT_NEAR(found[j].location(i), at[static_cast<std::size_t>(i)], accuracy);
        EXPECT_LE(found[j].residual, 1e-12);
        EXPECT_EQ(found[j].kind, of);
        ASSERT_EQ(found[j].windows.windows.size(), windows.size());
        for (std::size_t w = 0; w < windows.size(); ++w) {
            EXPECT_NEAR(found[j].windows.windows[w].low, windows[w].low, 1e-6);
            const double high = found[j].windows.windows[w].high;
            EXPECT_TRUE(high == windows[w].high || std::abs(high - windows[w].high) <= 1e-6) << high;
        }
        ASSERT_EQ(found[j].tau_star.has_value(), is_equilibrium(of));
        if (found[j].tau_star) {
            EXPECT_NEAR(*found[j].tau_star, windows.back().low, 1e-6);
        }
    }
}

/// Whether the list of critical points is proven to be complete in the window.
inline bool proven_complete(const game_model& game) {
    std::vector<Eigen::VectorXd> list;
    for (const critical_point& p : find_critical_points(game)) list.push_back(p.location);
    return prove_complete(game.info(), *enclosure_of(game), list).proven;
}

/// The one point that stands for a continuum of critical points.
inline void expect_one_family(const game_model& game, const std::vector<double>& at) {
    expect_points(game, {{at, kind::degenerate, {}}});
    EXPECT_FALSE(find_critical_points(game).at(0).isolated);
    EXPECT_FALSE(proven_complete(game));
}

/// A request for a map of the game, nothing said of its dynamics yet.
template <class Game>
map_request slice(const std::vector<axis>& axes, const named_values& fixed = {}) {
    map_request r;
    r.game = Game::name;
    r.axes = axes;
    r.fixed = fixed;
    return r;
}

/// The map of one tau, of one tile.
inline tile map_of(const map_request& request, const char* backend) {
    progress done;
    tile all;
    const auto with = make_backend(backend, 2);
    run_sweep(plan_of(request), *with, done, [&](const tile& t) { all = t; });
    return all;
}

/// Every backend gives the reference's bits, and proofs change no arrival. Returns the labels.
inline std::vector<std::int16_t> expect_one_map(map_request request) {
    request.save_final = request.plain = true;
    const tile reference = map_of(request, "reference"), cpu = map_of(request, "cpu");
    EXPECT_EQ(cpu.label, reference.label);
    EXPECT_EQ(cpu.iterations, reference.iterations);
    EXPECT_EQ(std::memcmp(cpu.final_state.data(), reference.final_state.data(),
                          cpu.final_state.size() * sizeof(double)),
              0);
    request.plain = false;
    const tile proven = map_of(request, "cpu");
    request.labels_only = true;
    const tile labels = map_of(request, "cpu");
    for (std::size_t i = 0; i < cpu.label.size(); ++i) {
        EXPECT_EQ(std::max<std::int16_t>(proven.label[i], -1), std::max<std::int16_t>(cpu.label[i], -1)) << i;
        EXPECT_EQ(labels.label[i], proven.label[i]) << i;
        if (cpu.label[i] >= 0) {
            EXPECT_EQ(proven.iterations[i], cpu.iterations[i]) << i;
        }
    }
    return cpu.label;
}

/// How many starts of a map have this label.
inline auto count(const std::vector<std::int16_t>& labels, std::int16_t label) {
    return std::count(labels.begin(), labels.end(), label);
}

}  // namespace tauroa::game_testing
