#pragma once

// Basin entropy and boundary basin entropy (A. Daza, A. Wagemakers, B. Georgeot, D. Guery-Odelin, M. A. F. Sanjuan, Basin
// entropy: a new tool to analyze uncertainty in dynamical systems, Scientific Reports 6, 31416, 2016). The map is cut
// into boxes of 5 x 5 starts; p_i is the share of outcome i among the 25 starts of a box:
//     S = sum over outcomes i of -p_i ln p_i,
//     S_b = mean of S over all boxes,    S_bb = mean of S over the boxes with more than one outcome.
// S_bb > ln 2 is sufficient for a fractal boundary (their ln 2 criterion), as long as boxes in which three basins meet at
// a single point are few. Boxes that stick out of the map are left out.
//
// Each S is a sum of terms of n = 25 p_i alone, so that counting how often every n occurs is enough: sums are exact
// whatever the order in which the boxes come.

#include <array>
#include <cstdint>

#include "output/measures/map_cells.hpp"

namespace tauroa {

inline constexpr std::uint64_t entropy_box_edge = 5;

class basin_entropy {
  public:
    /// Of a map of rows x columns starts.
    basin_entropy(std::uint64_t rows, std::uint64_t columns)
        : box_rows_(rows / entropy_box_edge), box_columns_(columns / entropy_box_edge) {}

    /// Counts the boxes whose first cell is in `core`; the view must hold all of their cells.
    void add(const label_view& view, const cell_range& core);

    [[nodiscard]] std::uint64_t boxes() const { return box_rows_ * box_columns_; }
    [[nodiscard]] std::uint64_t boundary_boxes() const { return boundary_boxes_; }
    /// S_b; NaN for a map without boxes.
    [[nodiscard]] double of_all() const;
    /// S_bb; NaN where every box has one outcome.
    [[nodiscard]] double of_boundary() const;

  private:
    static constexpr std::size_t box_cells = entropy_box_edge * entropy_box_edge;
    void add_box(const label_view& view, std::uint64_t row, std::uint64_t column);
    [[nodiscard]] double sum() const;

    std::uint64_t box_rows_, box_columns_, boundary_boxes_ = 0;
    std::array<std::uint64_t, box_cells> outcomes_with_{};  ///< [n]: outcomes with n starts of a box
};

}  // namespace tauroa
