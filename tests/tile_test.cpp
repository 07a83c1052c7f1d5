// The bodies of the cuda backend's kernels as plain C++, one loop over slots in place of each launch; for sanitizers, too.
// And the moving together of live starts, by Thrust where it is found, against the plain way.

#include "kernels/dynamics_values.hpp"
#include "tests/tile_runs.hpp"

#ifdef TAUROA_TEST_THRUST
#include <thrust/execution_policy.h>

#include <numeric>
#include <random>

#include "kernels/compaction.hpp"
#include "kernels/tally.hpp"
#endif

namespace {

using namespace tile_runs;

/// Counting and moving by plain loops.
struct plain_moving {
    static std::uint32_t count_over(const live_starts& live) {
        std::uint32_t over = 0;
        for (std::uint32_t slot = 0; slot < live.count; ++slot) over += live.over[slot] != 0 ? 1 : 0;
        return over;
    }
    static void compact(const live_starts& from, live_starts& to, int n) {
        to.count = 0;
        for (std::uint32_t slot = 0; slot < from.count; ++slot) {
            if (from.over[slot] != 0) continue;
            for (std::uint64_t v = 0; v < static_cast<std::uint64_t>(n); ++v)
                to.x[v * to.capacity + to.count] = from.x[v * from.capacity + slot];
            to.index[to.count] = from.index[slot];
            if (to.last != nullptr) to.last[to.count] = from.last[slot];
            to.over[to.count++] = 0;
        }
    }
};

struct plain_loops : plain_moving {
    void lend(const tile_input& /*in*/, const output& /*out*/, const slots& /*one*/, const slots& /*other*/) {
    }
    template <game Game>
    void begin(const live_starts& live, const start_block& starts) {
        for (std::uint32_t slot = 0; slot < live.count; ++slot) begin_start<Game>(live, starts, slot);
    }
    template <update_order update, game Game>
    void advance(const live_starts& live, const dynamics<Game>& d, const arrival_rule& rule,
                 const results& to, step_range range) {
        for (std::uint32_t slot = 0; slot < live.count; ++slot)
            advance_start<update, Game>(live, d, rule, to, range, slot);
    }
    template <update_order update, game Game>
    void advance_noisy(const live_starts& live, const dynamics<Game>& d, const stochastic& with,
                       const arrival_rule& rule, const start_block& starts, const results& to,
                       step_range range) {
        for (std::uint32_t slot = 0; slot < live.count; ++slot)
            advance_noisy_start<update, Game>(live, d, with, rule, starts, to, range, slot);
    }
};

TEST(Tile, InPiecesIsThePlainLoop) {
    const auto machine = [](std::size_t /*setting*/, std::uint32_t /*count*/) { return plain_loops(); };
    for (int i = 0; i < tested_games::size; ++i)
        visit_game(tested_games{}, i, [&]<class Game>(std::type_identity<Game> /*game*/) {
            expect_the_plain_loops_bits<update_order::simultaneous, Game>(machine);
            expect_the_plain_loops_bits<update_order::alternating, Game>(machine);
        });
}

TEST(Tile, DynamicsOfAGameKnownByItsNumberOfParametersAreTheSameBytes) {
    for (int i = 0; i < tested_games::size; ++i)
        visit_game(tested_games{}, i, []<class Game>(std::type_identity<Game> /*game*/) {
            const std::vector<double> given{0.5, 0.25, 0.125, 0.0625};
            problem p;
            p.parameters = given.data();
            p.gamma = 0.1;
            p.tau = 3.0;
            const dynamics<Game> wanted = dynamics_of<Game>(p);
            const auto values = dynamics_values(p, parameter_count<Game>);
            ASSERT_EQ(values.size() * sizeof(double), sizeof wanted) << Game::name;
            EXPECT_EQ(std::memcmp(values.data(), &wanted, sizeof wanted), 0) << Game::name;
        });
}

#ifdef TAUROA_TEST_THRUST
/// Fills the slots in use with numbers all different, ended with this probability.
void fill(slots& s, double ended, std::mt19937& random) {
    for (std::size_t i = 0; i < s.x.size(); ++i) s.x[i] = static_cast<double>(i) + 0.5;
    for (std::uint32_t slot = 0; slot < s.live.count; ++slot) {
        s.index[slot] = 1000 + slot;
        s.over[slot] = std::bernoulli_distribution(ended)(random) ? 1 : 0;
    }
}

TEST(Tile, CountingAndMovingByThrustIsThePlainWay) {
    std::mt19937 random(1);
    constexpr int n = 3;
    for (const std::uint32_t count : {0U, 1U, 2U, 31U, 33U, 257U, 5000U})
        for (const double ended : {0.0, 0.1, 0.5, 0.95, 1.0})
            for (const std::uint64_t room : {0U, 3U}) {
                slots from(count + room, count, n), to(count + room, 0, n), wanted(count + room, 0, n);
                fill(from, ended, random);
                plain_moving::compact(from.live, wanted.live, n);
                choose_slots(thrust::seq, from.live, to.live);
                for (std::uint32_t slot = 0; slot < to.live.count; ++slot)
                    move_start(from.live, to.live, n, slot);
                EXPECT_EQ(count_over(thrust::seq, from.live), plain_moving::count_over(from.live));
                EXPECT_EQ(to.live.count, wanted.live.count);
                EXPECT_EQ(to.x, wanted.x);  // with the garbage behind
                EXPECT_EQ(to.index, wanted.index);
                EXPECT_EQ(to.over, wanted.over);
            }
}

TEST(Tile, CountingLabelsByThrustIsThePlainWay) {
    std::mt19937 random(1);
    constexpr int points = 5;
    for (const std::size_t count : {0U, 1U, 33U, 5000U}) {
        std::vector<std::int16_t> label(count);
        for (std::int16_t& l : label)
            l = static_cast<std::int16_t>(std::uniform_int_distribution(-3, points - 1)(random));
        std::vector<std::uint64_t> plain(points + outcomes_that_are_no_point, 7), by_thrust = plain;
        tally({label.data(), nullptr, nullptr, plain.data(), points}, count);
        add_to_tally({label.data(), nullptr, nullptr, by_thrust.data(), points}, [&](std::int16_t which) {
            return count_label(thrust::seq, label.data(), count, which);
        });
        EXPECT_EQ(plain, by_thrust);
        EXPECT_EQ(std::accumulate(plain.begin(), plain.end(), std::uint64_t{0}), count + 7 * plain.size());
    }
}
#endif

}  // namespace
