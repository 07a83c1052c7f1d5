#include "host/learning_rate.hpp"

#include <algorithm>
#include <limits>

#include "host/spectrum.hpp"
#include "host/stability.hpp"

namespace tauroa {

using Eigen::MatrixXd;

MatrixXd linearisation_of(const MatrixXd& jacobian, int n1, double tau, double gamma, update_order update) {
    const MatrixXd identity = MatrixXd::Identity(jacobian.rows(), jacobian.cols());
    const MatrixXd rates = gamma * scaled_jacobian(jacobian, n1, tau);
    if (update == update_order::simultaneous) return identity - rates;
    MatrixXd first = identity, second = identity;
    first.topRows(n1) -= rates.topRows(n1);
    second.bottomRows(rates.rows() - n1) -= rates.bottomRows(rates.rows() - n1);
    return second * first;
}

double spectral_radius(const MatrixXd& jacobian, int n1, double tau, double gamma, update_order update) {
    return update_spectrum(jacobian, n1, tau, gamma, update).cwiseAbs().maxCoeff();
}

double gamma_max(const std::vector<std::complex<double>>& eigenvalues) {
    double least = std::numeric_limits<double>::infinity();
    for (const auto& lambda : eigenvalues) {
        const double squared = std::norm(lambda);
        least = std::min(least, squared > 0.0 ? 2.0 * lambda.real() / squared : 0.0);
    }
    return least;
}

double gamma_max(const MatrixXd& jacobian, int n1, double tau) {
    return gamma_max(sorted(spectrum(jacobian, n1, tau)));
}

}  // namespace tauroa
