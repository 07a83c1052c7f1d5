#pragma once

// The cells of a map as its measures see them: read block by block from wherever they are kept, so that memory stays
// bounded whatever the map's size.

#include <cstdint>
#include <functional>

namespace tauroa {

/// Rows [row, row + rows) and columns [column, column + columns) of a map.
struct cell_range {
    std::uint64_t row = 0, rows = 0, column = 0, columns = 0;
    [[nodiscard]] std::uint64_t cells() const { return rows * columns; }
};

/// Reads a range of one tau's cells, row by row [rows, columns]; maps of one axis have one row.
struct map_cells {
    std::function<void(std::size_t tau, const cell_range&, std::int16_t*)> labels;
    std::function<void(std::size_t tau, const cell_range&, std::uint32_t*)> iterations;
};

/// Labels of a part of a map, kept in memory row by row.
struct label_view {
    const std::int16_t* first = nullptr;
    cell_range kept;

    /// The label of a cell that is kept, and of those that follow it in its row.
    [[nodiscard]] const std::int16_t* at(std::uint64_t row, std::uint64_t column) const {
        return first + (row - kept.row) * kept.columns + (column - kept.column);
    }
};

}  // namespace tauroa
