#pragma once

// The computing of a map: the request's starts, cut into tiles, one tau after the other, through a backend.
// Whoever wants the labels (a file) is given them tile by tile, so that memory stays bounded whatever the
// grid's size.

#include <functional>
#include <memory>

#include "host/certificates.hpp"
#include "host/request.hpp"
#include "host/theory.hpp"
#include "kernels/backend.hpp"
#include "kernels/tally.hpp"

namespace tauroa {

/// A map about to be computed: what the request means in numbers.
struct sweep_plan {
    map_request request;
    std::unique_ptr<game_model> game;
    std::vector<equilibrium> points;               ///< label j is points[j]
    std::vector<std::vector<equilibrium_at>> at;   ///< [tau][point]
    std::vector<certificates> proven;              ///< [tau]
    std::vector<std::vector<double>> coordinates;  ///< one per axis
    std::vector<double> base;                      ///< [n]: the fixed variables' values, 0 for the axes'

    [[nodiscard]] std::uint64_t columns() const { return coordinates[0].size(); }
    [[nodiscard]] std::uint64_t rows() const { return coordinates.size() > 1 ? coordinates[1].size() : 1; }
    [[nodiscard]] std::uint64_t starts() const { return columns() * rows() * request.tau.size(); }
};

/// Completes the request, finds its critical points and proves what can be proven. Throws user_error as `completed`
/// does.
sweep_plan plan_of(map_request request);

/// Finished cells: rows [row, row + rows), columns [column, column + columns) of one tau's map, row by row.
struct tile {
    std::size_t tau;
    std::uint64_t row, rows, column, columns;
    std::vector<std::int16_t> label;
    std::vector<std::uint32_t> iterations;
    std::vector<double> final_state;   ///< [cells][n], empty where it was not asked for
    std::vector<std::uint64_t> tally;  ///< [points + 3]: how many cells have each label (kernels/tally.hpp)
};

/// Tiles are whole chunks of the file, several beside each other.
inline constexpr std::uint64_t tile_rows = block_edge;
inline constexpr std::uint64_t tile_columns = 4 * block_edge;

/// Computes every tile, in order, and hands it to `sink`.
void run_sweep(const sweep_plan& plan, backend& with, progress& done,
               const std::function<void(const tile&)>& sink);

}  // namespace tauroa
