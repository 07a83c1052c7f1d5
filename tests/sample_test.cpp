// Starts at random: the generator is Philox4x32-10, coordinates are uniform and independent, and a start depends on nothing
// but its number and the seed.

#include "host/sample.hpp"

#include <Random123/philox.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "host/sweep.hpp"
#include "kernels/error.hpp"

namespace {

using namespace tauroa;

/// The number that two words of random bits, the lower one first, stand for.
double from_words(std::uint64_t low, std::uint64_t high) {
    return std::ldexp(static_cast<double>((high << 32U | low) >> 11U), -53);
}

/// The three vectors of Random123's kat_vectors for philox4x32 with 10 rounds.
TEST(Sample, LibraryGivesItsKnownAnswers) {
    using philox = r123::Philox4x32;
    const auto expect = [](const philox::ctr_type& counter, const philox::key_type& key,
                           const philox::ctr_type& wanted) { EXPECT_EQ(philox()(counter, key), wanted); };
    constexpr std::uint32_t all = 0xffffffff;
    expect({{0, 0, 0, 0}}, {{0, 0}}, {{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}});
    expect({{all, all, all, all}}, {{all, all}}, {{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}});
    expect({{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}}, {{0xa4093822, 0x299f31d0}},
           {{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}});
}

/// The first line is one of these vectors; the others come from an independent Philox in Python that gives all three.
TEST(Sample, CountersAreStartsKeysAreSeeds) {
    EXPECT_EQ(uniform(0, 0, 0), from_words(0x6627e8d5, 0xe169c58d));
    EXPECT_EQ(uniform(0, 0, 1), from_words(0xbc57ac4c, 0x9b00dbd8));
    EXPECT_EQ(uniform(0x299f31d0a4093822, 0x85a308d3243f6a88, 0x13198a2e),
              from_words(0x298aa78c, 0x16d040ae));
    EXPECT_EQ(uniform(~0ULL, ~0ULL, 5), from_words(0x664ff13e, 0x53eb2d8c));
    EXPECT_EQ(uniform(7, 1, 2), from_words(0xe32925ef, 0xd98f06c0));
}

/// chi^2 = sum (n_i - e)^2 / e of `cells` equal bins, with cells - 1 degrees of freedom.
double chi_squared(const std::vector<int>& counts, double expected) {
    double sum = 0.0;
    for (const int n : counts) sum += (n - expected) * (n - expected) / expected;
    return sum;
}

/// Of 2^16 starts, each variable in 256 bins and each pair of variables in 16 x 16: within 4.5 standard deviations of
/// chi^2, sqrt(2 degrees); 4.5 is passed once in 300 000 by chance, and the starts are the same at every run.
TEST(Sample, IsUniformAndVariablesAreIndependent) {
    constexpr std::uint64_t starts = 1U << 16U;
    constexpr std::uint32_t n = 5;
    constexpr double degrees = 255.0, spread = 4.5 * 22.583;
    for (const std::uint64_t seed : {0ULL, 1ULL, ~0ULL})
        for (std::uint32_t v = 0; v < n; ++v)
            for (std::uint32_t w = v; w < n; ++w) {
                std::vector<int> counts(256);
                for (std::uint64_t i = 0; i < starts; ++i) {
                    const double u = uniform(seed, i, v), other = uniform(seed, i, w);
                    ASSERT_TRUE(u >= 0.0 && u < 1.0);
                    ++counts[static_cast<std::size_t>(
                        v == w ? 256.0 * u : 16.0 * std::floor(16.0 * u) + std::floor(16.0 * other))];
                }
                EXPECT_NEAR(chi_squared(counts, 256.0), degrees, spread) << seed << ", " << v << ", " << w;
            }
}

TEST(Sample, StartsFillTheirBoxAndFixedVariablesStay) {
    const sample_box box{3, {-1.0, 7.0, 0.0, -1e300}, {2.0, 7.0, 1e-300, 1e7}};
    constexpr std::size_t count = 4000, n = 4;
    std::vector<double> x(count * n);
    box.starts(0, count, x.data());
    for (std::size_t v = 0; v < n; ++v) {
        double low = box.high[v], high = box.low[v];
        for (std::size_t i = 0; i < count; ++i) {
            const double u = uniform(3, i, static_cast<std::uint32_t>(v)), length = box.high[v] - box.low[v];
            EXPECT_NEAR(x[i * n + v], box.low[v] + u * length, 1e-15 * length);
            low = std::min(low, x[i * n + v]);
            high = std::max(high, x[i * n + v]);
        }
        const double length = box.high[v] - box.low[v];
        EXPECT_GE(low, box.low[v]);
        EXPECT_LE(high, box.high[v]);
        EXPECT_LE(low - box.low[v], 0.005 * length);
        EXPECT_LE(box.high[v] - high, 0.005 * length);
    }
}

TEST(Sample, AStartDependsOnItsNumberAndTheSeedAlone) {
    const sample_box box{9, {0.0, -1.0, 0.0}, {1.0, 1.0, 2.0}};
    std::vector<double> whole(3 * 1000), part(3 * 10);
    box.starts((std::uint64_t{1} << 32U) - 500, 1000, whole.data());  // numbers beyond 32 bits, too
    box.starts((std::uint64_t{1} << 32U) - 3, 10, part.data());
    EXPECT_TRUE(std::equal(part.begin(), part.end(), whole.begin() + 3 * 497));
    for (const auto& [seed, first] : {std::pair{std::uint64_t{10}, std::uint64_t{0}},
                                      {9 + (std::uint64_t{1} << 32U), 0},
                                      {9, std::uint64_t{1} << 32U}}) {
        std::vector<double> one(30), other(30);
        box.starts(0, 10, one.data());
        sample_box{seed, box.low, box.high}.starts(first, 10, other.data());
        for (std::size_t k = 0; k < one.size(); ++k) EXPECT_NE(one[k], other[k]);
    }
}

map_request request() {
    map_request r;
    r.game = "torus";
    r.tau = {1.0, 2.0};
    r.gamma = 0.04;
    r.steps = 1500;
    r.tolerance = 0.1;
    r.sample = sample_request{2500, 5, {{"x2", -1.0, 3.0}}};
    r.save_final = true;
    return r;
}

/// Labels and final states of a whole sample, computed in ranges of at most so many strips.
std::pair<std::vector<std::int16_t>, std::vector<double>> computed(const sweep_plan& plan, backend& with,
                                                                   std::uint64_t strips) {
    std::pair<std::vector<std::int16_t>, std::vector<double>> all;
    const tiling cut = tiling_of(plan);
    progress done;
    for (strip_range at; at.end() < cut.strips();) {
        at = cut.together(at.end(), strips);
        const tile t = compute(plan, cut.cells(at), with, done);
        all.first.insert(all.first.end(), t.label.begin(), t.label.end());
        all.second.insert(all.second.end(), t.final_state.begin(), t.final_state.end());
    }
    EXPECT_EQ(done.starts, plan.starts());
    return all;
}

TEST(Sample, IsTheSameInAnyTilesOnAnyThreadsOfAnyBackend) {
    const sweep_plan plan = plan_of(request());
    const auto wanted = computed(plan, *make_backend("reference", 1), 1);
    ASSERT_EQ(wanted.first.size(), plan.starts());
    EXPECT_GT(std::count(wanted.first.begin(), wanted.first.end(), 5), 100);
    for (const int threads : {1, 3})
        for (const std::uint64_t strips : {1ULL, 2ULL, 1000ULL})
            EXPECT_EQ(computed(plan, *make_backend("cpu", threads), strips), wanted);
}

TEST(Sample, StartsAreThoseOfTheBox) {
    map_request r = request();
    r.steps = 0;
    const sweep_plan plan = plan_of(r);
    const auto at_once = computed(plan, *make_backend("cpu", 1), 1);
    std::vector<double> starts(2500 * 2);
    plan.box->starts(0, 2500, starts.data());
    EXPECT_TRUE(std::equal(starts.begin(), starts.end(), at_once.second.begin()));
    EXPECT_EQ(plan.box->low, (std::vector<double>{-3.141592653589793, -1.0}));
    EXPECT_EQ(plan.box->high, (std::vector<double>{3.141592653589793, 3.0}));
}

TEST(Sample, RangesAreReadAndCompletedInTheGamesOrder) {
    EXPECT_EQ(parse_range("x=-1:2.5"), (variable_range{"x", -1.0, 2.5}));
    EXPECT_EQ(to_string(parse_range("x=-1:0.1")), "x=-1:0.1");
    for (const char* wrong :
         {"", "x", "x=1", "x=0:1:3", "x=1:0", "x=0:0", "x=0:nan", "x=a:1", "x=-1e308:1e308"})
        EXPECT_THROW(parse_range(wrong), user_error) << wrong;
    const map_request whole = completed(request());
    ASSERT_EQ(whole.sample->ranges.size(), 2U);
    EXPECT_EQ(whole.sample->ranges[0], (variable_range{"x1", -3.141592653589793, 3.141592653589793}));
    EXPECT_EQ(whole.sample->ranges[1], (variable_range{"x2", -1.0, 3.0}));
    map_request too_large = request();
    too_large.sample->count = most_cells_in_a_file;
    EXPECT_THROW(completed(too_large), user_error);
    map_request fixed = request();
    fixed.fixed = {{"x1", 0.5}};
    EXPECT_EQ(completed(fixed).sample->ranges.size(), 1U);
    fixed.sample->ranges.clear();
    fixed.fixed.emplace_back("x2", 0.5);
    EXPECT_THROW(completed(fixed), user_error);
}

}  // namespace
