// Games of a fixed number of variables, run as games whose number of variables is known at run time only: the same labels,
// iterations and final states, bit for bit.

#include "kernels/sized_run.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <random>

#include "games/polynomial.hpp"
#include "games/torus.hpp"
#include "kernels/devices.hpp"
#include "kernels/error.hpp"
#include "kernels/game_list.hpp"
#include "kernels/run.hpp"
#include "tests/mixed_game.hpp"
#include "tests/toy_games.hpp"

namespace {

using namespace tauroa;

template <game Game>
class wrapped final : public sized_gradient {
  public:
    wrapped() : sized_gradient(Game::n1, periods()) {
        for (int i = 0; i < parameter_count<Game>; ++i) parameters_[i] = Game::parameters[i].value;
    }
    void evaluate(const double* x, double* g) const override {
        point<double, dimension<Game>> at;
        for (int i = 0; i < dimension<Game>; ++i) at[i] = x[i];
        const auto s = state_at<Game, double>(at);
        const auto of = tauroa::gradient<Game>(s.x, s.terms, parameters_);
        for (int i = 0; i < dimension<Game>; ++i) g[i] = of[i];
    }
    [[nodiscard]] const double* parameters() const { return parameters_.at; }

  private:
    static std::vector<double> periods() {
        std::vector<double> all;
        for (const variable& v : Game::variables) all.push_back(v.period);
        return all;
    }
    parameter_values<Game> parameters_{};
};

struct outcomes {
    std::vector<std::int16_t> label;
    std::vector<std::uint32_t> iterations;
    std::vector<double> final_state;
    std::vector<std::uint64_t> tally = std::vector<std::uint64_t>(5);

    outcomes(std::uint64_t starts, std::uint64_t n)
        : label(starts), iterations(starts), final_state(starts * n) {}
    results view() { return {label.data(), iterations.data(), final_state.data(), tally.data(), 2}; }
};

/// What the reference backend does with a game of this type.
template <update_order update, game Game>
outcomes of_fixed_size(const problem& p, const start_block& starts) {
    outcomes all(starts.count, dimension<Game>);
    const auto d = dynamics_of<Game>(p);
    const arrival_rule rule = arrival_rule_of(p);
    for (std::uint64_t i = 0; i < starts.count; ++i) {
        auto s = start_of<Game>(starts, i);
        const outcome o = advance<update, Game>(s, d, rule, 0, p.steps);
        record<Game>(all.view(), i, o.label, iterations_of(o, p.steps), s.x);
        ++all.tally[static_cast<std::size_t>(o.label >= 0 ? o.label : 1 - o.label)];
    }
    return all;
}

void expect_same(const outcomes& a, const outcomes& b, const std::string& about) {
    EXPECT_EQ(a.label, b.label) << about;
    EXPECT_EQ(a.iterations, b.iterations) << about;
    EXPECT_EQ(a.tally, b.tally) << about;
    EXPECT_EQ(std::memcmp(a.final_state.data(), b.final_state.data(), a.final_state.size() * sizeof(double)),
              0)
        << about;
}

/// A problem and its starts, drawn at random: a grid, or points.
template <game Game>
class scene {
  public:
    scene(std::mt19937_64& random, update_order update) {
        const auto drawn = [&](double low, double high) {
            return std::uniform_real_distribution<double>(low, high)(random);
        };
        const bool wild = random() % 4 == 0;  // some rates are so large that starts diverge
        const double tau = std::exp(drawn(-1.0, 3.0));
        for (int v = 0; v < dimension<Game>; ++v) {
            points_.push_back(std::is_same_v<Game, games::polynomial> ? polynomial_nash[v] : 0.0);
            base_.push_back(coordinate(v, drawn(-1.3, 1.3)));
        }
        for (int v = 0; v < dimension<Game>; ++v) points_.push_back(coordinate(v, drawn(-1.0, 1.0)));
        for (int i = 0; i < columns; ++i) across_.push_back(coordinate(0, drawn(-1.3, 1.3)));
        for (int i = 0; i < rows; ++i) up_.push_back(coordinate(dimension<Game> - 1, drawn(-1.3, 1.3)));
        for (int i = 0; i < columns * rows * dimension<Game>; ++i)
            listed_.push_back(coordinate(i % dimension<Game>, drawn(-1.3, 1.3)));
        p.parameters = game_.parameters();
        p.update = update;
        p.gamma = wild ? 3.0 : std::exp(drawn(-6.0, -1.0)) / std::max(1.0, tau);
        p.tau = tau;
        p.steps = static_cast<std::uint32_t>(drawn(0.0, 4000.0));
        p.tolerance = std::exp(drawn(-9.0, 0.0));
        p.points = {points_.data(), labels_.data(), 2};
        starts = {.base = base_.data(),
                  .variables = dimension<Game>,
                  .across = 0,
                  .up = dimension<Game> - 1,
                  .across_at = across_.data(),
                  .up_at = up_.data(),
                  .columns = columns,
                  .first = 3,
                  .count = columns * rows - 3};
        if (random() % 3 == 0) starts.points = listed_.data();
    }

