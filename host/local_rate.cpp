#include "host/local_rate.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "host/learning_rate.hpp"
#include "host/stability.hpp"
#include "kernels/problem.hpp"

namespace tauroa {
namespace {

using eigenvalue = std::complex<double>;

/// fall: alpha / beta.
rate_bound stated_by(double alpha, double fall) {
    return {alpha / fall, std::sqrt(1.0 - 0.25 * fall), 4.0 / fall * std::numbers::ln10};
}

rate_bound mended_by(double alpha, double fall) {
    return {alpha / fall, std::sqrt(1.0 - 0.25 * fall), -2.0 * std::numbers::ln10 / std::log1p(-0.25 * fall)};
}

}  // namespace

std::optional<local_rate> local_rate_of(const Eigen::MatrixXd& jacobian, int n1, double tau, double gamma) {
    const double radius = spectral_radius(jacobian, n1, tau, gamma, update_order::simultaneous);
    const double alpha = gamma_max(jacobian, n1, tau) - gamma;
    if (!attracts(radius) || !(alpha > 0.0)) return std::nullopt;
    const std::vector<eigenvalue> all = sorted_eigenvalues(scaled_jacobian(jacobian, n1, tau));
    const auto least = [&all](auto value) {
        return *std::min_element(all.begin(), all.end(), [&](const eigenvalue& a, const eigenvalue& b) {
            return value(a) < value(b);
        });
    };
    const eigenvalue minimiser = least([](const eigenvalue& l) { return 2.0 * l.real() / std::norm(l); });
    const auto fall = [gamma](const eigenvalue& l) {  // 1 - |1 - gamma1 lambda|^2
        return gamma * (2.0 * l.real() - gamma * std::norm(l));
    };
    const rate_bound stated =
        stated_by(alpha, alpha * (2.0 * minimiser.real() - alpha * std::norm(minimiser)));
    return local_rate{alpha, stated, mended_by(alpha, fall(least(fall))), radius < stated.rate};
}

}  // namespace tauroa
