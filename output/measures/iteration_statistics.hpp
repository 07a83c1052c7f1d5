#pragma once

// Mean and quantiles of the iterations of every basin. The quantile of p % of n values is the smallest value that p % of
// them do not exceed: the one of rank max(1, ceil(p n / 100)) in ascending order (R. J. Hyndman, Y. Fan, Sample quantiles
// in statistical packages, The American Statistician 50, 361, 1996, definition 1).
//
// Exact, for horizons up to 2^32 - 1 and any number of cells, in 16 MiB: values are counted in equal bins of [0, K]; for
// each rank the bin that holds it becomes the next interval to be cut into bins, until bins are single values. Up to
// K = 131 071 the first pass over the map is enough, up to 2^32 - 1 the second one (with up to 9 points that attract).

#include <array>
#include <cstdint>
#include <vector>

namespace tauroa {

inline constexpr std::array<int, 7> quantile_percent{0, 5, 25, 50, 75, 95, 100};

class iteration_statistics {
  public:
    /// Of the points that attract [point], for iterations up to `horizon`.
    iteration_statistics(const std::vector<std::uint8_t>& attracts, std::uint64_t horizon);

    /// Counts cells; those without such a label are passed over.
    void add(const std::int16_t* label, const std::uint32_t* iterations, std::uint64_t cells);

    /// Ends a pass over the map; whether all cells must be added once more.
    bool needs_another_pass();

    /// The mean; NaN where no cell has this label.
    [[nodiscard]] double mean(std::size_t point) const;
    /// The quantile of quantile_percent[i]; NaN where no cell has this label.
    [[nodiscard]] double quantile(std::size_t point, std::size_t i) const;

  private:
    /// A sum beyond 64 bits.
    struct wide_sum {
        std::uint64_t low = 0, high = 0;
        void add(std::uint64_t x) { high += (low += x) < x ? 1 : 0; }
    };
    /// The values [low, low + width) in bins of one point.
    struct table {
        std::uint64_t low;
        std::size_t first_bin;
    };
    /// The value of one rank among those that are at least `low`.
    struct search {
        std::uint64_t low = 0, rank = 0;
    };
    struct basin {
        std::uint64_t count = 0;
        wide_sum sum;
        std::vector<table> tables;
        std::array<search, quantile_percent.size()> ranks{};
    };

    void place_tables();
    void set_ranks(basin& b) const;
    void narrow(basin& b) const;

    std::vector<basin> basins_;  ///< [point]
    std::uint64_t width_;        ///< of the intervals that are cut
    unsigned shift_ = 0;         ///< bins are 2^shift_ wide
    bool first_pass_ = true;
    std::vector<std::uint64_t> bins_;
};

}  // namespace tauroa
