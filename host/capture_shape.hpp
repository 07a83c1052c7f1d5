#pragma once

// Which P makes {(x - x*)^T P (x - x*) <= c} large, while each step still lowers V by a fair share of what it does at x*:
// begun from solutions of
//     (A / sigma)^T P (A / sigma) - P = -Q,   A = DF(x*),   sigma between its spectral radius and 1,
// and improved by P = L L^T -> L T T^T L^T for T near I, at random. Judged by sampling, because whatever is chosen is
// proven afterwards (host/capture_proof.hpp).

#include <Eigen/Core>
#include <vector>

#include "host/capture_proof.hpp"

namespace tauroa {

/// V around one point, sampled on a fixed set of directions.
class sampled_norm {
  public:
    sampled_norm(const exact_update& update, const Eigen::VectorXd& x_star, const Eigen::MatrixXd& shape);

    /// The least of 1 - V(F(x)) / V(x) found where sqrt(V) = radius; or the first one found not to be above `enough`.
    [[nodiscard]] double fall(double radius, double enough = -1e300) const;
    /// The largest radius from `least` to `most` up to which V is found to fall by that much, to some 3 %; 0 where none is.
    [[nodiscard]] double falling(double by, double least, double most) const;

  private:
    [[nodiscard]] double fall_along(const Eigen::VectorXd& unit, double radius) const;

    exact_update update_;
    Eigen::VectorXd centre_;
    Eigen::MatrixXd shape_, unscaled_;  ///< P = L L^T; L^-T
    std::vector<Eigen::VectorXd> directions_;
};

/// The largest sqrt(V) up to which an ellipsoid around x* and arrival within the tolerance stay well within half a period
/// of x*, and within a few windows of it on a line; |d_i| <= reach[i] sqrt(V).
double radius_within(const game_info& info, const Eigen::VectorXd& reach, double tolerance);

/// P [n, n], its largest diagonal entry 1; DF(x*) = linearisation [n, n] has a spectral radius below 1.
Eigen::MatrixXd capture_shape(const exact_update& update, const Eigen::VectorXd& x_star,
                              const Eigen::MatrixXd& linearisation, double tolerance);

}  // namespace tauroa
