#include "host/tiling.hpp"

#include <algorithm>

#include "kernels/problem.hpp"

namespace tauroa {
namespace {

/// Enough that the slowest of some hundred workers holds up no one: a large map's chunks suffice, a small map's are cut.
constexpr std::uint64_t wanted_strips = 4096, most_in_a_chunk = 128;
constexpr std::uint64_t least_cells = 256;                     // of a strip, but for those at the edges
constexpr std::uint64_t most_cells = std::uint64_t{1} << 20U;  // of several chunks computed together

std::uint64_t divided_up(std::uint64_t a, std::uint64_t b) { return (a + b - 1) / b; }

}  // namespace

tiling::tiling(std::uint64_t layers, std::uint64_t rows, std::uint64_t columns)
    : layers_(layers),
      rows_(rows),
      columns_(columns),
      chunk_rows_(divided_up(rows, block_edge)),
      chunk_columns_(divided_up(columns, block_edge)),
      strip_rows_(rows_of_strips()),
      strips_per_layer_(chunk_columns_ * ((chunk_rows_ - 1) * strips_in(0) + strips_in(chunk_rows_ - 1))) {}

std::uint64_t tiling::rows_of_strips() const {
    const std::uint64_t in_each = std::clamp<std::uint64_t>(
        divided_up(wanted_strips, layers_ * chunk_rows_ * chunk_columns_), 1, most_in_a_chunk);
    return std::max(divided_up(rows_in(0), in_each), divided_up(least_cells, std::min(columns_, block_edge)));
}

std::uint64_t tiling::rows_in(std::uint64_t chunk_row) const {
    return std::min(block_edge, rows_ - chunk_row * block_edge);
}

std::uint64_t tiling::strips_in(std::uint64_t chunk_row) const {
    return divided_up(rows_in(chunk_row), strip_rows_);
}

tiling::place tiling::place_of(std::uint64_t strip) const {
    const std::uint64_t in_map = strip % strips_per_layer_, in_full_row = chunk_columns_ * strips_in(0);
    const std::uint64_t chunk_row = std::min(in_map / in_full_row, chunk_rows_ - 1);
    const std::uint64_t in_row = in_map - chunk_row * in_full_row, in_chunk = strips_in(chunk_row);
    return {strip / strips_per_layer_, chunk_row, in_row / in_chunk, in_row % in_chunk};
}

strip_range tiling::chunk_of(std::uint64_t strip) const {
    const place at = place_of(strip);
    return {strip - at.strip, strips_in(at.chunk_row)};
}

strip_range tiling::together(std::uint64_t first, std::uint64_t most) const {
    const place at = place_of(first);
    const std::uint64_t in_chunk = strips_in(at.chunk_row);
    if (at.strip != 0 || most < in_chunk) return {first, std::min(most, in_chunk - at.strip)};
    const std::uint64_t fitting =
        std::max<std::uint64_t>(1, most_cells / (rows_in(at.chunk_row) * block_edge));
    return {first, in_chunk * std::min({most / in_chunk, fitting, chunk_columns_ - at.chunk_column})};
}

cell_block tiling::cells(strip_range strips) const {
    const place at = place_of(strips.first);
    const std::uint64_t in_chunk = strips_in(at.chunk_row);
    const std::uint64_t chunks = divided_up(strips.count, in_chunk);
    const std::uint64_t from = at.strip * strip_rows_;
    const std::uint64_t until = chunks > 1
                                    ? rows_in(at.chunk_row)
                                    : std::min(rows_in(at.chunk_row), from + strips.count * strip_rows_);
    const std::uint64_t column = at.chunk_column * block_edge;
    return {at.layer, at.chunk_row * block_edge + from, until - from, column,
            std::min(chunks * block_edge, columns_ - column)};
}

}  // namespace tauroa
