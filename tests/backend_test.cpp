// One source for every backend and instruction set: TAUROA_TEST_BACKEND names the backend,
// TAUROA_INSTRUCTION_SET what the cpu one uses. Labels, iterations and final states must be the reference's,
// bit for bit, on sizes that leave vectors partly filled, and the same on every architecture: golden digests
// stand below.

#include "kernels/backend.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <numeric>
#include <string>
#include <vector>

#include "kernels/instruction_sets.hpp"
#include "tests/backend_settings.hpp"
#include "tests/game_index.hpp"

namespace {

using namespace tauroa;
using namespace backend_settings;

struct map_of {
    std::vector<std::int16_t> label;
    std::vector<std::uint32_t> iterations;
    std::vector<double> final_state;
    std::vector<std::uint64_t> counts = std::vector<std::uint64_t>(9);
    std::uint64_t steps = 0;
};

std::vector<double> evenly(double low, double high, std::uint64_t n) {
    std::vector<double> at(n);
    for (std::uint64_t i = 0; i < n; ++i)
        at[i] = n == 1 ? low : low + static_cast<double>(i) * ((high - low) / static_cast<double>(n - 1));
    return at;
}

/// one_by_one: the starts of the grid are given as points.
map_of run(backend& with, const setting& s, std::uint64_t columns, std::uint64_t rows,
           bool one_by_one = false) {
    const bool torus = std::string_view(s.game) == "torus";
    const double edge = torus ? pi : 15.0;
    const auto& points = torus ? torus_points : polynomial_points;
    problem p{&built_in_runs(game_index(s.game)), nullptr, s.update, s.gamma, s.tau, s.steps, s.tolerance,
              {points.data(), labels.data(), 3}};
    const proofs proven(s.tolerance);
    if (s.proofs) proven.lend(p, s.labels_only);
    p.disturbance = s.disturbance;
    const std::vector<double> across = evenly(-edge, edge, columns), up = evenly(-0.9 * edge, edge, rows),
                              base(2);
    start_block starts{base.data(), 2, 0, 1, across.data(), up.data(), columns, 0, columns * rows};
    std::vector<double> listed;
    for (const double x2 : up)
        for (const double x1 : across) listed.insert(listed.end(), {x1, x2});
    if (one_by_one) starts = {.variables = 2, .count = columns * rows, .points = listed.data()};
    starts.number = 12345;
    starts.row_length = columns;
    map_of m;
    m.label.resize(starts.count);
    m.iterations.resize(starts.count);
    m.final_state.resize(2 * starts.count);
    progress done;
    with.run(p, starts, {m.label.data(), m.iterations.data(), m.final_state.data(), m.counts.data(), 6},
             done);
    EXPECT_EQ(done.starts, starts.count);
    m.steps = done.steps;
    return m;
}

void expect_same(const map_of& a, const map_of& b, const std::string& about) {
    EXPECT_EQ(a.label, b.label) << about;
    EXPECT_EQ(a.iterations, b.iterations) << about;
    const std::size_t bytes = a.final_state.size() * sizeof(double);
    EXPECT_EQ(std::memcmp(a.final_state.data(), b.final_state.data(), bytes), 0) << about;  // bits: NaN too
    EXPECT_EQ(a.counts, b.counts) << about;
    EXPECT_EQ(a.steps, b.steps) << about;
}

std::string name_under_test() {
    const char* name = std::getenv("TAUROA_TEST_BACKEND");  // NOLINT(concurrency-mt-unsafe)
    return name == nullptr ? "cpu" : name;
}

std::unique_ptr<backend> under_test(int threads) { return make_backend(name_under_test(), threads); }

/// Leaves the test where the instruction set asked for is not this processor's.
bool lacking() {
    const char* name = std::getenv("TAUROA_INSTRUCTION_SET");  // NOLINT(concurrency-mt-unsafe)
    if (name == nullptr) return false;
    for (const instruction_set& set : instruction_sets())
        if (std::string_view(set.name) == name) return !set.supported;
    return false;
}

class Backend : public testing::Test {
  protected:
    void SetUp() override {
        if (lacking()) GTEST_SKIP() << "this instruction set is not tested: the processor lacks it";
    }
};

TEST_F(Backend, IsTheOneAskedFor) {
    const auto with = under_test(1);
    EXPECT_EQ(with->name(), name_under_test());
    const char* set = std::getenv("TAUROA_INSTRUCTION_SET");  // NOLINT(concurrency-mt-unsafe)
    if (set != nullptr) {
        EXPECT_EQ(with->device(), set);
    }
}

TEST_F(Backend, GivesTheReferencesBitsOnOddSizes) {
    const auto reference = make_backend("reference", 1);
    const auto with = under_test(1);
    const std::vector<std::pair<std::uint64_t, std::uint64_t>> sizes{{1, 1}, {2, 1}, {1, 3},
                                                                     {5, 1}, {7, 3}, {13, 11}};
    for (const setting& s : settings)
        for (const auto& [columns, rows] : sizes)
            expect_same(run(*with, s, columns, rows), run(*reference, s, columns, rows),
                        std::string(s.game) + " " + std::to_string(columns) + " x " + std::to_string(rows));
}

/// On many starts: lanes refilled, blocks without tests, starts that end in them watched.
TEST_F(Backend, GivesTheReferencesBitsOnManyStarts) {
    const auto reference = make_backend("reference", 1);
    const auto with = under_test(2);
    for (const setting& s : settings) expect_same(run(*with, s, 29, 11), run(*reference, s, 29, 11), s.game);
}

TEST_F(Backend, TakesStartsOneByOne) {
    const auto with = under_test(2);
    for (const setting& s : settings) expect_same(run(*with, s, 29, 11, true), run(*with, s, 29, 11), s.game);
}

TEST_F(Backend, ProofsChangeNoArrival) {
    const auto with = under_test(1);
    int escapes = 0;
    for (setting s : settings) {
        if (!s.proofs || s.labels_only) continue;
        const map_of proven = run(*with, s, 17, 13);
        s.proofs = false;
        const map_of plain = run(*with, s, 17, 13);
        for (std::size_t i = 0; i < plain.label.size(); ++i) {
            escapes += proven.label[i] == escaped ? 1 : 0;
            EXPECT_EQ(std::max<std::int16_t>(proven.label[i], -1), std::max<std::int16_t>(plain.label[i], -1))
                << i;
            if (plain.label[i] >= 0) {
                EXPECT_EQ(proven.iterations[i], plain.iterations[i]) << i;
            }
        }
    }
    EXPECT_GT(escapes, 0);
}

/// Of a start that is too far away from the first on, iterations are K, and nothing is computed.
TEST_F(Backend, CountsTheStepsThatItComputes) {
    const auto with = under_test(2);
    for (const setting& s : settings) {
        const map_of m = run(*with, s, 17, 13);
        const auto iterations = std::accumulate(m.iterations.begin(), m.iterations.end(), std::uint64_t{0});
        std::uint64_t most = iterations;
        for (std::size_t i = 16; i < m.label.size(); i += 17)  // x1 = 15 > 14.5 = far_high
            if (s.proofs && std::string_view(s.game) == "polynomial" && m.label[i] == not_arrived)
                most -= m.iterations[i];
        EXPECT_LE(m.steps, most) << s.game;
        EXPECT_EQ(m.steps == iterations, most == iterations) << s.game;
    }
}

TEST_F(Backend, GivesTheSameBitsForAnyNumberOfThreads) {
    const auto one = under_test(1);
    for (const int threads : {2, 3, 8}) {
        const auto with = under_test(threads);
        for (const setting& s : settings)
            expect_same(run(*with, s, 33, 9), run(*one, s, 33, 9), std::to_string(threads));
    }
}

TEST_F(Backend, GivesTheReferencesBitsWithNoise) {
    const auto reference = make_backend("reference", 1);
    const std::vector<std::pair<std::uint64_t, std::uint64_t>> sizes{{1, 1}, {5, 1}, {13, 11}};
    const auto one = under_test(1), three = under_test(3);
    for (const setting& s : noisy_settings)
        for (const auto& [columns, rows] : sizes) {
            const map_of wanted = run(*reference, s, columns, rows);
            const std::string about = std::string(s.game) + ", horizon " + std::to_string(s.steps);
            expect_same(run(*one, s, columns, rows), wanted, about);
            expect_same(run(*three, s, columns, rows), wanted, about);
            expect_same(run(*three, s, columns, rows, true), wanted, about);
        }
}

/// FNV-1a over the bytes of a map.
std::uint64_t digest(const map_of& m) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    const auto add = [&hash](const void* data, std::size_t size) {
        for (std::size_t i = 0; i < size; ++i)
            hash = (hash ^ static_cast<const unsigned char*>(data)[i]) * 0x100000001b3U;
    };
    add(m.label.data(), m.label.size() * sizeof(std::int16_t));
    add(m.iterations.data(), m.iterations.size() * sizeof(std::uint32_t));
    add(m.final_state.data(), m.final_state.size() * sizeof(double));
    return hash;
}

