// host/interval.hpp against MPFI with 200 bits: every result holds the exact one for all numbers in the operands and
// what the kernels compute for them, and is hardly wider than it has to be.

#include "host/interval.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <random>
#include <utility>
#include <vector>

#include "tests/precise.hpp"

namespace {

using tauroa::interval;
using tauroa::log;
using tauroa::logistic;
using tauroa::softplus;
using tauroa::sqrt;
using tauroa::detail::above;
using tauroa::detail::below;

constexpr int samples = 100'000;
constexpr double infinity = std::numeric_limits<double>::infinity();

/// Numbers of every size and both signs, zero and the ends of the range more often than others.
class any_number {
  public:
    explicit any_number(std::uint64_t seed) : random_(seed) {}

    double number() {
        static const std::vector<double> special{0.0,       -0.0,       1.0,       -1.0,
                                                 0x1p-1074, -0x1p-1074, 0x1p-1022, -0x1p-1022,
                                                 0x1p-960,  0x1p-480,   largest,   -largest};
        const auto kind = random_() % 8;
        if (kind == 0) return special[random_() % special.size()];
        const int range = kind < 4 ? 4 : kind < 6 ? 300 : 1074;
        const double significand = static_cast<double>(random_() >> 11U) * 0x1p-53;
        const int exponent = static_cast<int>(random_() % static_cast<unsigned>(2 * range)) - range;
        const double x = std::min(std::ldexp(significand, exponent), largest);
        return random_() % 2 == 0 ? x : -x;
    }
    /// One number, a few ulps, or anything.
    interval range() {
        const double a = number();
        const auto kind = random_() % 4;
        double b = kind == 0 ? a : number();
        if (kind == 1) b = std::min(a + std::abs(a) * 0x1p-50, largest);
        return {std::min(a, b), std::max(a, b)};
    }
    double in(const interval& x) {
        const double t = static_cast<double>(random_() >> 11U) * 0x1p-53;
        const double inside = (1.0 - t) * x.low() + t * x.high();
        return x.contains(inside) ? inside : x.low();
    }

