// Trajectories are the reference backend's iteration, looked at in between.

#include "kernels/trajectory.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>

#include "host/game_model.hpp"
#include "kernels/reference.hpp"
#include "tests/game_index.hpp"

namespace {

using namespace tauroa;

constexpr double pi = 3.141592653589793;

problem of_game(const char* name, update_order update, double gamma, double tau, std::uint32_t steps) {
    problem p;
    p.game = &built_in_runs(game_index(name));
    p.update = update;
    p.gamma = gamma;
    p.tau = tau;
    p.steps = steps;
    return p;
}

/// x_0, x_every, ... of a game of two variables.
std::vector<double> trajectory(const problem& p, const double (&start)[2], std::uint64_t every) {
    std::vector<double> x(2 * (1 + p.steps / every), -7.0);
    run_trajectory(p, start, every, x.data());
    return x;
}

/// The reference backend's final state after k steps.
std::array<double, 2> final_state(problem p, const double (&start)[2], std::uint32_t k) {
    p.steps = k;
    std::int16_t label = 0;
    std::uint32_t iterations = 0;
    std::array<double, 2> x{};
    start_block one;
    one.variables = 2;
    one.count = 1;
    one.columns = 1;
    one.points = start;
    progress done;
    make_reference_backend()->run(p, one, {&label, &iterations, x.data()}, done);
    return x;
}

void expect_every_state(const problem& p, const double (&start)[2], std::uint64_t every) {
    const std::vector<double> x = trajectory(p, start, every);
    for (std::uint64_t row = 0; 2 * row < x.size(); ++row) {
        const auto want = final_state(p, start, static_cast<std::uint32_t>(row * every));
        EXPECT_EQ(std::memcmp(&x[2 * row], want.data(), sizeof want), 0) << "k = " << row * every;
    }
}

TEST(Trajectory, IsTheReferenceBackendsStateAtEveryStep) {
    for (const update_order update : {update_order::simultaneous, update_order::alternating}) {
        expect_every_state(of_game("polynomial", update, 0.001, 5.0, 300), {-9.0, -9.0}, 1);
        expect_every_state(of_game("torus", update, 0.04, 2.0, 300), {2.0, -1.0}, 1);
    }
}

TEST(Trajectory, IsTheReferenceBackendsStateForGamesOfAnySize) {
    const auto game = make_game("covariance-gan");
    for (const update_order update : {update_order::simultaneous, update_order::alternating}) {
        problem p;
        p.sized = game->sized();
        p.update = update;
        p.gamma = 0.01;
        p.tau = 5.0;
        p.steps = 300;
        expect_every_state(p, {0.3, -0.2}, 1);
    }
}

TEST(Trajectory, LooksAtMultiplesOfEveryOnly) {
    for (const std::uint64_t every : {2U, 7U, 299U, 300U, 301U})
        expect_every_state(of_game("torus", update_order::alternating, 0.04, 2.0, 300), {1.9, -2.1}, every);
    EXPECT_EQ(trajectory(of_game("torus", update_order::alternating, 0.04, 2.0, 300), {1.9, -2.1}, 7).size(),
              86U);
}

TEST(Trajectory, GoesOnWhereAStartHasArrived) {
    const std::vector<double> x =
        trajectory(of_game("torus", update_order::simultaneous, 0.04, 2.0, 40000), {0.1, 0.1}, 40000);
    EXPECT_LT(std::hypot(x[2], x[3]), 1e-15);
}

TEST(Trajectory, IsNaNAfterDivergence) {
    const problem p = of_game("polynomial", update_order::simultaneous, 1e14, 1.0, 3);
    const std::vector<double> x = trajectory(p, {-9.0, -9.0}, 1);
    EXPECT_EQ(x[0], -9.0);
    for (std::size_t i = 2; i < x.size(); ++i) EXPECT_TRUE(std::isnan(x[i])) << i;
}

TEST(Trajectory, IsNaNFromTheStartWhereThatIsBeyondTheBound) {
    for (const double x :
         trajectory(of_game("polynomial", update_order::alternating, 0.1, 1.0, 2), {1.1e12, 0.0}, 1))
        EXPECT_TRUE(std::isnan(x));
}

TEST(Trajectory, KeepsAnglesInTheirPeriod) {
    const problem p = of_game("torus", update_order::simultaneous, 0.04, 2.0, 500);
    const std::vector<double> x = trajectory(p, {40.0, 3.0}, 1);
    EXPECT_NEAR(x[0], 40.0 - 12.0 * pi, 1e-12);
    for (const double angle : x) EXPECT_LE(std::abs(angle), pi * (1.0 + 1e-15));
}

TEST(Trajectory, StopsWhenToldTo) {
    progress told;
    told.stop = true;
    const problem p = of_game("torus", update_order::simultaneous, 0.04, 2.0, 0xFFFFFFFF);
    const double start[2] = {1.0, 1.0};
    std::vector<double> x(4);
    run_trajectory(p, start, p.steps, x.data(), &told);
    EXPECT_TRUE(std::isnan(x[2]));
}

}  // namespace