TEST_F(Backend, GivesTheSameBitsOnEveryArchitecture) {
    const std::vector<std::uint64_t> golden{
        0x085dd8ac31769281, 0xe6fe485f0a3e8d83, 0xa263b88924361d50, 0xccd639936c0279f6, 0x70c61d02e3adfbb8,
        0x70b1f05b8d088a8c, 0xb954dddda38d8e55, 0xd7445dbc284c92df, 0x79ed48912246987b, 0x7dda99f2c56ec5ce,
        0x0628616c3e7d1e7d, 0x487397f54f75e950, 0xb954dddda38d8e55, 0x57e9a3debc4e4d35, 0x21808411360ff6bc};
    ASSERT_EQ(golden.size(), settings.size());
    const auto with = under_test(2);
    for (std::size_t i = 0; i < settings.size(); ++i)
        EXPECT_EQ(digest(run(*with, settings[i], 13, 11)), golden[i]) << "setting " << i;
}

TEST_F(Backend, GivesTheSameBitsWithNoiseOnEveryArchitecture) {
    const std::vector<std::uint64_t> golden{0x7add9c1c78541328, 0x02e9aecab8a43fa8, 0x3370dea07b5ae719,
                                            0x576b047708cc73a1, 0xac633a85638b3df6, 0xcc1e0ff262dd7da9,
                                            0x355043f190e2dbbc, 0x0c0dd7d7e7d15f33, 0xae6ebe5917cc736f};
    ASSERT_EQ(golden.size(), noisy_settings.size());
    const auto with = under_test(2);
    for (std::size_t i = 0; i < noisy_settings.size(); ++i)
        EXPECT_EQ(digest(run(*with, noisy_settings[i], 13, 11)), golden[i]) << "setting " << i;
}

TEST(Backends, UnknownNamesAreRefused) {
    EXPECT_ANY_THROW(make_backend("gpu", 1));
    EXPECT_NO_THROW(make_backend("auto", 0));
    EXPECT_GE(available_threads(), 1);
}

}  // namespace