  private:
    static constexpr double largest = std::numeric_limits<double>::max();
    std::mt19937_64 random_;
};

precise precise_of(const interval& x) { return {x.low(), x.high()}; }

/// exact: rounded outwards, the narrowest interval there is. extra: how many doubles wider on each side it may be.
void expect_holds(const interval& result, const precise& exact, int extra) {
    double low = exact.low(), high = exact.high();
    EXPECT_TRUE(exact.within(result.low(), result.high()));
    for (int i = 0; i < extra; ++i) low = below(low), high = above(high);
    EXPECT_GE(result.low(), low);
    EXPECT_LE(result.high(), high);
}

/// The operation on random intervals, against MPFI and against doubles in them.
template <class Operation>
void check(Operation operation, int extra, std::uint64_t seed, bool divides = false) {
    any_number random(seed);
    for (int i = 0; i < samples && !testing::Test::HasFailure(); ++i) {
        const interval a = random.range(), b = random.range();
        if (divides && b.contains(0.0)) continue;
        SCOPED_TRACE(testing::Message() << std::hexfloat << "[" << a.low() << ", " << a.high() << "], ["
                                        << b.low() << ", " << b.high() << "]");
        const interval result = operation(a, b);
        expect_holds(result, operation(precise_of(a), precise_of(b)), extra);
        for (int j = 0; j < 4; ++j) {
            const double computed = operation(random.in(a), random.in(b));
            EXPECT_TRUE(result.contains(computed)) << computed;
        }
    }
}

TEST(Interval, Sum) {
    check([](const auto& a, const auto& b) { return a + b; }, 1, 1);
}
TEST(Interval, Difference) {
    check([](const auto& a, const auto& b) { return a - b; }, 1, 2);
}
TEST(Interval, Product) {
    check([](const auto& a, const auto& b) { return a * b; }, 1, 3);
}
TEST(Interval, Quotient) {
    check([](const auto& a, const auto& b) { return a / b; }, 1, 4, true);
}
TEST(Interval, Negative) {
    check([](const auto& a, const auto& /*b*/) { return -a; }, 0, 5);
}

TEST(Interval, ExactResultsStayPoints) {
    for (const double x : {3.0, -0.75, 0x1p500, -0x1p-500}) {
        const interval a(x);
        for (const interval& result : {a + 0.0, a + a, a - a, a * 2.0, a * 0.0, -a})
            EXPECT_EQ(result.low(), result.high()) << x;
    }
    EXPECT_EQ(interval(0.0, infinity).low(), 0.0);
    EXPECT_EQ((interval(0.0) * interval(0.0, infinity)).high(), 0.0);
}

TEST(Interval, NeighboursAreThoseOfTheLibrary) {
    any_number random(7);
    std::vector<double> all{infinity, -infinity};
    for (int i = 0; i < samples; ++i) all.push_back(random.number());
    for (const double x : all) {
        EXPECT_EQ(below(x), std::nextafter(x, -infinity)) << x;
        EXPECT_EQ(above(x), std::nextafter(x, infinity)) << x;
    }
    EXPECT_TRUE(std::isnan(below(std::nan(""))) && std::isnan(above(-std::nan(""))));
}

TEST(Interval, NothingIsKnownOfNaN) {
    const double nan = std::nan("");
    for (const interval& x : {interval(nan), interval(nan, 1.0), interval(1.0, nan)}) {
        EXPECT_EQ(x.magnitude(), infinity);
        EXPECT_EQ(exp(x).low(), 0.0);
        EXPECT_EQ(exp(x).high(), infinity);
        EXPECT_LE(sincos(x).sine.low(), -1.0);
        EXPECT_GE(sincos(x).cosine.high(), 1.0);
    }
}

TEST(Interval, FusedIsWithin) {
    using tauroa::fma;
    any_number random(6);
    for (int i = 0; i < samples && !HasFailure(); ++i) {
        const interval a = random.range(), b = random.range(), c = random.range(), result = fma(a, b, c);
        SCOPED_TRACE(i);
        if (!std::isfinite((a * b).low()) || !std::isfinite((a * b).high())) continue;
        EXPECT_TRUE(fma(precise_of(a), precise_of(b), precise_of(c)).within(result.low(), result.high()));
        EXPECT_TRUE(result.contains(fma(random.in(a), random.in(b), random.in(c))));
    }
}

TEST(Interval, Parts) {
    any_number random(7);
    for (int i = 0; i < samples; ++i) {
        const interval x = random.range(), y = random.range(), both = hull(x, y);
        const precise width = precise(x.high()) - precise(x.low());
        EXPECT_TRUE(width.within(0.0, x.width()));
        for (const interval& part : {x, y}) {
            EXPECT_TRUE(both.contains(part.low()) && both.contains(part.high()));
            EXPECT_LE(std::abs(random.in(part)), part.magnitude());
        }
    }
}

/// An interval of the given centre and width, at random in [-reach, reach].
interval near(std::mt19937_64& random, double reach, double widest) {
    std::uniform_real_distribution<double> unit(0.0, 1.0);
    const double low = reach * (2.0 * unit(random) - 1.0);
    const double width = random() % 4 == 0 ? 0.0 : widest * std::exp2(-60.0 * unit(random));
    return {low, low + width};
}

TEST(Interval, Exp) {
    std::mt19937_64 random(8);
    any_number inside(9);
    for (int i = 0; i < samples && !HasFailure(); ++i) {
        const interval x = near(random, 720.0, i % 2 == 0 ? 1e-10 : 30.0), result = exp(x);
        SCOPED_TRACE(testing::Message() << std::hexfloat << x.low() << " to " << x.high());
        const precise exact = exp(precise_of(x));
        EXPECT_TRUE(exact.within(result.low(), result.high()));
        EXPECT_TRUE(result.contains(tauroa::exp(inside.in(x))));
        if (x.low() < -707.0 || x.high() > 709.6) continue;  // next to them the result is wide
        EXPECT_GE(result.low(), exact.low() * (1.0 - 1e-14));
        EXPECT_LE(result.high(), exact.high() * (1.0 + 1e-14));
    }
    for (const interval& x :
         {interval(-infinity, 0.0), interval(-1e300), interval(0.0, infinity), interval(1e300)})
        EXPECT_TRUE(exp(x).contains(tauroa::exp(x.low())) && exp(x).contains(tauroa::exp(x.high())));
}

/// A function that rises from 0: sound, and no wider than a few of its errors.
template <class Function>
void check_rising(Function f, double reach, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    any_number inside(seed);
    for (int i = 0; i < samples && !testing::Test::HasFailure(); ++i) {
        const interval x = near(random, reach, i % 2 == 0 ? 1e-10 : 30.0), result = f(x);
        SCOPED_TRACE(testing::Message() << std::hexfloat << x.low() << " to " << x.high());
        const precise exact = f(precise_of(x));
        EXPECT_TRUE(exact.within(result.low(), result.high()));
        EXPECT_TRUE(result.contains(f(inside.in(x))));
        if (x.low() < -707.0) continue;  // there results are wide
        EXPECT_GE(result.low(), exact.low() * (1.0 - 1e-14));
        EXPECT_LE(result.high(), exact.high() * (1.0 + 1e-14));
    }
    for (const interval& x :
         {interval(-infinity, 0.0), interval(-1e300), interval(0.0, infinity), interval(1e300)})
        EXPECT_TRUE(f(x).contains(f(x.low())) && f(x).contains(f(x.high())));
    EXPECT_EQ(f(interval(std::nan(""), 1.0)).low(), 0.0);
    EXPECT_GE(f(interval(std::nan(""), 1.0)).high(), 1.0);
}

TEST(Interval, Logistic) {
    for (const double reach : {720.0, 5.0})
        check_rising([](const auto& x) { return logistic(x); }, reach, 12);
}
TEST(Interval, Softplus) {
    for (const double reach : {720.0, 5.0})
        check_rising([](const auto& x) { return softplus(x); }, reach, 13);
}

/// A function of positive numbers that rises: sound, and no wider than some ulps.
template <class Function>
void check_rising_from_zero(Function f, std::uint64_t seed) {
    any_number any(seed);
    for (int i = 0; i < samples && !testing::Test::HasFailure(); ++i) {
        const double a = std::abs(any.number()), b = std::abs(any.number());
        const interval x(std::min(a, b), i % 2 == 0 ? std::min(a, b) : std::max(a, b)), result = f(x);
        SCOPED_TRACE(testing::Message() << std::hexfloat << x.low() << " to " << x.high());
        EXPECT_TRUE(f(precise_of(x)).within(result.low(), result.high()));
        for (const double at : {x.low(), any.in(x), x.high()}) EXPECT_TRUE(result.contains(f(at)));
        if (x.low() == 0.0) continue;
        const precise low = f(precise_of(x.low())), high = f(precise_of(x.high()));
        EXPECT_GE(result.low(), low.low() - 1e-14 * std::abs(low.low()));
        EXPECT_LE(result.high(), high.high() + 1e-14 * std::abs(high.high()));
    }
    for (const interval& x : {interval(-1e-300, 1.0), interval(-2.0, -1.0), interval(std::nan(""), 1.0)}) {
        EXPECT_EQ(f(x).low(), -infinity);
        EXPECT_EQ(f(x).high(), infinity);
    }
    EXPECT_TRUE(f(interval(0.0)).contains(f(0.0)));
    EXPECT_EQ(f(interval(1.0, infinity)).high(), infinity);
}

TEST(Interval, Logarithm) {
    check_rising_from_zero([](const auto& x) { return log(x); }, 14);
}
TEST(Interval, SquareRoot) {
    check_rising_from_zero([](const auto& x) { return sqrt(x); }, 15);
}

TEST(Interval, SinCos) {
    std::mt19937_64 random(10);
    any_number inside(11);
    for (int i = 0; i < samples && !HasFailure(); ++i) {
        const interval x = near(random, i % 8 == 0 ? 100.0 : 8.5, 1.5);
        SCOPED_TRACE(testing::Message() << std::hexfloat << x.low() << " to " << x.high());
        const auto [sine, cosine] = sincos(x);
        const precise exact_sine = sin(precise_of(x)), exact_cosine = cos(precise_of(x));
        const auto computed = tauroa::sincos(inside.in(x));
        EXPECT_TRUE(exact_sine.within(sine.low(), sine.high()));
        EXPECT_TRUE(exact_cosine.within(cosine.low(), cosine.high()));
        EXPECT_TRUE(sine.contains(computed.sine));
        EXPECT_TRUE(cosine.contains(computed.cosine));
        if (x.magnitude() > 8.0 || x.width() > 1.0) continue;
        const double square =
            x.width() * x.width() + 1e-14;  // second order: slope and range are one for the other
        EXPECT_LE(sine.width(), exact_sine.high() - exact_sine.low() + square);
        EXPECT_LE(cosine.width(), exact_cosine.high() - exact_cosine.low() + square);
    }
}

}  // namespace
