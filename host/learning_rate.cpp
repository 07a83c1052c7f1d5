#include "host/learning_rate.hpp"

#include <algorithm>
#include <limits>

#include "host/linear_algebra.hpp"
#include "host/stability.hpp"

namespace tauroa {

using Eigen::MatrixXd;

double spectral_radius(const MatrixXd& jacobian, int n1, double tau, double gamma, update_order update) {
    const MatrixXd identity = MatrixXd::Identity(jacobian.rows(), jacobian.cols());
    const MatrixXd rates = gamma * scaled_jacobian(jacobian, n1, tau);
    MatrixXd linearisation = identity - rates;
    if (update == update_order::alternating) {
        MatrixXd first = identity, second = identity;
        first.topRows(n1) -= rates.topRows(n1);
        second.bottomRows(rates.rows() - n1) -= rates.bottomRows(rates.rows() - n1);
        linearisation = second * first;
    }
    return eigenvalues_of(linearisation).cwiseAbs().maxCoeff();
}

double gamma_max(const MatrixXd& jacobian, int n1, double tau) {
    double least = std::numeric_limits<double>::infinity();
    for (const auto& lambda : sorted_eigenvalues(scaled_jacobian(jacobian, n1, tau))) {
        const double squared = std::norm(lambda);
        least = std::min(least, squared > 0.0 ? 2.0 * lambda.real() / squared : 0.0);
    }
    return least;
}

}  // namespace tauroa
