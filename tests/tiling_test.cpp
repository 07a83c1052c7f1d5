// The cutting of maps: strips cover every cell once; ranges that are handed out are rectangles of the file's chunks; parts share
// the strips.

#include "host/tiling.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>

#include "host/work_list.hpp"
#include "kernels/problem.hpp"

namespace {

using namespace tauroa;

struct map_size {
    std::uint64_t taus, rows, columns;
};

std::vector<map_size> sizes() {
    std::vector<map_size> all{{1, 1, 1},      {3, 1, 5000}, {2, 200, 200},   {4, 512, 512}, {1, 513, 511},
                              {1000, 20, 30}, {2, 1100, 3}, {1, 2000, 1600}, {300, 1, 1}};
    std::mt19937 random(1);
    for (int i = 0; i < 40; ++i) all.push_back({1 + random() % 5, 1 + random() % 1500, 1 + random() % 1500});
    return all;
}

/// How often each cell is in the rectangles that ranges of at most `most` strips make.
void expect_every_cell_once(const map_size& size, const tiling& cut, std::uint64_t most) {
    std::vector<int> seen(size.taus * size.rows * size.columns);
    for (std::uint64_t next = 0; next < cut.strips();) {
        const strip_range range = cut.together(next, most);
        const cell_block at = cut.cells(range);
        ASSERT_TRUE(range.first == next && range.count >= 1 && range.count <= most);
        for (std::uint64_t r = at.row; r < at.row + at.rows; ++r)
            for (std::uint64_t c = at.column; c < at.column + at.columns; ++c)
                ++seen.at((at.layer * size.rows + r) * size.columns + c);
        next = range.end();
    }
    EXPECT_EQ(std::count(seen.begin(), seen.end(), 1), static_cast<std::ptrdiff_t>(seen.size()))
        << size.taus << " x " << size.rows << " x " << size.columns << ", at most " << most;
}

TEST(Tiling, StripsCoverEveryCellOnce) {
    for (const map_size& size : sizes()) {
        const tiling cut(size.taus, size.rows, size.columns);
        for (const std::uint64_t most : {std::uint64_t{1}, std::uint64_t{3}, std::uint64_t{40}, cut.strips()})
            expect_every_cell_once(size, cut, most);
    }
}

TEST(Tiling, RangesAreRowsOfOneChunkOrWholeChunks) {
    for (const map_size& size : sizes()) {
        const tiling cut(size.taus, size.rows, size.columns);
        for (const std::uint64_t most : {std::uint64_t{1}, std::uint64_t{7}, cut.strips()})
            for (std::uint64_t next = 0; next < cut.strips(); next = cut.together(next, most).end()) {
                const cell_block at = cut.cells(cut.together(next, most));
                const std::uint64_t top = std::min(at.row / block_edge * block_edge + block_edge, size.rows);
                EXPECT_EQ(at.column % block_edge, 0U);
                EXPECT_TRUE(at.columns % block_edge == 0 || at.column + at.columns == size.columns);
                EXPECT_LE(at.row + at.rows, top);
                EXPECT_TRUE(at.columns <= block_edge ||
                            (at.row % block_edge == 0 && at.row + at.rows == top));
                EXPECT_LE(at.cells(), std::uint64_t{1} << 20U);
            }
    }
}

TEST(Tiling, SmallMapsAreCutFinely) {
    EXPECT_GE(tiling(1, 1000, 1000).strips(), 100U);
    EXPECT_GE(tiling(4, 200, 200).strips(), 100U);
    EXPECT_EQ(tiling(4, 16384, 16384).strips(), 4096U);
}

std::vector<bool> random_flags(std::uint64_t size, double share, std::mt19937& random) {
    std::vector<bool> flags(size);
    for (std::uint64_t i = 0; i < size; ++i) flags[i] = std::bernoulli_distribution(share)(random);
    return flags;
}

TEST(WorkList, HandsOutWhatIsWantedOnce) {
    std::mt19937 random(2);
    for (const double share : {0.0, 0.1, 0.5, 0.95, 1.0}) {
        const tiling cut(3, 700, 900);
        const std::vector<bool> wanted = random_flags(cut.strips(), share, random);
        work_list list(cut, wanted);
        const std::uint64_t all = list.left();
        std::vector<bool> given(cut.strips());
        std::uint64_t starts = 0, taken = 0;
        while (const auto range = list.take(1 + random() % 50)) {
            for (std::uint64_t i = range->first; i < range->end(); ++i) {
                EXPECT_FALSE(given[i]);
                given[i] = true;
            }
            starts += cut.cells(*range).cells();
            taken += range->count;
        }
        EXPECT_EQ(given, wanted);
        EXPECT_EQ(starts, list.starts());
        EXPECT_EQ(taken, all);
        EXPECT_EQ(list.left(), 0U);
    }
}

TEST(Shard, EveryStripBelongsToOnePart) {
    for (const std::uint64_t strips : {1U, 7U, 1000U, 4096U})
        for (const std::uint64_t parts : {1U, 2U, 5U, 64U}) {
            std::map<std::uint64_t, std::uint64_t> sizes;
            for (std::uint64_t s = 0; s < strips; ++s) {
                int owners = 0;
                for (std::uint64_t i = 1; i <= parts; ++i)
                    if (belongs_to({i, parts}, s, strips)) {
                        ++owners;
                        ++sizes[i];
                    }
                ASSERT_EQ(owners, 1);
            }
            if (strips < 1000) continue;
            const auto fair = static_cast<double>(strips) / static_cast<double>(parts);
            for (std::uint64_t i = 1; i <= parts; ++i)
                EXPECT_NEAR(static_cast<double>(sizes[i]), fair, 0.1 * fair + 2.0);
        }
}

}  // namespace
