#include "host/critical_family.hpp"

#include <cmath>

#include "host/linear_algebra.hpp"

namespace tauroa {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double singular = 1e-6;  ///< of J's norm; only where to look for other points
constexpr double nearby = 1e-3;    ///< of the scale: how far away they are looked for

/// Orthonormal null vectors of J(x), in columns.
MatrixXd tangents(const game_model& game, const VectorXd& x) {
    return null_space(game.jacobian(x), singular);
}

/// How far, and where, `to` lies along the family from x.
VectorXd along_family(const game_model& game, const VectorXd& x, const VectorXd& to) {
    const MatrixXd along = tangents(game, x);
    return along * (along.transpose() * (to - x));
}

/// The nearest point to `to` on the family of x. Near the end the distance is the same to rounding, and what is left of
/// the way tells more.
VectorXd nearest(const game_model& game, VectorXd x, const VectorXd& to, const newton_method& newton) {
    const double shortest = 1e-9 * game.info().scale();
    VectorXd step = along_family(game, x, to);
    double t = 1.0;  // the share of the step that is tried
    for (int k = 0; k < 500 && t * step.norm() > shortest; ++k) {
        const auto next = newton(x + t * step);
        t *= 0.5;
        if (!next) continue;
        const VectorXd left = along_family(game, *next, to);
        if (!(left.norm() < step.norm() || (*next - to).norm() < (x - to).norm())) continue;
        x = *next, step = left, t = 1.0;
    }
    return x;
}

}  // namespace

bool is_isolated(const game_model& game, const VectorXd& x, const newton_method& newton) {
    const double step = nearby * game.info().scale();
    const MatrixXd along = tangents(game, x);
    for (Eigen::Index i = 0; i < along.cols(); ++i) {
        for (const double sign : {-1.0, 1.0}) {
            const auto other = newton(x + sign * step * along.col(i));
            if (other && game.difference(*other, x).norm() > 0.5 * step) return false;
        }
    }
    return true;
}

VectorXd representative(const game_model& game, const VectorXd& x, const newton_method& newton) {
    constexpr double golden = 0.6180339887498949;
    VectorXd middle(x.size()), elsewhere(x.size());
    double offset = 0.3;
    for (Eigen::Index i = 0; i < x.size(); ++i) {
        const variable& v = game.info().variables[static_cast<std::size_t>(i)];
        middle(i) = 0.5 * (v.low + v.high);
        elsewhere(i) = middle(i) + offset * (v.high - v.low);
        offset *= golden;
    }
    const VectorXd a = nearest(game, x, middle, newton), b = nearest(game, a, elsewhere, newton);
    return (b - middle).norm() <= (1.0 + 1e-6) * (a - middle).norm() ? b : a;
}

}  // namespace tauroa
