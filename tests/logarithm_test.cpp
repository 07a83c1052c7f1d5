// The logarithm of every scalar type: within 3 units in the last place, the bits that the sum has with the C library's
// frexp, and the same from packs.

#include "kernels/logarithm.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>
#include <random>

#include "tests/scalar_pack.hpp"

namespace {

using namespace tauroa;

/// The same formula, taken apart by frexp.
double by_frexp(double x) {
    int exponent = 0;
    double m = std::frexp(x, &exponent);
    if (m < 0.5 * std::numbers::sqrt2) {
        m *= 2.0;
        --exponent;
    }
    const double s = (m - 1.0) / (m + 1.0), z = s * s;
    double sum = 0.0;
    for (int k = 11; k >= 0; --k) sum = sum * z + 1.0 / (2 * k + 1);
    return exponent * std::numbers::ln2 + 2.0 * s * sum;
}

double ulps(double value, long double exact) {
    int exponent = 0;
    std::frexp(static_cast<double>(exact), &exponent);
    return static_cast<double>(std::abs(static_cast<long double>(value) - exact) /
                               std::ldexp(1.0L, exponent - 53));
}

/// Of a normal number at random: any exponent, or one near 1, or one in (0, 1] as the noise's.
double drawn(std::mt19937_64& random, int i) {
    if (i % 3 == 0)
        return std::ldexp(std::uniform_real_distribution(1.0, 2.0)(random),
                          static_cast<int>(random() % 2046) - 1022);
    if (i % 3 == 1) return 1.0 + std::uniform_real_distribution(-1e-3, 1e-3)(random);
    return 1.0 - static_cast<double>(random() >> 12U) * 0x1p-52;
}

TEST(Logarithm, IsWithinThreeUnitsInTheLastPlaceAndTheSumByFrexp) {
    std::mt19937_64 random(11);
    double worst = 0.0;
    for (int i = 0; i < 1'000'000; ++i) {
        const double x = drawn(random, i), found = portable_log(x);
        ASSERT_EQ(found, by_frexp(x)) << x;
        if (x != 1.0) worst = std::max(worst, ulps(found, std::log(static_cast<long double>(x))));
    }
    RecordProperty("worst_ulp", std::to_string(worst));
    EXPECT_LE(worst, 3.0);
}

TEST(Logarithm, HoldsAtTheEdges) {
    EXPECT_EQ(portable_log(1.0), 0.0);
    for (const double root = std::numbers::sqrt2 / 2;
         const double x :
         {root, std::nextafter(root, 0.0), std::nextafter(root, 1.0), std::numeric_limits<double>::min(),
          std::numeric_limits<double>::max(), 0x1p-52, 4294967296.0}) {
        EXPECT_EQ(portable_log(x), by_frexp(x)) << x;
        EXPECT_LE(ulps(portable_log(x), std::log(static_cast<long double>(x))), 3.0) << x;
    }
}

/// Every double: the log that costs are written with.
TEST(Logarithm, OfEveryNumber) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    std::mt19937_64 random(13);
    for (int i = 0; i < 100'000; ++i) {
        const double x = i % 2 == 0 ? drawn(random, i) : static_cast<double>(random() >> 12U) * 0x1p-1074;
        if (x == 1.0 || x == 0.0) continue;
        const long double exact = std::log(static_cast<long double>(x));
        ASSERT_LE(std::abs(static_cast<double>((tauroa::log(x) - exact) / exact)), 10.0 * 0x1p-53) << x;
    }
    EXPECT_EQ(tauroa::log(1.0), 0.0);
    EXPECT_EQ(tauroa::log(0.0), -infinity);
    EXPECT_EQ(tauroa::log(-0.0), -infinity);
    EXPECT_EQ(tauroa::log(infinity), infinity);
    for (const double x : {-0x1p-1074, -1.0, -infinity, std::nan("")})
        EXPECT_TRUE(std::isnan(tauroa::log(x))) << x;
}

TEST(Logarithm, GivesTheSameBitsInPacks) {
    std::mt19937_64 random(12);
    for (int i = 0; i < 10'000; ++i) {
        const double x[3] = {drawn(random, 0), drawn(random, 1), drawn(random, 2)};
        double found[3];
        portable_log(scalar_pack::three::load(x)).store(found);
        for (int lane = 0; lane < 3; ++lane) ASSERT_EQ(found[lane], portable_log(x[lane])) << x[lane];
    }
}

}  // namespace
