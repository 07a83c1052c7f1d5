#pragma once

// Maps of any labels, kept in memory, for tests of their measures.

#include <algorithm>
#include <cmath>
#include <functional>

#include "host/grid.hpp"
#include "output/measures/map_measures.hpp"

namespace tauroa::measured_maps {

struct drawn_map {
    map_description about;
    std::vector<std::int16_t> label;        ///< [tau, row, column]
    std::vector<std::uint32_t> iterations;  ///< the same
    mutable std::uint64_t labels_read = 0, iterations_read = 0;

    template <class T>
    void read(const std::vector<T>& from, std::size_t tau, const cell_range& r, T* to) const {
        for (std::uint64_t row = r.row; row < r.row + r.rows; ++row) {
            const std::uint64_t first = (tau * about.rows() + row) * about.columns() + r.column;
            to = std::copy_n(from.begin() + static_cast<std::ptrdiff_t>(first), r.columns, to);
        }
    }

    map_measures measures(const reading_pace& pace = {}) const {
        const map_cells cells{[this](std::size_t tau, const cell_range& r, std::int16_t* to) {
                                  labels_read += r.cells();
                                  read(label, tau, r, to);
                              },
                              [this](std::size_t tau, const cell_range& r, std::uint32_t* to) {
                                  iterations_read += r.cells();
                                  read(iterations, tau, r, to);
                              }};
        return measures_of(about, cells, pace);
    }
};

/// One tau, variables x (across, on [-1, 1]) and, for rows > 1, y (up, on [-1, 1]); `points` critical points at the
/// origin that attract; labels by column and row; no iterations.
inline drawn_map drawn(std::uint64_t columns, std::uint64_t rows,
                       const std::function<int(std::uint64_t, std::uint64_t)>& label,
                       std::size_t points = 2) {
    drawn_map m;
    m.about.variables = {"x", "y"};
    m.about.period = m.about.base = {0.0, 0.0};
    m.about.axes = {{"x", linspace(-1.0, 1.0, columns)}};
    if (rows > 1) m.about.axes.push_back({"y", linspace(-1.0, 1.0, rows)});
    m.about.tau = {1.0};
    m.about.equilibria.location.assign(2 * points, 0.0);
    m.about.equilibria.kind.assign(points, 0);
    m.about.equilibria.attracts.assign(points, 1);
    for (std::uint64_t row = 0; row < rows; ++row)
        for (std::uint64_t column = 0; column < columns; ++column)
            m.label.push_back(static_cast<std::int16_t>(label(column, row)));
    m.iterations.assign(m.label.size(), 0);
    return m;
}

}  // namespace tauroa::measured_maps