    [[nodiscard]] problem sized() const {
        problem of = p;
        of.game = nullptr;
        of.parameters = nullptr;
        of.sized = &game_;
        return of;
    }

    problem p;
    start_block starts;

  private:
    static constexpr int columns = 7, rows = 5;
    static constexpr double polynomial_nash[] = {10.572164, -8.951739};  // 0 attracts in the other games
    static double coordinate(int v, double share) {
        return share * Game::variables[static_cast<std::size_t>(v)].high;
    }
    wrapped<Game> game_;
    std::array<std::int16_t, 2> labels_{0, 1};
    std::vector<double> points_, base_, across_, up_, listed_;
};

template <class Game>
class SizedRun : public testing::Test {};
using games = testing::Types<games::polynomial, games::torus, toy::decoupled, toy::general, toy::mixed>;
TYPED_TEST_SUITE(SizedRun, games);

TYPED_TEST(SizedRun, GivesTheBitsOfTheFixedSize) {
    std::mt19937_64 random(11);
    std::vector<std::uint64_t> met(5);
    for (int k = 0; k < 60; ++k) {
        const auto update = k % 2 == 0 ? update_order::simultaneous : update_order::alternating;
        scene<TypeParam> s(random, update);
        outcomes want(0, 0);
        visit_update(update, [&](auto order) { want = of_fixed_size<order(), TypeParam>(s.p, s.starts); });
        for (const char* name : {"reference", "cpu"}) {
            outcomes got(s.starts.count, dimension<TypeParam>);
            progress done;
            make_backend(name, 2)->run(s.sized(), s.starts, got.view(), done);
            expect_same(got, want, std::string(name) + ", setting " + std::to_string(k));
            EXPECT_EQ(done.starts, s.starts.count);
        }
        for (std::size_t i = 0; i < met.size(); ++i) met[i] += want.tally[i];
    }
    EXPECT_GT(met[0], 50U);  // or the comparison shows little
    EXPECT_GT(met[2], 50U);
}

TYPED_TEST(SizedRun, MeasuresDistanceToTheLastBit) {
    constexpr int n = dimension<TypeParam>;
    std::mt19937_64 random(12);
    const scene<TypeParam> s(random, update_order::simultaneous);
    sized_run run(s.sized());
    for (int k = 0; k < 1000; ++k) {
        point<double, n> x, target;
        for (int v = 0; v < n; ++v) {
            x[v] = std::uniform_real_distribution<double>(-9.0, 9.0)(random);
            target[v] = std::uniform_real_distribution<double>(-2.0, 2.0)(random);
        }
        run.begin(x.at);
        const auto at = initial_state<TypeParam, double>(x);
        ASSERT_EQ(run.squared_distance_to(target.at), squared_distance<TypeParam>(at.x, target.at));
    }
}

TEST(SizedRuns, StopsWhenToldTo) {
    std::mt19937_64 random(3);
    scene<toy::decoupled> s(random, update_order::simultaneous);
    problem p = s.sized();
    p.points.count = 0;
    p.gamma = 1e-9;
    p.steps = 4'000'000'000U;  // minutes, where it does not stop
    outcomes got(s.starts.count, 2);
    progress done;
    done.stop = true;
    make_backend("cpu", 2)->run(p, s.starts, got.view(), done);
    EXPECT_EQ(done.starts, 0U);
}

class no_device final : public device {
  public:
    [[nodiscard]] std::string name() const override { return "none"; }
    void run(const problem& /*p*/, const start_block& /*starts*/, const results& /*to*/,
             progress& /*done*/) override {
        FAIL() << "a device was given a game that it cannot run";
    }
};

TEST(SizedRuns, IsRefusedByDevices) {
    std::mt19937_64 random(4);
    scene<toy::decoupled> s(random, update_order::simultaneous);
    std::vector<std::unique_ptr<device>> devices;
    devices.push_back(std::make_unique<no_device>());
    outcomes got(s.starts.count, 2);
    progress done;
    EXPECT_THROW(share_between("cuda", std::move(devices))->run(s.sized(), s.starts, got.view(), done),
                 user_error);
}

}  // namespace
