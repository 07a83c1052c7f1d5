#pragma once

// The minimal shock of an equilibrium x*_j: the smallest distance, in the map's plane, from x*_j to a start with another
// label (the stability threshold of V. V. Klinshov, V. I. Nekorkin, J. Kurths, Stability threshold approach for complex
// dynamical systems, New Journal of Physics 18, 013004, 2016):
//     min over starts x with label(x) != j of |x - x*_j|,
// Euclidean, round the circle where a variable has a period. As far as the grid resolves the basin, its boundary is at
// most one cell's diagonal nearer.
//
// Only for points that attract and lie in the map: their other coordinates are those that the map fixes, to 1e-9. Starts
// outside the map are not known: a minimal shock beyond the point's distance to the map's edge is an upper bound.

#include <cstdint>
#include <vector>

#include "output/map_file.hpp"
#include "output/measures/map_cells.hpp"

namespace tauroa {

/// A critical point seen from the map's plane.
struct point_in_plane {
    bool inside = false;            ///< in the plane, and within the map
    double across = 0.0, up = 0.0;  ///< its coordinates; up: 0 for a map of one axis
    double to_edge = 0.0;           ///< NaN if not inside; infinite where every axis is a full circle
};

/// One for each critical point of the map.
std::vector<point_in_plane> points_in_plane(const map_description& about);

class minimal_shock {
  public:
    /// At the tau with this index. The arguments are referred to, not copied.
    minimal_shock(const map_description& about, const std::vector<point_in_plane>& points, std::size_t tau);

    /// Looks at the cells of `core`.
    void add(const label_view& view, const cell_range& core);

    /// NaN where there is none: the point does not attract or is not inside, or every start has its label.
    [[nodiscard]] double of(std::size_t point) const;

  private:
    struct target {
        bool wanted;
        double nearest;  ///< squared
    };
    void add_for(std::size_t point, const label_view& view, const cell_range& core);

    const map_description* about_;
    const std::vector<point_in_plane>* points_;
    std::vector<target> targets_;
    std::vector<double> across_;  ///< squared distances, of the columns that are looked at
};

}  // namespace tauroa
