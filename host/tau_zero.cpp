#include "host/tau_zero.hpp"

#include <algorithm>
#include <boost/math/tools/minima.hpp>
#include <cmath>
#include <cstdint>

#include "host/linear_algebra.hpp"

namespace tauroa {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;

constexpr Index largest_searched = 64;

/// M = c A - B, as of Q1 = c I, Q2 = I, and K.
struct construction {
    MatrixXd a, b, k;

    construction(const MatrixXd& jacobian, int n1) {
        const Index n2 = jacobian.rows() - n1;
        const MatrixXd d11 = jacobian.topLeftCorner(n1, n1), d12 = jacobian.topRightCorner(n1, n2);
        const MatrixXd d22 = -jacobian.bottomRightCorner(n2, n2);
        const MatrixXd l0 = solve(d22, d12.transpose()), s = -d11 + d12 * l0;
        const MatrixXd p2 = 0.5 * solve(d22, MatrixXd::Identity(n2, n2));
        a = 0.5 * solve(s, d12);
        b = s * l0.transpose() * p2;
        k = p2 * l0 * d12;
        k += k.transpose().eval();
    }

    [[nodiscard]] double tau_zero(double c, formula_signs signs = formula_signs::corrected) const {
        const double sign = signs == formula_signs::corrected ? 1.0 : -1.0;
        const MatrixXd m = c * a - sign * b;
        return std::max(0.0, -smallest_symmetric_eigenvalue(-(m.transpose() * m / c + sign * k)));
    }
};

}  // namespace

double constructed_tau_zero(const MatrixXd& jacobian, int n1, double c, formula_signs signs) {
    return construction(jacobian, n1).tau_zero(c, signs);
}

double constructed_tau_zero(const MatrixXd& jacobian, int n1) {
    const construction from(jacobian, n1);
    const double ratio = from.b.norm() / from.a.norm();  // NaN, or 0, or infinite without a coupling
    const double middle = std::isnormal(ratio) ? std::log(ratio) : 0.0, reach = std::log(1e9);
    const auto at = [&from](double log_c) { return from.tau_zero(std::exp(log_c)); };
    if (jacobian.rows() > largest_searched) return at(middle);
    std::uintmax_t most = 200;
    const auto least = boost::math::tools::brent_find_minima(at, middle - reach, middle + reach, 26, most);
    return std::min(least.second, from.tau_zero(1.0));
}

}  // namespace tauroa
