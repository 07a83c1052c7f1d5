#pragma once

// Reading a map from its first row to its last, with what is around every cell: strips of columns, one after the other,
// and down each strip bands of rows. Labels of the rows that later ones have as neighbours stay in memory.

#include <cstdint>
#include <functional>
#include <vector>

#include "output/measures/map_cells.hpp"

namespace tauroa {

/// No measure looks further than this from a cell, in cells.
inline constexpr std::uint64_t largest_distance = 64;

/// How much of a map is read at once; whole chunks of the file.
struct reading_pace {
    std::uint64_t rows = 512, columns = 16384, columns_of_iterations = 2048;
};

/// Who wants to see the cells.
struct map_visitor {
    /// The core's cells; the view holds what is within `largest_distance` of them.
    std::function<void(const label_view& view, const cell_range& core)> neighbourhoods;
    /// So many cells beside each other.
    std::function<void(const std::int16_t*, const std::uint32_t* iterations, std::uint64_t cells)> iterations;
};

class map_walk {
  public:
    /// Of maps of rows x columns cells; `cells` is referred to, not copied.
    map_walk(std::uint64_t rows, std::uint64_t columns, const map_cells& cells, const reading_pace& pace)
        : rows_(rows), columns_(columns), cells_(&cells), pace_(pace) {}

    /// Shows one tau's cells to the visitor, every cell once, to those of its functions that it has.
    void show(std::size_t tau, const map_visitor& to);

  private:
    cell_range append(std::size_t tau, const cell_range& band);
    void show_iterations(std::size_t tau, const cell_range& band, const map_visitor& to);

    std::uint64_t rows_, columns_;
    const map_cells* cells_;
    reading_pace pace_;
    cell_range kept_;
    std::vector<std::int16_t> labels_;       ///< [kept rows, kept columns]
    std::vector<std::uint32_t> iterations_;  ///< of one piece of a band
};

}  // namespace tauroa
