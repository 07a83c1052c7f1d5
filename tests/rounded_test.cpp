// host/rounded.hpp: one step of the kernels against the same source with 200 bits. The error is below the bound that
// update_rounding gives, at points and over boxes, and the bound is no more than some hundred times what occurs.

#include "host/rounded.hpp"

#include <gtest/gtest.h>

#include <random>

#include "all_games.hpp"
#include "host/enclosure.hpp"
#include "kernels/step.hpp"
#include "tests/precise.hpp"

// What else the step asks of a scalar type.
precise exp_below_overflow(const precise& x) { return exp(x); }
tauroa::sine_cosine<precise> sincos(const precise& x) { return {sin(x), cos(x)}; }
precise into_period(const precise& x, double /*period*/) { return x; }

namespace {

using namespace tauroa;

constexpr int samples = 2000;

template <class Game>
using state_of = point<double, dimension<Game>>;

template <class Game, class T>
point<T, dimension<Game>> stepped(const update_rule& rule, const point<T, dimension<Game>>& x) {
    dynamics<Game> d{rule.gamma, rule.gamma * rule.tau, {}};
    for (int i = 0; i < parameter_count<Game>; ++i)
        d.parameters[i] = Game::parameters[static_cast<std::size_t>(i)].value;
    auto s = state_at<Game, T>(x);
    if (rule.update == update_order::simultaneous)
        step<update_order::simultaneous, Game>(s, d);
    else
        step<update_order::alternating, Game>(s, d);
    return s.x;
}

/// |computed - exact| of one step from x, the largest of all coordinates, on a circle modulo 2 pi.
template <class Game>
double error_of_step(const update_rule& rule, const state_of<Game>& x) {
    const auto computed = stepped<Game, double>(rule, x);
    point<precise, dimension<Game>> from;
    for (int i = 0; i < dimension<Game>; ++i) from[i] = precise(x[i]);
    const auto exact = stepped<Game, precise>(rule, from);
    double worst = 0.0;
    for (int i = 0; i < dimension<Game>; ++i) {
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
    static constexpr int n = dimension<Game>;

    /// Of a point of the window; now and then on its boundary or on an axis.
    double coordinate(int i) {
        const double high = Game::variables[static_cast<std::size_t>(i)].high;
        const auto kind = random() % 16;
        if (kind == 0) return high;
        if (kind == 1) return 0.0;
        return std::uniform_real_distribution<double>(-high, high)(random);
    }
    state_of<Game> point_in_window() {
        state_of<Game> x;
        for (int i = 0; i < n; ++i) x[i] = coordinate(i);
        return x;
    }
    state_of<Game> point_in(const box& b) {
        state_of<Game> x;
        for (int i = 0; i < n; ++i) x[i] = within(b[static_cast<std::size_t>(i)]);
        return x;
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

template <class>
struct as_types;
template <class... Games>
struct as_types<game_list<Games...>> {
    using type = testing::Types<Games...>;
};
TYPED_TEST_SUITE(Rounded, as_types<all_games>::type);

TYPED_TEST(Rounded, BoundsTheErrorAtPoints) {
    for (const update_rule& rule : this->rules) {
        double largest_error = 0.0, largest_bound = 0.0;
        for (int i = 0; i < samples; ++i) {
            const auto x = this->point_in_window();
            const double error = error_of_step<TypeParam>(rule, x);
            const double bound = this->enclosure->update_rounding(rule, box(x.at, x.at + this->n));
            ASSERT_LE(error, bound) << x[0] << ", " << x[1] << ", ...";
            largest_error = std::fmax(largest_error, error);
            largest_bound = std::fmax(largest_bound, bound);
        }
        EXPECT_LE(largest_bound, 100.0 * largest_error) << rule.gamma;
    }
}

TYPED_TEST(Rounded, BoundsTheErrorOverBoxes) {
    for (const update_rule& rule : this->rules) {
        for (int i = 0; i < samples / 10; ++i) {
            box x;
            for (int v = 0; v < this->n; ++v)
                x.push_back(this->coordinate(v) + around_zero(i % 2 == 0 ? 0.01 : 1e-6));
            const double bound = this->enclosure->update_rounding(rule, x);
            for (int j = 0; j < 10; ++j) ASSERT_LE(error_of_step<TypeParam>(rule, this->point_in(x)), bound);
        }
    }
}

/// of: a function of two numbers, whose parts are rounded before it ends.
template <class F>
void expect_bounded(F of) {
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

TEST(RoundedQuotient, BoundsTheError) {
    expect_bounded([]<class T>(const T& x, const T& y) { return (x * y + T(0.1)) / (x * x - y * T(0.3)); });
}

TEST(RoundedLogarithm, BoundsTheError) {
    using tauroa::log;
    expect_bounded([]<class T>(const T& x, const T& y) { return log(x * x + T(0.1) * y * y); });
}

TEST(RoundedRoot, BoundsTheError) {
    using tauroa::sqrt;
    expect_bounded([]<class T>(const T& x, const T& y) { return sqrt(x * x + T(0.1) * y * y); });
}

TEST(RoundedRoot, OfWhatMayBeZeroIsUnbounded) {
    const rounded x(interval(0.0, 1.0));
    EXPECT_EQ(sqrt(x * rounded(0.1)).error(), std::numeric_limits<double>::infinity());
    EXPECT_EQ(log(x * rounded(0.1)).error(), std::numeric_limits<double>::infinity());
}

TEST(RoundedQuotient, ByWhatMayBeZeroIsUnbounded) {
    const rounded x(interval(-1.0, 1.0));
    EXPECT_EQ((rounded(0.1) * rounded(3.0) / (x * rounded(0.1))).error(),
              std::numeric_limits<double>::infinity());
}

}  // namespace
