// The noise of stochastic tau-GDA: the generator is the library's in packs, too, counters never meet, the numbers are normal
// and independent, and learning rates decay as they should.

#include "kernels/noise.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <random>
#include <set>
#include <vector>

#include "tests/random123.hpp"
#include "tests/scalar_pack.hpp"

namespace {

using namespace tauroa;
using three = scalar_pack::three;
using counter = four_words<std::uint64_t>;

// --- the generator

std::array<std::uint32_t, 4> low(const counter& words) {
    std::array<std::uint32_t, 4> all{};
    for (std::size_t i = 0; i < 4; ++i) all[i] = static_cast<std::uint32_t>(words.at[i]);
    return all;
}

/// Random123's kat_vectors for philox4x32 with 10 rounds; keys with their lower word first.
TEST(Philox, GivesItsKnownAnswers) {
    using words = std::array<std::uint32_t, 4>;
    constexpr std::uint64_t all = 0xffffffff;
    const auto expect = [](const counter& c, std::uint64_t key, const words& wanted) {
        EXPECT_EQ(low(philox_library::words(c, key)), wanted);
        EXPECT_EQ(low(philox::words(c, key)), wanted);
    };
    expect({{0, 0, 0, 0}}, 0, {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
    expect({{all, all, all, all}}, ~0ULL, {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
    expect({{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}}, 0x299f31d0a4093822,
           {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

/// Whatever stands above the lower 32 bits of a counter's words.
TEST(Philox, LanesAreTheLibrary) {
    std::mt19937_64 random(5);
    for (int i = 0; i < 100'000; ++i) {
        const counter c{{random(), random(), random(), random()}};
        const std::uint64_t key = random();
        ASSERT_EQ(low(philox::words(c, key)), low(philox_library::words(c, key)));
    }
}

/// In place of a generator: keeps the counters that it is asked for.
struct recorder {
    static inline std::vector<std::array<std::uint32_t, 4>> seen;
    static counter words(const counter& c, std::uint64_t /*key*/) {
        seen.push_back(low(c));
        return c;
    }
};

TEST(Noise, NoTwoNumbersShareACounterAndNoneIsASamples) {
    recorder::seen.clear();
    const std::vector<std::uint64_t> starts{0,          1,           255,         256,
                                            0xffffffff, 0x100000000, 0x100000001, 0xffffffffff};
    const std::vector<std::uint32_t> steps{0, 1, 256, 0xffffffff}, repeats{0, 1, 999'999},
        pairs{0, 1, 2, 400};
    for (const std::uint64_t start : starts)
        for (const std::uint32_t k : steps)
            for (const std::uint32_t repeat : repeats)
                for (const std::uint32_t pair : pairs)
                    normals_at<recorder, double>(start, k, pair, {1.0, 0.0, 0, repeat});
    const std::set distinct(recorder::seen.begin(), recorder::seen.end());
    EXPECT_EQ(distinct.size(), starts.size() * steps.size() * repeats.size() * pairs.size());
    for (const auto& c : distinct) EXPECT_NE(c[3], 0U);
}

// --- the numbers

two_normals<double> drawn(std::uint64_t start, std::uint32_t k, std::uint32_t pair, std::uint64_t seed = 1,
                          std::uint32_t repeat = 0) {
    return normals_at<philox_library, double>(start, k, pair, {1.0, 0.0, seed, repeat});
}

/// By hand from the library's words: the layout that kernels/noise.hpp states.
TEST(Noise, IsMadeOfTheWordsThatItSays) {
    std::mt19937_64 random(6);
    for (int i = 0; i < 10'000; ++i) {
        const std::uint64_t start = random() >> 24U, seed = random();
        const auto k = static_cast<std::uint32_t>(random()),
                   repeat = static_cast<std::uint32_t>(random() % 1'000'000),
                   pair = static_cast<std::uint32_t>(random() % 1000);
        const auto words = low(philox_library::words(
            {{start & 0xffffffffU, k, repeat, 0x80000000U + 256U * pair + (start >> 32U)}}, seed));
        const auto upper = [&](std::size_t w) {
            return static_cast<double>((std::uint64_t{words[w + 1]} << 32U | words[w]) >> 12U) * 0x1p-52;
        };
        const double radius = std::sqrt(-2.0 * std::log(1.0 - upper(0))),
                     angle = 2.0 * std::numbers::pi * upper(2);
        const auto found = drawn(start, k, pair, seed, repeat);
        ASSERT_NEAR(found.first, radius * std::cos(angle), 1e-14);
        ASSERT_NEAR(found.second, radius * std::sin(angle), 1e-14);
    }
}

TEST(Noise, IsTheSameInPacksToTheBit) {
    std::mt19937_64 random(7);
    for (int i = 0; i < 10'000; ++i) {
        const double start[3] = {static_cast<double>(random() >> 24U), 0.0,
                                 static_cast<double>(random() >> 30U)};
        const auto k = static_cast<std::uint32_t>(random());
        const noise of{0.37, 0.0, random(), static_cast<std::uint32_t>(random() % 1000)};
        const auto w = noise_at<philox, 5, three>(word_of(three::load(start)), k, of);
        for (int lane = 0; lane < 3; ++lane) {
            const auto one =
                noise_at<philox_library, 5, double>(static_cast<std::uint64_t>(start[lane]), k, of);
            for (int v = 0; v < 5; ++v) ASSERT_EQ(w[v].part[lane], one[v]);
        }
    }
}

constexpr std::uint64_t count = 1U << 20U;

/// First numbers of `count` counters that differ in one thing.
template <class F>
std::vector<double> numbers(F at) {
    std::vector<double> all(count);
    for (std::uint32_t i = 0; i < count; ++i) all[i] = at(i);
    return all;
}

double mean_power(const std::vector<double>& of, int power) {
    double sum = 0.0;
    for (const double z : of) sum += std::pow(z, power);
    return sum / static_cast<double>(of.size());
}

/// Moments of a normal distribution: each within 4.5 of the standard errors sqrt((E z^2p - (E z^p)^2) / count).
void expect_normal_moments(const std::vector<double>& z) {
    const std::array<double, 9> moment{1.0, 0.0, 1.0, 0.0, 3.0, 0.0, 15.0, 0.0, 105.0};
    for (int p = 1; p <= 4; ++p) {
        const double expected = moment[static_cast<std::size_t>(p)];
        const double error =
            std::sqrt((moment[static_cast<std::size_t>(2 * p)] - expected * expected) / count);
        EXPECT_NEAR(mean_power(z, p), expected, 4.5 * error) << "moment " << p;
    }
}

/// The Kolmogorov-Smirnov distance from the normal distribution, times the root of the count: above 2.2 for one in 8000
/// samples.
double distance_from_normal(std::vector<double> z) {
    std::sort(z.begin(), z.end());
    const auto n = static_cast<double>(z.size());
    double largest = 0.0;
    for (std::size_t i = 0; i < z.size(); ++i) {
        const double below = 0.5 * std::erfc(-z[i] / std::numbers::sqrt2);
        largest =
            std::max({largest, below - static_cast<double>(i) / n, static_cast<double>(i + 1) / n - below});
    }
    return largest * std::sqrt(n);
}

TEST(Noise, IsNormalAlongStartsStepsRepeatsAndCoordinates) {
    for (const auto& z : {numbers([](std::uint32_t i) { return drawn(i, 0, 0).first; }),
                          numbers([](std::uint32_t i) { return drawn(i, 0, 0).second; }),
                          numbers([](std::uint32_t i) { return drawn(7, i, 0).first; }),
                          numbers([](std::uint32_t i) { return drawn(7, 3, 0, 1, i).second; }),
                          numbers([](std::uint32_t i) { return drawn(7, 3, i % 4, i / 4).first; })}) {
        expect_normal_moments(z);
        EXPECT_LT(distance_from_normal(z), 2.2);
    }
}

/// Correlations of neighbours: 0 within 4.5 / sqrt(count), of the numbers and of their squares.
TEST(Noise, NeighboursAreIndependent) {
    const auto one = numbers([](std::uint32_t i) { return drawn(i, 5, 0).first; });
    const double bound = 4.5 / std::sqrt(static_cast<double>(count));
    for (const auto& other :
         {numbers([](std::uint32_t i) { return drawn(i, 5, 0).second; }),
          numbers([](std::uint32_t i) { return drawn(i, 6, 0).first; }),
          numbers([](std::uint32_t i) { return drawn(i + 1U, 5, 0).first; }),
          numbers([](std::uint32_t i) { return drawn(i + (1ULL << 32U), 5, 0).first; }),
          numbers([](std::uint32_t i) { return drawn(i, 5, 1).first; }),
          numbers([](std::uint32_t i) { return drawn(i, 5, 0, 2).first; }),
          numbers([](std::uint32_t i) { return drawn(i, 5, 0, 1ULL + (1ULL << 32U)).first; }),
          numbers([](std::uint32_t i) { return drawn(i, 5, 0, 1, 1).first; })}) {
        double product = 0.0, of_squares = 0.0;
        for (std::size_t i = 0; i < count; ++i) {
            product += one[i] * other[i];
            of_squares += (one[i] * one[i] - 1.0) * (other[i] * other[i] - 1.0) / 2.0;
        }
        EXPECT_LT(std::abs(product) / count, bound);
        EXPECT_LT(std::abs(of_squares) / count, bound);
    }
}

TEST(Decay, IsThePowerAndOneToTheBitWithout) {
    std::mt19937_64 random(8);
    for (int i = 0; i < 100'000; ++i) {
        const double k1 = 1.0 + static_cast<double>(random() >> (32U + random() % 30U));
        const double beta = static_cast<double>(random() % 1001) / 1000.0;
        ASSERT_NEAR(decay_factor(k1, beta) * std::pow(k1, beta), 1.0, 2e-14) << k1 << ' ' << beta;
        ASSERT_EQ(decay_factor(k1, 0.0), 1.0);
        ASSERT_EQ(decay_factor(1.0, beta), 1.0);
    }
}

}  // namespace
