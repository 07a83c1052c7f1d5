#pragma once

// Minimal-cost matching of two sets of the same size (the assignment problem), by shortest augmenting paths with
// potentials: Kuhn's Hungarian method in O(n^3) (Burkard, Dell'Amico and Martello, "Assignment Problems", section 4.4).

#include <Eigen/Core>
#include <vector>

namespace tauroa {

/// For every row of the costs [n, n], finite, the column matched to it [n], so that the sum of the costs is least.
std::vector<std::size_t> minimal_matching(const Eigen::MatrixXd& costs);

}  // namespace tauroa
