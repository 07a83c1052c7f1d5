// The elementary functions against long double ones (64 bits of mantissa or more), at random numbers: exp within
// 1.5 ulp, sin and cos within an absolute 2^-52.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <utility>
#include <vector>

#include "kernels/dual.hpp"
#include "kernels/logistic.hpp"

namespace {

constexpr int samples = 2'000'000;
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double pi = 3.141592653589793;

/// The distance of a double from an exact value, in units of the exact value's last place.
double ulps(double value, long double exact) {
    int exponent = 0;
    std::frexp(static_cast<double>(exact), &exponent);
    return static_cast<double>(std::abs(static_cast<long double>(value) - exact) /
                               std::ldexp(1.0L, exponent - 53));
}

double worst_exp(double low, double high) {
    std::mt19937_64 random(7);
    std::uniform_real_distribution<double> x_in(low, high);
    double worst = 0.0;
    for (int i = 0; i < samples; ++i) {
        const double x = x_in(random);
        worst = std::max(worst, ulps(tauroa::exp(x), std::exp(static_cast<long double>(x))));
    }
    return worst;
}

TEST(Exp, IsWithinOneAndAHalfUlp) {
    static_assert(std::numeric_limits<long double>::digits >= 64);
    for (const auto& [low, high] : {std::pair{-708.39, 709.78},
                                    {709.0, 709.7827},
                                    {-708.39, -707.0},
                                    {-1.0, 1.0},
                                    {-5.0, 0.0},
                                    {-0x1p-20, 0x1p-20}}) {
        const double worst = worst_exp(low, high);
        RecordProperty("worst_ulp_" + std::to_string(low), std::to_string(worst));
        EXPECT_LE(worst, 1.5) << "on [" << low << ", " << high << "]";
    }
}

TEST(Exp, HasTheRightLimits) {
    EXPECT_EQ(tauroa::exp(0.0), 1.0);
    EXPECT_EQ(tauroa::exp(-0.0), 1.0);
    EXPECT_EQ(tauroa::exp(-infinity), 0.0);
    EXPECT_EQ(tauroa::exp(infinity), infinity);
    EXPECT_TRUE(std::isnan(tauroa::exp(nan)));
    for (const double x : {-708.4, -1e4, -1e22, -1e300}) EXPECT_EQ(tauroa::exp(x), 0.0) << x;
    for (const double x : {709.79, 1e4, 1e300}) EXPECT_EQ(tauroa::exp(x), infinity) << x;
    EXPECT_GT(tauroa::exp(-708.39), 0.0);
    EXPECT_LT(tauroa::exp(709.78271), infinity);
}

/// Of logistic or softplus, in units of 2^-53.
template <class Function, class Exact>
double worst_relative(Function f, Exact exact, double low, double high) {
    std::mt19937_64 random(19);
    std::uniform_real_distribution<double> x_in(low, high);
    double worst = 0.0;
    for (int i = 0; i < samples / 4; ++i) {
        const double x = x_in(random);
        const long double expected = exact(static_cast<long double>(x));
        worst = std::max(worst, static_cast<double>(std::abs(f(x) / expected - 1.0L) / 0x1p-53L));
    }
    return worst;
}

const std::vector<std::pair<double, double>> for_logistic{
    {-708.39, 709.78}, {-40.0, 40.0}, {-2.0, 2.0}, {-0x1p-20, 0x1p-20}, {1e6, 1e300}};

TEST(Logistic, IsWithinItsBound) {
    const auto exact = [](long double x) {
        return x < 0 ? std::exp(x) / (1 + std::exp(x)) : 1 / (1 + std::exp(-x));
    };
    for (const auto& [low, high] : for_logistic)
        EXPECT_LE(worst_relative([](double x) { return tauroa::logistic(x); }, exact, low, high), 5.0)
            << "on [" << low << ", " << high << "]";
}

TEST(Logistic, HasTheRightLimits) {
    EXPECT_EQ(tauroa::logistic(0.0), 0.5);
    EXPECT_EQ(tauroa::logistic(infinity), 1.0);
    EXPECT_EQ(tauroa::logistic(-infinity), 0.0);
    EXPECT_EQ(tauroa::logistic(-709.0), 0.0);
    EXPECT_GT(tauroa::logistic(-708.39), 0.0);
    EXPECT_TRUE(std::isnan(tauroa::logistic(nan)));
}

TEST(Softplus, IsWithinItsBound) {
    const auto exact = [](long double x) { return std::max(x, 0.0L) + std::log1p(std::exp(-std::abs(x))); };
    for (const auto& [low, high] : for_logistic)
        EXPECT_LE(worst_relative([](double x) { return tauroa::softplus(x); }, exact, low, high), 9.0)
            << "on [" << low << ", " << high << "]";
}

TEST(Softplus, HasTheRightLimits) {
    EXPECT_EQ(tauroa::softplus(infinity), infinity);
    EXPECT_EQ(tauroa::softplus(-infinity), 0.0);
    EXPECT_EQ(tauroa::softplus(1e300), 1e300);
    EXPECT_TRUE(std::isnan(tauroa::softplus(nan)));
}

TEST(Softplus, HasTheLogisticFunctionAsItsSlopeAndThatItsOwn) {
    for (const double x : {-30.0, -1.5, 0.0, 0.25, 40.0}) {
        using number = tauroa::dual<double, 1>;
        const auto at = number::variable(x, 0);
        EXPECT_EQ(softplus(at).derivative[0], tauroa::logistic(x));
        const double h = 1e-6;
        const double slope = (tauroa::logistic(x + h) - tauroa::logistic(x - h)) / (2.0 * h);
        EXPECT_NEAR(logistic(at).derivative[0], slope, 1e-9);
    }
}

double worst_sincos(double low, double high) {
    std::mt19937_64 random(11);
    std::uniform_real_distribution<double> x_in(low, high);
    double worst = 0.0;
    for (int i = 0; i < samples; ++i) {
        const double x = x_in(random);
        const auto at = tauroa::sincos(x);
        const auto exact = static_cast<long double>(x);
        worst = std::max({worst, static_cast<double>(std::abs(at.sine - std::sin(exact))),
                          static_cast<double>(std::abs(at.cosine - std::cos(exact)))});
    }
    return worst;
}

TEST(SinCos, AreWithinTwoToTheMinus52) {
    for (const auto& [low, high] : {std::pair{-pi, pi},
                                    {3.14, pi},
                                    {1.57, 1.5716},
                                    {-2.0, -1.2},
                                    {0.7, 0.9},
                                    {-2 * pi, 2 * pi},
                                    {-100.0, 100.0},
                                    {-1e6, 1e6}}) {
        const double worst = worst_sincos(low, high);
        RecordProperty("worst_2^-52_" + std::to_string(low), std::to_string(worst / 0x1p-52));
        EXPECT_LE(worst, 0x1p-52) << "on [" << low << ", " << high << "]";
    }
}

// Where sin and cos are 1 but for less than a rounding, theirs must not carry them above it.
TEST(SinCos, AreNeverAboveOne) {
    EXPECT_EQ(tauroa::sin(0x1.921fb52740e39p+0), 1.0);  // with r^2 for y it is 1 + 2^-52
    std::mt19937_64 random(17);
    std::uniform_real_distribution<double> offset(-1e-6, 1e-6);
    for (int i = 0; i < samples; ++i) {
        const double by = offset(random);
        for (const double x : {0.5 * pi + by, -0.5 * pi + by}) EXPECT_LE(std::abs(tauroa::sin(x)), 1.0) << x;
        for (const double x : {by, pi + by, -pi + by}) EXPECT_LE(std::abs(tauroa::cos(x)), 1.0) << x;
    }
}

TEST(SinCos, AreOddAndEvenToTheBit) {
    std::mt19937_64 random(13);
    std::uniform_real_distribution<double> x_in(-pi, pi);
    for (int i = 0; i < 10'000; ++i) {
        const double x = x_in(random);
        EXPECT_EQ(tauroa::sin(-x), -tauroa::sin(x));
        EXPECT_EQ(tauroa::cos(-x), tauroa::cos(x));
    }
}

TEST(SinCos, HaveTheRightLimits) {
    EXPECT_EQ(tauroa::sin(0.0), 0.0);
    EXPECT_EQ(tauroa::cos(0.0), 1.0);
    for (const double x : {nan, infinity, -infinity}) {
        EXPECT_TRUE(std::isnan(tauroa::sin(x)));
        EXPECT_TRUE(std::isnan(tauroa::cos(x)));
    }
}

}  // namespace
