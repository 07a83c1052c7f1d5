#include "host/kind.hpp"

#include "host/linear_algebra.hpp"

namespace tauroa {
namespace {

using Eigen::MatrixXd;

constexpr double singular = 1e-12;  // relative to the Jacobian's norm

bool positive_definite(const MatrixXd& a) { return smallest_symmetric_eigenvalue(a) > 0.0; }

bool is_singular(const MatrixXd& a, double norm) { return !(smallest_singular_value(a) > singular * norm); }

}  // namespace

kind kind_of(const MatrixXd& jacobian, int n1) {
    const Eigen::Index n2 = jacobian.rows() - n1;
    const MatrixXd j11 = jacobian.topLeftCorner(n1, n1), j12 = jacobian.topRightCorner(n1, n2);
    const MatrixXd j21 = jacobian.bottomLeftCorner(n2, n1), j22 = jacobian.bottomRightCorner(n2, n2);
    const double norm = jacobian.norm();
    if (is_singular(j22, norm)) return kind::degenerate;
    const MatrixXd schur = j11 - j12 * solve(j22, j21);
    if (is_singular(schur, norm)) return kind::degenerate;
    if (!positive_definite(j22)) return kind::non_equilibrium;
    if (positive_definite(j11)) return kind::differential_nash;
    return positive_definite(schur) ? kind::differential_stackelberg : kind::non_equilibrium;
}

}  // namespace tauroa
