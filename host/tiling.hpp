#pragma once

// How a sweep is cut into pieces of work. A layer is one plane of labels: a tau, or, with noise, a tau and a repeat, tau by
// tau. The file's maps are stored in chunks of 512 x 512 cells; a strip is some whole
// rows of one chunk. Strips are numbered layer by layer, chunk by chunk (across first), row by row. Their size follows from the
// map's alone, so that journals of any run of the same request fit together.

#include <cstdint>

namespace tauroa {

/// Cells [row, row + rows) x [column, column + columns) of one layer.
struct cell_block {
    std::uint64_t layer = 0, row = 0, rows = 0, column = 0, columns = 0;
    [[nodiscard]] std::uint64_t cells() const { return rows * columns; }
};

/// Strips [first, first + count).
struct strip_range {
    std::uint64_t first = 0, count = 0;
    [[nodiscard]] std::uint64_t end() const { return first + count; }
};

class tiling {
  public:
    /// Each at least 1.
    tiling(std::uint64_t layers, std::uint64_t rows, std::uint64_t columns);

    [[nodiscard]] std::uint64_t strips() const { return layers_ * strips_per_layer_; }

    /// The longest range from `first` on, of at most `most` (>= 1) strips, that is one rectangle: strips of one chunk, or
    /// whole chunks side by side, of at most 2^20 cells where these are several.
    [[nodiscard]] strip_range together(std::uint64_t first, std::uint64_t most) const;

    /// The rectangle that such a range makes.
    [[nodiscard]] cell_block cells(strip_range strips) const;

    /// The strips of the chunk that holds this strip.
    [[nodiscard]] strip_range chunk_of(std::uint64_t strip) const;

  private:
    struct place {
        std::uint64_t layer, chunk_row, chunk_column, strip;  ///< strip: within its chunk
    };
    [[nodiscard]] std::uint64_t rows_of_strips() const;
    [[nodiscard]] place place_of(std::uint64_t strip) const;
    [[nodiscard]] std::uint64_t rows_in(std::uint64_t chunk_row) const;
    [[nodiscard]] std::uint64_t strips_in(std::uint64_t chunk_row) const;

    std::uint64_t layers_, rows_, columns_;
    std::uint64_t chunk_rows_, chunk_columns_;  ///< chunks up and across
    std::uint64_t strip_rows_;                  ///< rows of a strip; the last of a chunk may have fewer
    std::uint64_t strips_per_layer_;
};

}  // namespace tauroa
