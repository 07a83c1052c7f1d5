#pragma once

// Final-state sensitivity and the dimension of the boundary (C. Grebogi, S. W. McDonald, E. Ott, J. A. Yorke, Final state
// sensitivity: an obstruction to predictability, Physics Letters A 99, 415, 1983; S. W. McDonald, C. Grebogi, E. Ott,
// J. A. Yorke, Fractal basin boundaries, Physica D 17, 125, 1985). A start is uncertain at distance eps if one of the
// starts at +eps or -eps along one of the map's axes has another outcome; f(eps) is the share of uncertain starts,
//     f(eps) ~ eps^alpha,    D = d - alpha,
// with the uncertainty exponent alpha, the number d of axes, and the (box-counting) dimension D of the boundary. alpha is
// the slope of the least-squares line of ln f on ln eps, and its error the slope's standard error, sqrt(RSS / (n - 2) / S_xx).
//
// Distances are counted in cells, eps = 1, 2, 4, ... up to a tenth of the map's shorter side and 64; the sample is the
// same for every eps: all starts further than the largest eps from every edge of the map. Angles are not continued across
// the edge. Nothing is fitted (NaN) to less than three distances, which needs 40 starts along every axis, or where f is
// 0 at one of them.

#include <cstdint>
#include <vector>

#include "output/measures/map_walk.hpp"

namespace tauroa {

/// The distances for a map whose shorter side has so many starts; 1, 2, 4 where it is too short for these, too.
std::vector<std::uint32_t> uncertainty_distances(std::uint64_t shorter_side);

class uncertainty {
  public:
    /// Of a map of rows x columns starts with one axis (across) or two.
    uncertainty(std::uint64_t rows, std::uint64_t columns, std::size_t axes);

    /// Counts the uncertain ones among the cells of `core`; the view must hold what is within `largest_distance`.
    void add(const label_view& view, const cell_range& core);

    [[nodiscard]] const std::vector<std::uint32_t>& distances() const { return distances_; }
    /// f [distance]; NaN for a map that is too small.
    [[nodiscard]] std::vector<double> shares() const;

  private:
    std::vector<std::uint32_t> distances_;
    cell_range sample_;
    bool two_axes_;
    std::vector<std::uint64_t> uncertain_;  ///< [distance]
};

struct scaling_exponent {
    double alpha, error;
};

/// alpha of f(1), f(2), f(4), ..., with its standard error; NaN where it cannot be fitted.
scaling_exponent fitted_exponent(const std::vector<double>& shares);

}  // namespace tauroa
