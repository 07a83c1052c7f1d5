#include "output/measures/basin_entropy.hpp"

#include <algorithm>
#include <limits>

#include "kernels/logarithm.hpp"

namespace tauroa {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// The boxes [first, last) of `count` along one side whose first cell lies in [begin, begin + cells).
struct box_range {
    std::uint64_t first, last;
    box_range(std::uint64_t begin, std::uint64_t cells, std::uint64_t count)
        : first((begin + entropy_box_edge - 1) / entropy_box_edge),
          last(std::min(count, (begin + cells + entropy_box_edge - 1) / entropy_box_edge)) {}
};

}  // namespace

void basin_entropy::add(const label_view& view, const cell_range& core) {
    const box_range up(core.row, core.rows, box_rows_), across(core.column, core.columns, box_columns_);
    for (std::uint64_t b = up.first; b < up.last; ++b)
        for (std::uint64_t a = across.first; a < across.last; ++a)
            add_box(view, b * entropy_box_edge, a * entropy_box_edge);
}

void basin_entropy::add_box(const label_view& view, std::uint64_t row, std::uint64_t column) {
    const std::int16_t corner = *view.at(row, column);
    int different = 0;
    for (std::uint64_t r = 0; r < entropy_box_edge; ++r) {
        const std::int16_t* cell = view.at(row + r, column);
        for (std::uint64_t c = 0; c < entropy_box_edge; ++c) different |= cell[c] ^ corner;
    }
    if (different == 0) return;
    ++boundary_boxes_;
    std::array<std::int16_t, box_cells> labels{};
    for (std::uint64_t r = 0; r < entropy_box_edge; ++r)
        std::copy_n(view.at(row + r, column), entropy_box_edge, labels.data() + r * entropy_box_edge);
    std::sort(labels.begin(), labels.end());
    for (const auto* at = labels.cbegin(); at != labels.cend();) {
        const auto* const next = std::upper_bound(at, labels.cend(), *at);
        ++outcomes_with_[static_cast<std::size_t>(next - at)];
        at = next;
    }
}

double basin_entropy::sum() const {
    double total = 0.0;
    for (std::size_t n = 1; n < box_cells; ++n) {
        const double p = static_cast<double>(n) / static_cast<double>(box_cells);
        total -= static_cast<double>(outcomes_with_[n]) * p * portable_log(p);
    }
    return total;
}

double basin_entropy::of_all() const { return boxes() == 0 ? nan : sum() / static_cast<double>(boxes()); }

double basin_entropy::of_boundary() const {
    return boundary_boxes_ == 0 ? nan : sum() / static_cast<double>(boundary_boxes_);
}

}  // namespace tauroa
