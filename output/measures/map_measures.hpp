#pragma once

// All measures of a map, in one pass over its cells, two where iterations go beyond 131 071. Memory stays below 48 MiB
// whatever the map's size, and results do not depend on how the map is read: everything is counted in integers, or a
// minimum.

#include <cstdint>
#include <vector>

#include "output/map_file.hpp"
#include "output/measures/map_walk.hpp"

namespace tauroa {

/// Tables row by row; NaN where a measure is not defined. Formulas and sources: the headers beside this one.
struct map_measures {
    std::uint64_t boxes = 0;                                    ///< of basin_entropy.hpp, at each tau
    std::vector<double> basin_entropy, boundary_basin_entropy;  ///< [tau]
    std::vector<std::uint64_t> boundary_boxes;                  ///< [tau]
    std::vector<std::uint32_t> distance;                        ///< [distance], in cells
    std::vector<double> uncertain_share;                        ///< [tau, distance]: f(eps)
    std::vector<double> exponent, exponent_error;               ///< [tau]: alpha
    std::vector<double> boundary_dimension;                     ///< [tau]
    std::vector<double> quantile;                               ///< [quantile]: 0 ... 1
    std::vector<double> iterations_mean;                        ///< [tau, point]
    std::vector<double> iterations_quantile;                    ///< [tau, point, quantile]
    std::vector<double> minimal_shock;                          ///< [tau, point]
    std::vector<double> edge_distance;                          ///< [point]
};

/// At every tau of the map.
map_measures measures_of(const map_description& about, const map_cells& cells, const reading_pace& pace = {});

}  // namespace tauroa
