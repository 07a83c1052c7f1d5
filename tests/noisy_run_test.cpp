// Runs of stochastic tau-GDA: eq. 26 and the rule of kernels/noisy_run.hpp, written once more the plain way, and what the
// rule says of noise that is absent, moderate and huge.

#include "kernels/noisy_run.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>
#include <vector>

#include "kernels/backend.hpp"
#include "tests/game_index.hpp"
#include "tests/plain_loop.hpp"
#include "tests/random123.hpp"

namespace {

using namespace tauroa;

/// A map of torus or polynomial on a 13 x 11 grid that is a part of a larger one.
struct map_of {
    static constexpr std::uint64_t columns = 13, rows = 11, first = 1000, row_length = 50;
    std::vector<double> across, up, base{0.0, 0.0}, location;
    std::vector<std::int16_t> label{1, 4};
    problem asked;

    map_of(bool torus, update_order update, double tolerance, std::uint32_t steps) {
        const double half = torus ? 3.0 : 14.0;
        for (std::uint64_t i = 0; i < columns; ++i)
            across.push_back(half * (static_cast<double>(i) / 6.0 - 1.0));
        for (std::uint64_t i = 0; i < rows; ++i) up.push_back(half * (static_cast<double>(i) / 5.0 - 1.0));
        location = torus ? std::vector{0.0, 0.0, std::numbers::pi, std::numbers::pi}
                         : std::vector{-11.029739, -11.029739, 10.572164, -8.951739};
        asked = {&built_in_runs(game_index(torus ? "torus" : "polynomial")),
                 nullptr,
                 update,
                 torus ? 0.04 : 1e-3,
                 3.0,
                 steps,
                 tolerance,
                 {location.data(), label.data(), 2}};
    }

