#include "output/measures/map_walk.hpp"

#include <algorithm>

namespace tauroa {
namespace {

/// Calls f(first, count) for consecutive parts of [0, total).
template <class F>
void in_parts(std::uint64_t total, std::uint64_t most, F f) {
    for (std::uint64_t first = 0; first < total; first += most) f(first, std::min(most, total - first));
}

/// The place `largest_distance` before this one, not before the first.
std::uint64_t before(std::uint64_t place) { return place - std::min(place, largest_distance); }

}  // namespace

void map_walk::show(std::size_t tau, const map_visitor& to) {
    in_parts(columns_, pace_.columns, [&](std::uint64_t column, std::uint64_t columns) {
        const std::uint64_t first = before(column);
        const std::uint64_t end = std::min(columns_, column + columns + largest_distance);
        kept_ = {0, 0, first, end - first};
        labels_.clear();
        labels_.reserve(kept_.columns * std::min(rows_, pace_.rows + 2 * largest_distance));
        in_parts(rows_, pace_.rows, [&](std::uint64_t row, std::uint64_t rows) {
            const cell_range band{row, rows, column, columns};
            const cell_range core = append(tau, band);
            if (to.neighbourhoods) to.neighbourhoods({labels_.data(), kept_}, core);
            if (to.iterations) show_iterations(tau, band, to);
        });
    });
}

/// Reads the labels of more rows, and drops those that no row to come has as a neighbour. Returns the cells whose
/// neighbours are all there now and were not before.
cell_range map_walk::append(std::size_t tau, const cell_range& band) {
    const std::uint64_t first = before(band.row), end = band.row + band.rows;
    const std::uint64_t first_kept = before(first);
    const std::uint64_t dropped = (first_kept - kept_.row) * kept_.columns;
    labels_.erase(labels_.begin(), labels_.begin() + static_cast<std::ptrdiff_t>(dropped));
    kept_ = {first_kept, end - first_kept, kept_.column, kept_.columns};
    labels_.resize(kept_.cells());
    cells_->labels(tau, {band.row, band.rows, kept_.column, kept_.columns},
                   labels_.data() + (band.row - first_kept) * kept_.columns);
    return {first, (end == rows_ ? end : before(end)) - first, band.column, band.columns};
}

void map_walk::show_iterations(std::size_t tau, const cell_range& band, const map_visitor& to) {
    const label_view view{labels_.data(), kept_};
    in_parts(band.columns, pace_.columns_of_iterations, [&](std::uint64_t first, std::uint64_t columns) {
        const cell_range piece{band.row, band.rows, band.column + first, columns};
        iterations_.resize(piece.cells());
        cells_->iterations(tau, piece, iterations_.data());
        for (std::uint64_t r = 0; r < piece.rows; ++r)
            to.iterations(view.at(piece.row + r, piece.column), iterations_.data() + r * columns, columns);
    });
}

}  // namespace tauroa
