#include "host/attraction.hpp"

#include "host/learning_rate.hpp"
#include "host/tau_star.hpp"

namespace tauroa {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;

constexpr Index largest_pencil = 12;  // variables; the pencil's order is n (n+1)

/// The tau at which an eigenvalue can reach the unit circle; nothing where the pencil does not serve.
std::optional<std::vector<double>> cuts_of(const MatrixXd& jacobian, int n1, double gamma,
                                           update_order update) {
    if (jacobian.rows() > largest_pencil) return std::nullopt;
    MatrixXd of1 = jacobian, of2 = jacobian;
    of1.bottomRows(jacobian.rows() - n1).setZero();
    of2.topRows(n1).setZero();
    if (update == update_order::alternating) of2 -= gamma * of2 * of1;
    const auto product = symmetric_kronecker_product;
    const MatrixXd q0 = symmetric_kronecker_sum(of1) - 0.5 * gamma * product(of1, of1);
    const MatrixXd q1 = symmetric_kronecker_sum(of2) - gamma * product(of1, of2);
    const MatrixXd q2 = -0.5 * gamma * product(of2, of2);
    const Index m = q0.rows();
    const MatrixXd zero = MatrixXd::Zero(m, m), one = MatrixXd::Identity(m, m);
    MatrixXd constant(2 * m, 2 * m), linear(2 * m, 2 * m);  // of (v, tau v)
    constant << q0, zero, zero, one;
    linear << q1, q2, -one, zero;
    return pencil_taus(constant, linear);
}

}  // namespace

tau_windows attraction_windows(const MatrixXd& jacobian, int n1, double gamma, update_order update) {
    const auto from_pencil = cuts_of(jacobian, n1, gamma, update);
    const auto is_attracting = [&](double tau) {
        return attracts(spectral_radius(jacobian, n1, tau, gamma, update));
    };
    const auto never = [](double) { return false; };
    return {windows_between(from_pencil ? *from_pencil : scanned_cuts(), is_attracting, never),
            from_pencil ? window_method::pencil : window_method::scan};
}

}  // namespace tauroa