    [[nodiscard]] start_block starts() const {
        start_block s{base.data(), 2, 0, 1, across.data(), up.data(), columns, 0, columns * rows};
        s.number = first;
        s.row_length = row_length;
        return s;
    }
};

struct result {
    std::vector<std::int16_t> label;
    std::vector<std::uint32_t> iterations;
    std::vector<double> final_state;
};

result run(const problem& p, const start_block& starts) {
    result r{std::vector<std::int16_t>(starts.count), std::vector<std::uint32_t>(starts.count),
             std::vector<double>(2 * starts.count)};
    progress done;
    make_backend("reference", 1)
        ->run(p, starts, {r.label.data(), r.iterations.data(), r.final_state.data()}, done);
    return r;
}

/// Eq. 26 and the rule, once more.
template <class Game>
plain::ending expected(std::vector<double>& x, const problem& p, std::uint64_t number) {
    std::int16_t at = not_arrived;
    std::uint32_t since = 0;
    for (std::uint32_t k = 0;; ++k) {
        const std::int16_t now = plain::label_at<Game>(x, p);
        if (now == diverged) return {diverged, k};
        if (now != at) since = k;
        at = now;
        if (k == p.steps) return {at, at == not_arrived ? k : since};
        const double rate = p.gamma / std::pow(static_cast<double>(k) + 1.0, p.disturbance->decay);
        const auto z = normals_at<philox_library, double>(number, k, 0, *p.disturbance);
        const double w1 = p.disturbance->sigma * z.first, w2 = p.disturbance->sigma * z.second;
        const auto g = plain::slope<Game>(x, p);
        x[0] = plain::wrapped<Game>(x[0] - rate * (g[0] + w1), 0);
        const auto h = p.update == update_order::alternating ? plain::slope<Game>(x, p) : g;
        x[1] = plain::wrapped<Game>(x[1] - rate * (p.tau * h[1] + w2), 1);
    }
}

template <class Game>
void compare_with_plain(bool torus, update_order update, const noise& of, double tolerance) {
    map_of m(torus, update, tolerance, 600);
    m.asked.disturbance = &of;
    const result found = run(m.asked, m.starts());
    std::set<std::int16_t> labels;
    int same = 0;
    for (std::uint64_t i = 0; i < m.starts().count; ++i) {
        std::vector<double> x{m.across[i % map_of::columns], m.up[i / map_of::columns]};
        const auto wanted = expected<Game>(
            x, m.asked, map_of::first + i / map_of::columns * map_of::row_length + i % map_of::columns);
        EXPECT_NEAR(plain::wrapped<Game>(found.final_state[2 * i] - x[0], 0), 0.0, 1e-7) << i;
        EXPECT_NEAR(plain::wrapped<Game>(found.final_state[2 * i + 1] - x[1], 1), 0.0, 1e-7) << i;
        EXPECT_EQ(found.label[i], wanted.label) << i;
        same += found.iterations[i] == wanted.iterations ? 1 : 0;
        labels.insert(wanted.label);
    }
    EXPECT_EQ(same, static_cast<int>(m.starts().count));
    EXPECT_GE(labels.size(), 3U);  // or the comparison shows little
}

TEST(NoisyRun, IsEquation26) {
    for (const update_order update : {update_order::simultaneous, update_order::alternating}) {
        compare_with_plain<games::torus>(true, update, {0.5, 0.0, 3, 2}, 0.15);
        compare_with_plain<games::torus>(true, update, {2.0, 0.25, 4, 0}, 0.3);
        compare_with_plain<games::polynomial>(false, update, {30.0, 0.0, 5, 1}, 1.5);
    }
}

/// With sigma = 0 and beta = 0 x_K is that of the update without noise, which a run without arrivals goes to.
TEST(NoisyRun, WithoutNoiseIsTheUpdateToTheBit) {
    for (const bool torus : {true, false}) {
        for (const update_order update : {update_order::simultaneous, update_order::alternating}) {
            map_of m(torus, update, torus ? 0.05 : 0.3, 4000);
            const noise none{0.0, 0.0, 9, 3};
            const result stopped = run(m.asked, m.starts());
            problem without = m.asked;
            without.points.count = 0;
            const result to_the_end = run(without, m.starts());
            m.asked.disturbance = &none;
            const result found = run(m.asked, m.starts());
            EXPECT_EQ(found.final_state, to_the_end.final_state);
            EXPECT_EQ(found.label, stopped.label);
            EXPECT_GT(std::count(found.label.begin(), found.label.end(), not_arrived), 0);
            EXPECT_GT(std::count(found.label.begin(), found.label.end(), 1), 5);
            for (std::size_t i = 0; i < found.label.size(); ++i)
                EXPECT_GE(found.iterations[i], stopped.iterations[i]);
        }
    }
}

/// A run that leaves a point again has not arrived there, or later.
TEST(NoisyRun, CountsTheLastStay) {
    map_of m(true, update_order::alternating, 0.3, 2000);
    const noise strong{0.6, 0.0, 1, 0};
    m.asked.disturbance = &strong;
    const result at_2000 = run(m.asked, m.starts());
    m.asked.steps = 1900;
    const result at_1900 = run(m.asked, m.starts());
    int left = 0, stayed = 0;
    for (std::size_t i = 0; i < at_2000.label.size(); ++i) {
        if (at_1900.label[i] < 0) continue;
        const bool same =
            at_2000.label[i] == at_1900.label[i] && at_2000.iterations[i] == at_1900.iterations[i];
        (same ? stayed : left) += 1;
        EXPECT_TRUE(same || at_2000.iterations[i] > 1900 || at_2000.label[i] == not_arrived) << i;
    }
    EXPECT_GT(left, 5);
    EXPECT_GT(stayed, 5);
}

TEST(NoisyRun, EndsWhereItDiverges) {
    map_of m(false, update_order::simultaneous, 1e-3, 50);
    const noise huge{1e15, 0.0, 1, 0};
    m.asked.disturbance = &huge;
    const result found = run(m.asked, m.starts());
    for (std::size_t i = 0; i < found.label.size(); ++i) {
        EXPECT_EQ(found.label[i], diverged);
        EXPECT_GT(found.iterations[i], 0U);
        EXPECT_LT(found.iterations[i], 50U);
    }
}

}  // namespace
