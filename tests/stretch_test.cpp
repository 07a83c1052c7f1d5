// What the host proves of how starts move about points of arrival (host/stretch.hpp): that it holds of starts iterated step
// by step, and is sharp enough to be of use.

#include "host/stretch.hpp"

#include <gtest/gtest.h>

#include "games/polynomial.hpp"
#include "games/torus.hpp"
#include "host/certificates.hpp"
#include "kernels/passage.hpp"
#include "kernels/run.hpp"
#include "tests/scalar_pack.hpp"

namespace {

using namespace tauroa;

constexpr double infinity = std::numeric_limits<double>::infinity();

template <class Game, update_order update>
double furthest_after(const update_rule& rule, const Eigen::VectorXd& point, double tolerance,
                      std::uint32_t steps) {
    const dynamics<Game> d{rule.gamma, rule.gamma * rule.tau, {}};
    double furthest = 0.0;
    for (int k = 0; k < 360; ++k) {
        tauroa::point<double, 2> x{{point(0) + tolerance * std::cos(k), point(1) + tolerance * std::sin(k)}};
        auto s = initial_state<Game, double>(x);
        for (std::uint32_t j = 0; j < steps; ++j) {
            step<update, Game>(s, d);
            furthest = std::max(furthest, std::sqrt(squared_distance<Game>(s.x, point.data())));
        }
    }
    return furthest;
}

TEST(Stretch, WatchDistancesHoldAndAreNotFar) {
    const auto check = [](const char* name, const update_rule& rule, double tolerance, auto furthest) {
        const auto model = make_game(name);
        const auto game = enclosure_of(*model);
        int points = 0;
        for (const equilibrium& e : equilibria_of(*model)) {
            if (!at_tau(e, 1, rule.tau, rule.gamma, rule.update).attracts) continue;
            ++points;
            for (const std::uint32_t steps : {1U, 8U, 32U}) {
                const double watch =
                    watch_distance({game.get(), &model->info(), rule}, e.location, tolerance, steps);
                const double seen = furthest(rule, e.location, tolerance, steps);
                EXPECT_LE(seen, watch) << name << steps;
                EXPECT_LE(watch, 10.0 * std::max(tolerance, seen)) << name << steps;
            }
        }
        EXPECT_GE(points, 2);
    };
    constexpr auto simultaneous = update_order::simultaneous, alternating = update_order::alternating;
    check("polynomial", {alternating, 1e-3, 20.0}, 1e-3, furthest_after<games::polynomial, alternating>);
    check("polynomial", {simultaneous, 1e-3, 5.0}, 1e-6, furthest_after<games::polynomial, simultaneous>);
    check("torus", {alternating, 0.04, 10.0}, 1e-4, furthest_after<games::torus, alternating>);
    check("torus", {simultaneous, 0.04, 2.0}, 1e-2, furthest_after<games::torus, simultaneous>);
}

/// Runs starts towards a point, block by block, from around it.
template <class Game, update_order update>
class passing_starts {
  public:
    passing_starts(const exact_update& exact, const Eigen::VectorXd& point, double tolerance)
        : d_{exact.rule.gamma, exact.rule.gamma * exact.rule.tau, {}},
          point_(point),
          tolerance_(tolerance),
          watch_(watch_distance(exact, point, tolerance, steps)),
          by_(passages_by(exact, point, tolerance, steps, 2.5 * watch_)) {}

    void run() {
        for (int k = 0; k < 60; ++k) {
            const double distance = (0.5 + 0.05 * k) * watch_;
            tauroa::point<double, 2> x{
                {point_(0) + distance * std::cos(k), point_(1) + distance * std::sin(k)}};
            auto s = initial_state<Game, double>(x);
            for (int block = 0; block < 40; ++block) {
                look(s);
                for (std::uint32_t j = 0; j < steps; ++j) step<update, Game>(s, d_);
            }
        }
    }

    int passed = 0, missed = 0;  ///< blocks that end within the watch distance without arrival
    int wrong = 0;               ///< arrivals of those that are said to pass by

  private:
    using one = pack<scalar, 1>;
    static constexpr std::uint32_t steps = 64;

    [[nodiscard]] prospects prospects_at(state<Game, double> s) const {
        tauroa::point<one, 2> x[3];
        for (auto& at : x) {
            for (int i = 0; i < 2; ++i) at[i] = one(s.x[i]);
            step<update, Game>(s, d_);
        }
        const std::int16_t label = 0;
        return prospects_of<Game>(x, {point_.data(), &label, 1}, {steps, nullptr, 1e9, by_.data()});
    }

    void look(state<Game, double> s) {
        const prospects of = prospects_at(s);
        std::uint32_t k = 0;
        bool arrived = false;
        for (int length = 0; length < passage_lengths; ++length) {
            for (; k < steps << length; ++k) {
                step<update, Game>(s, d_);
                arrived = arrived || distance(s) <= tolerance_;
            }
            if (arrived)
                wrong += of.passing[length] != 0 ? 1 : 0;
            else if (length == 0 && distance(s) <= watch_)
                ++(of.passing[length] != 0 ? passed : missed);
        }
    }

    [[nodiscard]] double distance(const state<Game, double>& s) const {
        return std::sqrt(squared_distance<Game>(s.x, point_.data()));
    }

    dynamics<Game> d_;
    Eigen::VectorXd point_;
    double tolerance_, watch_;
    passages_by_length by_;
};

template <class Game, update_order update>
void expect_passages(const char* name, double tau, double gamma, double tolerance, double share) {
    const auto model = make_game(name);
    const auto game = enclosure_of(*model);
    int passed = 0, missed = 0;
    for (const equilibrium& e : equilibria_of(*model)) {
        if (!at_tau(e, 1, tau, gamma, update).attracts) continue;
        passing_starts<Game, update> starts({game.get(), &model->info(), {update, gamma, tau}}, e.location,
                                            tolerance);
        starts.run();
        EXPECT_EQ(starts.wrong, 0) << name << ' ' << tau;
        passed += starts.passed;
        missed += starts.missed;
    }
    EXPECT_GT(passed, share * (passed + missed)) << name << ' ' << tau << ", of " << passed + missed;
}

// Most blocks where the last way to the points is straight; fewer where it is a spiral.
TEST(Stretch, PassagesHoldAndAreNotRare) {
    constexpr auto simultaneous = update_order::simultaneous, alternating = update_order::alternating;
    expect_passages<games::torus, alternating>("torus", 5.0, 0.04, 1e-4, 0.8);
    expect_passages<games::torus, simultaneous>("torus", 10.0, 0.04, 1e-4, 0.8);
    expect_passages<games::torus, simultaneous>("torus", 2.0, 0.04, 1e-9, 0.05);
    expect_passages<games::polynomial, alternating>("polynomial", 5.0, 1e-3, 1e-3, 0.05);
    expect_passages<games::polynomial, simultaneous>("polynomial", 2.0, 1e-3, 1e-5, 0.1);
}

// Half round the circle in a step, a movement is not known from its ends.
TEST(Stretch, NobodyPassesByInLeaps) {
    const auto model = make_game("torus");
    const auto game = enclosure_of(*model);
    const Eigen::VectorXd point = Eigen::VectorXd::Zero(2);
    const auto nearest = [&](double radius) {
        return passages_by({game.get(), &model->info(), {update_order::simultaneous, 0.04, 5.0}}, point, 1e-4,
                           64, radius)[0]
            .nearest;
    };
    EXPECT_LT(nearest(1e-3), 1e-7);
    EXPECT_EQ(nearest(2.0), infinity);
}

}  // namespace
