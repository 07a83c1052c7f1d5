#include "host/capture_shape.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include "host/linear_algebra.hpp"

namespace tauroa {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double fair_share = 0.5;  ///< of the best fall of V at x*, to be had all over the ellipsoid
constexpr int attempts = 200;       ///< to improve P

/// A number in [-1, 1), the same on every machine.
double uniform(std::mt19937_64& random) { return static_cast<double>(random() >> 11) * 0x1p-52 - 1.0; }

/// Unit vectors: 32 in the plane, else 32 n at random, always the same.
std::vector<VectorXd> unit_vectors(Eigen::Index n) {
    std::vector<VectorXd> result;
    std::mt19937_64 random(1);  // NOLINT: a fixed sequence is meant
    for (int k = 0; k < (n == 2 ? 32 : 32 * static_cast<int>(n)); ++k) {
        VectorXd u(n);
        if (n == 2) {
            const auto [sine, cosine] = sincos(2.0 * 3.14159265358979 * k / 32.0);
            u << cosine, sine;
        } else {
            for (Eigen::Index i = 0; i < n; ++i) u[i] = uniform(random);
        }
        result.emplace_back(u / std::sqrt(u.squaredNorm()));
    }
    return result;
}

VectorXd inverse_diagonal(const MatrixXd& shape) {
    return solve(shape, MatrixXd::Identity(shape.rows(), shape.rows())).diagonal();
}

/// The least of 1 - V(A d) / V(d), V(d) = |L^T d|^2.
double fall_at_centre(const MatrixXd& factor, const MatrixXd& a) {
    const MatrixXd change = solve(factor, a.transpose() * factor).transpose();  // L^T A L^-T
    return smallest_symmetric_eigenvalue(MatrixXd::Identity(a.rows(), a.rows()) -
                                         change.transpose() * change);
}

/// Solutions for several sigma and Q; those that are not positive definite left out.
std::vector<MatrixXd> candidates(const MatrixXd& a, int n1) {
    const Eigen::Index n = a.rows();
    const double radius = eigenvalues_of(a).cwiseAbs().maxCoeff();
    std::vector<MatrixXd> result;
    for (const double share : {0.0, 0.5, 0.9})
        for (const double weight : {0.1, 1.0, 10.0}) {
            MatrixXd q = MatrixXd::Identity(n, n);
            q.diagonal().tail(n - n1) *= weight;
            MatrixXd p = discrete_lyapunov(a / (1.0 - share * (1.0 - radius)), q);
            p /= p.diagonal().maxCoeff();
            if (cholesky_factor(p)) result.push_back(std::move(p));
        }
    return result;
}

}  // namespace

sampled_norm::sampled_norm(const exact_update& update, const VectorXd& x_star, const MatrixXd& shape)
    : update_(update), centre_(x_star), shape_(shape), directions_(unit_vectors(x_star.size())) {
    const MatrixXd upper = cholesky_factor(shape).value().transpose();
    unscaled_ = solve(upper, MatrixXd::Identity(shape.rows(), shape.rows()));
}

double sampled_norm::fall_along(const VectorXd& unit, double radius) const {
    const VectorXd d = radius * (unscaled_ * unit);
    const box moved = update_.movement(exactly(VectorXd(centre_ + d)));
    VectorXd delta(d.size());
    for (Eigen::Index i = 0; i < d.size(); ++i) delta[i] = moved[static_cast<std::size_t>(i)].middle();
    const VectorXd pdelta = shape_ * delta;
    return -(2.0 * d.dot(pdelta) + delta.dot(pdelta)) / (radius * radius);
}

double sampled_norm::fall(double radius, double enough) const {
    double least = std::numeric_limits<double>::infinity();
    VectorXd at;
    const auto look = [&](const VectorXd& unit) {
        const double here = fall_along(unit, radius);
        if (here < least) {
            least = here;
            at = unit;
        }
        return least > enough;
    };
    for (const VectorXd& unit : directions_)
        if (!look(unit)) return least;
    for (const double step : {0.1, 0.05, 0.025, 0.0125})
        for (Eigen::Index i = 0; i < at.size(); ++i)
            for (const double sign : {-1.0, 1.0}) {
                VectorXd beside = at;
                beside[i] += sign * step;
                if (!look(beside / std::sqrt(beside.squaredNorm()))) return least;
            }
    return least;
}

double sampled_norm::falling(double by, double least, double most) const {
    if (!(least < most) || !(fall(least, by) > by)) return 0.0;
    for (const double growth : {3.0, 1.3, 1.03})
        while (least < most && fall(std::fmin(growth * least, most), by) > by)
            least = std::fmin(growth * least, most);
    return least;
}

double radius_within(const game_info& info, const VectorXd& reach, double tolerance) {
    constexpr double windows = 4.0;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < info.variables.size(); ++i) {
        const double period = info.variables[i].period;
        const double room = period > 0.0 ? 0.499 * period - 2.0 * tolerance : windows * info.scale();
        least = std::fmin(least, room / reach[static_cast<Eigen::Index>(i)]);
    }
    return least;
}

MatrixXd capture_shape(const exact_update& update, const VectorXd& x_star, const MatrixXd& linearisation,
                       double tolerance) {
    const Eigen::Index n = x_star.size();
    const double by = fair_share * 2.0 * (1.0 - eigenvalues_of(linearisation).cwiseAbs().maxCoeff());
    MatrixXd best;
    double largest = 0.0;  // volume
    const auto consider = [&](const MatrixXd& p) {
        const auto factor = cholesky_factor(p);
        if (!factor || !(fall_at_centre(*factor, linearisation) > by)) return false;
        const VectorXd diagonal = inverse_diagonal(p);
        const double most = radius_within(*update.info, diagonal.cwiseSqrt(), tolerance);
        const double unit_volume = 1.0 / factor->diagonal().prod();
        const double to_win = std::pow(1.01 * largest / unit_volume, 1.0 / static_cast<double>(n));
        const double least = std::fmax(to_win, tolerance / std::sqrt(diagonal.sum()));
        const double radius = sampled_norm(update, x_star, p).falling(by, least, most);
        if (radius == 0.0) return false;
        largest = unit_volume * std::pow(radius, n);
        best = (p + p.transpose()) / (2.0 * p.diagonal().maxCoeff());  // symmetric to the last bit
        return true;
    };
    for (const MatrixXd& p : candidates(linearisation, update.info->n1)) consider(p);
    if (best.size() == 0) return best;
    std::mt19937_64 random(2);  // NOLINT: a fixed sequence is meant
    double size = 0.5;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        MatrixXd t = MatrixXd::Identity(n, n);
        for (Eigen::Index i = 0; i < n * n; ++i) t.data()[i] += size * uniform(random);
        const MatrixXd factor = cholesky_factor(best).value() * t;
        size *= consider(factor * factor.transpose()) ? 1.5 : 0.95;
    }
    return best;
}

}  // namespace tauroa
