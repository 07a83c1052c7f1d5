#pragma once

// The computing of a map: the request's starts, cut into tiles (host/tiling.hpp), through a backend. Whoever wants the
// labels (a file) is given them tile by tile, so that memory stays bounded whatever the grid's size.

#include <functional>
#include <memory>

#include "host/certificates.hpp"
#include "host/request.hpp"
#include "host/theory.hpp"
#include "host/tiling.hpp"
#include "kernels/backend.hpp"
#include "kernels/tally.hpp"

namespace tauroa {

/// A map about to be computed: what the request means in numbers.
struct sweep_plan {
    map_request request;
    std::unique_ptr<game_model> game;
    std::vector<equilibrium> points;  ///< label j is points[j]
    std::vector<std::vector<equilibrium_at>>
        at;                            ///< [tau][point], at the last step's learning rate where it decays
    std::vector<certificates> proven;  ///< [tau]
    std::vector<std::vector<double>> coordinates;  ///< one per axis
    std::vector<double> base;                      ///< [n]: the fixed variables' values, 0 for the axes'
    std::optional<sample_box> box;                 ///< of a sample, which is one row of starts

    [[nodiscard]] std::uint64_t columns() const {
        return request.sample ? request.sample->count : coordinates[0].size();
    }
    [[nodiscard]] std::uint64_t rows() const { return coordinates.size() > 1 ? coordinates[1].size() : 1; }
    [[nodiscard]] std::uint64_t repeats() const { return request.noise ? request.noise->repeats : 1; }
    /// Planes of labels: layer / repeats() is the tau, layer % repeats() the repeat.
    [[nodiscard]] std::uint64_t layers() const { return request.tau.size() * repeats(); }
    [[nodiscard]] std::uint64_t starts() const { return columns() * rows() * layers(); }
};

/// Completes the request and finds its critical points; proves nothing yet. Throws user_error as `completed` does.
sweep_plan draft_of(map_request request);

/// Proves what can be proven of the draft, one tau after the other; told to stop it returns early, with fewer taus
/// proven.
void prove(sweep_plan& draft, const progress& told);

/// Both.
sweep_plan plan_of(map_request request);

/// Finished cells of one layer, row by row.
struct tile {
    cell_block at;
    std::vector<std::int16_t> label;
    std::vector<std::uint32_t> iterations;
    std::vector<double> final_state;   ///< [cells][n], empty where it was not asked for
    std::vector<std::uint64_t> tally;  ///< [points + 3]: how many cells have each label (kernels/tally.hpp)
};

/// Computes these cells. Told to stop (progress), it comes back soon with a tile that is worth nothing.
tile compute(const sweep_plan& plan, const cell_block& at, backend& with, progress& done);

/// The cutting of a plan's map.
tiling tiling_of(const sweep_plan& plan);

/// Computes every cell, in order, and hands the tiles to `sink`.
void run_sweep(const sweep_plan& plan, backend& with, progress& done,
               const std::function<void(const tile&)>& sink);

}  // namespace tauroa
