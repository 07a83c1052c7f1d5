// What threads do together, as the machinery in tests/ptx runs it: kernels of known result, in several orders of warps.
// TAUROA_PTX_LIBRARY: tests/ptx/probes.cu, translated.

#include <numeric>
#include <utility>
#include <vector>

#include "tests/ptx/probes.hpp"

namespace {

using namespace ptx;

constexpr unsigned some_seeds[]{1, 2, 3, 4, 5, 6, 7, 8};

/// The sums of `blocks` blocks of 128 numbers 1, 2, ...
std::vector<double> block_sums(const std::string& kernel, unsigned seed) {
    std::vector<double> value(3 * 128), sums(3);
    std::iota(value.begin(), value.end(), 1.0);
    memory buffers;
    buffers.lend("value", std::as_const(value));
    buffers.lend("sums", sums);
    launch_probe("block_sum<" + kernel + ">", row(3, 128, seed), buffers, sums.data(), value.data());
    return sums;
}

TEST(Probe, BlockSumsWithBarriers) {
    for (const unsigned seed : some_seeds)
        EXPECT_EQ(block_sums("true", seed), (std::vector<double>{8256.0, 24640.0, 41024.0})) << seed;
}

TEST(Probe, AMissingBarrierGivesWrongSumsForSomeOrder) {
    int wrong = 0;
    for (const unsigned seed : some_seeds)
        wrong += block_sums("false", seed) != block_sums("true", seed) ? 1 : 0;
    EXPECT_GT(wrong, 0);
}

TEST(Probe, LanesExchangeValues) {
    std::vector<int> value(192), scan(192), whole(192), eights(192), sum(192);
    for (int i = 0; i < 192; ++i) value[static_cast<std::size_t>(i)] = (7 * i) % 31 - 9;
    memory buffers;
    buffers.lend("value", std::as_const(value));
    for (auto* to : {&scan, &whole, &eights}) buffers.lend("to", *to);
    for (const unsigned seed : some_seeds) {
        launch_probe("warp_scan(", row(2, 96, seed), buffers, scan.data(), whole.data(), value.data());
        launch_probe("shuffles_of_eight(", row(2, 96, seed), buffers, eights.data(), value.data());
        for (std::size_t i = 0; i < 192; ++i) {
            sum[i] = value[i] + (i % 32 == 0 ? 0 : sum[i - 1]);
            EXPECT_EQ(scan[i], sum[i]) << i;
            EXPECT_EQ(whole[i], std::accumulate(&value[i / 32 * 32], &value[i / 32 * 32] + 32, 0)) << i;
            EXPECT_EQ(eights[i], 1000 * value[i / 8 * 8] + value[i % 8 < 6 ? i + 2 : i]) << i;
        }
    }
}

TEST(Probe, VotesOfWarpsAndBlocks) {
    for (const int step : {0, 1, 2}) {  // none odd, some, all
        std::vector<int> value(64);
        for (int i = 0; i < 64; ++i) value[static_cast<std::size_t>(i)] = step == 1 ? i * i / 3 : step / 2;
        std::vector<unsigned> to(64);
        memory buffers;
        buffers.lend("value", std::as_const(value));
        buffers.lend("to", to);
        launch_probe("votes(", row(1, 64), buffers, to.data(), value.data());
        const auto odd = [&](std::size_t i) { return static_cast<unsigned>(value[i] % 2); };
        unsigned count = 0, ballots[2] = {0, 0};
        for (std::size_t i = 0; i < 64; ++i) {
            count += odd(i);
            ballots[i / 32] |= odd(i) << i % 32;
        }
        const auto two = [](bool all, bool any) { return (all ? 2U : 0U) | (any ? 1U : 0U); };
        for (std::size_t i = 0; i < 64; ++i) {
            const unsigned ballot = ballots[i / 32], warp = two(ballot == ~0U, ballot != 0);
            EXPECT_EQ(to[i], ballot ^ (count << 8U | warp << 4U | two(count == 64, count > 0))) << i;
        }
    }
}

TEST(Probe, AtomicOperationsCount) {
    std::vector<int> value(257);
    std::iota(value.begin(), value.end(), 0);
    for (const unsigned seed : some_seeds) {
        std::vector<unsigned> counts(5);
        memory buffers;
        buffers.lend("value", std::as_const(value));
        buffers.lend("counts", counts);
        launch_probe("histogram(", row(6, 48, seed), buffers, counts.data(), value.data(), 257U);
        EXPECT_EQ(counts, (std::vector<unsigned>{52, 52, 51, 51, 51}));
    }
}

TEST(Probe, SharedMemorySizedAtLaunch) {
    std::vector<double> from(6 * 5), to(6 * 5);
    std::iota(from.begin(), from.end(), 0.0);
    memory buffers;
    buffers.lend("from", std::as_const(from));
    buffers.lend("to", to);
    const launch_shape on{{1, 1, 1}, {3, 5, 1}, 1, 6 * 5 * sizeof(double)};
    launch_probe("transpose(", on, buffers, to.data(), from.data());
    for (std::size_t y = 0; y < 5; ++y)
        for (std::size_t x = 0; x < 6; ++x) EXPECT_EQ(to[x * 5 + y], from[y * 6 + x]);
}

TEST(Probe, VariablesKeepTheirValuesAndHaveGenericAddresses) {
    const std::vector<double> table{1.5, -2.25, 1e300, 0x1p-1074};
    std::vector<double> to(8);
    std::vector<unsigned long long> seen(1);
    memory buffers;
    buffers.lend("to", to);
    buffers.lend("seen", seen);
    for (const bool from_shared : {false, true}) {
        launch_probe("variables(", row(2, 4), buffers, to.data(), seen.data(), from_shared);
        for (std::size_t i = 0; i < 8; ++i) EXPECT_EQ(to[i], (from_shared ? -1.0 : 1.0) * table[i % 4]);
    }
    EXPECT_EQ(seen[0], 40U + 16U);
}

}  // namespace
