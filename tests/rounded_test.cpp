// host/rounded.hpp: one step of the kernels against the same source with 200 bits. The error is below the bound that
// update_rounding gives, at points and over boxes, and the bound is no more than some hundred times what occurs.

#include "host/rounded.hpp"

#include <gtest/gtest.h>

#include <random>

#include "games/polynomial.hpp"
#include "games/torus.hpp"
#include "host/enclosure.hpp"
#include "kernels/step.hpp"
#include "tests/precise.hpp"

// What else the step asks of a scalar type.
precise exp_below_overflow(const precise& x) { return exp(x); }
tauroa::sine_cosine<precise> sincos(const precise& x) { return {sin(x), cos(x)}; }
precise into_period(const precise& x, double /*period*/) { return x; }

namespace {

using namespace tauroa;

constexpr int samples = 5000;

template <class Game, class T>
point<T, 2> stepped(const update_rule& rule, const point<T, 2>& x) {
    const dynamics<Game> d{rule.gamma, rule.gamma * rule.tau, {}};
    auto s = state_at<Game, T>(x);
    if (rule.update == update_order::simultaneous)
        step<update_order::simultaneous, Game>(s, d);
    else
        step<update_order::alternating, Game>(s, d);
    return s.x;
}

/// |computed - exact| of one step from x, the larger of both coordinates, on a circle modulo 2 pi.
template <class Game>
double error_of_step(const update_rule& rule, const point<double, 2>& x) {
    const auto computed = stepped<Game, double>(rule, x);
    const auto exact = stepped<Game, precise>(rule, {{precise(x[0]), precise(x[1])}});
    double worst = 0.0;
    for (int i = 0; i < 2; ++i) {
        precise difference = exact[i] - computed[i];
        if (Game::variables[0].period > 0.0)
            difference = difference - std::nearbyint(difference.high() / 6.28) * (2.0 * precise::pi());
        worst = std::fmax(worst, abs(difference).low());
    }
    return worst;
}

template <class Game>
class Rounded : public testing::Test {
  protected:
    /// A point of the window; now and then on its boundary or on an axis.
    double coordinate() {
        const double high = Game::variables[0].high;
        const auto kind = random() % 16;
        if (kind == 0) return high;
        if (kind == 1) return 0.0;
        return std::uniform_real_distribution<double>(-high, high)(random);
    }
    double within(const interval& x) {
        return std::fmin(std::uniform_real_distribution<double>(x.low(), x.high())(random), x.high());
    }
    std::mt19937_64 random{3};
    std::unique_ptr<game_enclosure> enclosure = enclosure_of(*make_game(Game::name));
    std::vector<update_rule> rules{{update_order::simultaneous, 0.001, 5.0},
                                   {update_order::alternating, 0.001, 20.0},
                                   {update_order::alternating, 0.04, 10.0},
                                   {update_order::simultaneous, 0.3, 1.0}};
};

using games_tested = testing::Types<games::polynomial, games::torus>;
TYPED_TEST_SUITE(Rounded, games_tested);

TYPED_TEST(Rounded, BoundsTheErrorAtPoints) {
    for (const update_rule& rule : this->rules) {
        double largest_error = 0.0, largest_bound = 0.0;
        for (int i = 0; i < samples; ++i) {
            const point<double, 2> x{{this->coordinate(), this->coordinate()}};
            const double error = error_of_step<TypeParam>(rule, x);
            const double bound = this->enclosure->update_rounding(rule, {interval(x[0]), interval(x[1])});
            ASSERT_LE(error, bound) << x[0] << ", " << x[1];
            largest_error = std::fmax(largest_error, error);
            largest_bound = std::fmax(largest_bound, bound);
        }
        EXPECT_LE(largest_bound, 100.0 * largest_error) << rule.gamma;
    }
}

TYPED_TEST(Rounded, BoundsTheErrorOverBoxes) {
    for (const update_rule& rule : this->rules) {
        for (int i = 0; i < samples / 10; ++i) {
            const auto side = [&] { return this->coordinate() + around_zero(i % 2 == 0 ? 0.01 : 1e-6); };
            const box x{side(), side()};
            const double bound = this->enclosure->update_rounding(rule, x);
            for (int j = 0; j < 10; ++j)
                ASSERT_LE(error_of_step<TypeParam>(rule, {{this->within(x[0]), this->within(x[1])}}), bound);
        }
    }
}

TEST(RoundedQuotient, BoundsTheError) {
    const auto of = []<class T>(const T& x, const T& y) {  // of two numbers that are rounded already
        return (x * y + T(0.1)) / (x * x - y * T(0.3));
    };
    std::mt19937_64 random(5);
    std::uniform_real_distribution<double> coordinate(-2.0, 2.0);
    double worst = 0.0, largest_share = 0.0;
    for (int i = 0; i < samples; ++i) {
        const double x = coordinate(random), y = coordinate(random);
        const rounded bounded = of(rounded(x), rounded(y));
        const double error = abs(of(precise(x), precise(y)) - precise(of(x, y))).high();
        ASSERT_LE(error, bounded.error()) << x << ", " << y;
        ASSERT_TRUE(bounded.value().contains(of(x, y)));
        worst = std::fmax(worst, error);
        largest_share = std::fmax(largest_share, error / bounded.error());
    }
    EXPECT_GT(worst, 0.0);
    EXPECT_GT(largest_share, 0.1);
}

TEST(RoundedQuotient, ByWhatMayBeZeroIsUnbounded) {
    const rounded x(interval(-1.0, 1.0));
    EXPECT_EQ((rounded(0.1) * rounded(3.0) / (x * rounded(0.1))).error(),
              std::numeric_limits<double>::infinity());
}

}  // namespace
