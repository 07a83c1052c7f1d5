#include "host/adapted_norm.hpp"

#include <cmath>

#include "host/linear_algebra.hpp"

namespace tauroa {
namespace {

using Eigen::MatrixXd;

/// P scaled, if ||M||_P <= r.
std::optional<adapted_norm> norm_of(const MatrixXd& p, const MatrixXd& m, double r) {
    if (!p.allFinite()) return std::nullopt;
    const double largest = -smallest_symmetric_eigenvalue(-p), least = smallest_symmetric_eigenvalue(p);
    if (!(least > 1e-13 * largest)) return std::nullopt;
    const auto factor = cholesky_factor(p / (largest * (1.0 + 1e-12)));
    if (!factor) return std::nullopt;
    const MatrixXd c = factor->transpose();
    const MatrixXd seen = c * solve(c.transpose(), m.transpose()).transpose();  // C M C^-1
    if (!(largest_singular_value(seen) <= r)) return std::nullopt;
    return adapted_norm{c, std::sqrt(largest / least)};
}

MatrixXd of_eigenvectors(const MatrixXd& m) {
    const MatrixXd gram = eigenvector_gram(m);
    return solve(gram, MatrixXd::Identity(m.rows(), m.cols()));
}

}  // namespace

std::optional<adapted_norm> norm_adapted_to(const MatrixXd& m, double r) {
    auto first = norm_of(of_eigenvectors(m), m, r);
    auto second = norm_of(discrete_lyapunov(m / r, MatrixXd::Identity(m.rows(), m.cols())), m, r);
    if (!first || (second && second->condition < first->condition)) return second;
    return first;
}

}  // namespace tauroa
