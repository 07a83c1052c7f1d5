#pragma once

// Proof that a list of critical points is complete, in interval arithmetic. With m the middle of a box X and Y any
// matrix (here near Dg(m)^-1), Krawczyk's operator
//     K(X) = m - Y g(m) + (I - Y Dg(X)) (X - m)
// holds every zero of g that X holds, and K(X) in the interior of X proves exactly one; ||I - Y Dg(X)|| < 1 proves at
// most one (Neumaier, "Interval Methods for Systems of Equations", 1990, section 5.1). Around each point a box as large
// as has at most one zero; outside of them, branch and bound: a box goes where g, or X with K(X), excludes a zero.

#include <cstdint>
#include <vector>

#include "host/enclosure.hpp"

namespace tauroa {

struct completeness {
    /// Of exact arithmetic, in the default window (on a circle: in one period), made larger by 1e-9 of its width on each
    /// side: each point of the list lies within 1e-6 of the game's scale of a zero of g, a regular one, in each
    /// coordinate; no two of these zeros are the same; and g has no other zero there.
    bool proven = false;
    std::uint64_t boxes = 0;  ///< how many the proof looked at
};

/// Tries the proof for a list of points, each [n], angles in [-period / 2, period / 2]. It fails for zeros where Dg is singular or nearly, where it would
/// take more than 200 000 boxes, and for more than four variables.
completeness prove_complete(const game_info& info, const game_enclosure& game,
                            const std::vector<Eigen::VectorXd>& points);

}  // namespace tauroa
