#include "host/stability.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "host/linear_algebra.hpp"
#include "host/spectrum.hpp"
#include "host/tau_star.hpp"

namespace tauroa {
namespace {

using Eigen::MatrixXd;

constexpr int largest_pencil = 16;  // variables; the pencil's order is n (n+1) / 2
constexpr double touching = 1e-6;   // Re / |.| of an eigenvalue that touches the imaginary axis
constexpr double beyond_rounding =
    1e-10;  // of a real part relative to the norms of J and J_tau, where nothing else vouches for it

/// The smallest Re lambda / |lambda| of J_tau's eigenvalues: above 0 where -J_tau is Hurwitz.
double margin(const MatrixXd& jacobian, int n1, double tau) {
    const Eigen::VectorXcd lambda = eigenvalues_of(scaled_jacobian(jacobian, n1, tau));
    return lambda.unaryExpr([](std::complex<double> l) { return l == 0.0 ? 0.0 : l.real() / std::abs(l); })
        .minCoeff();
}

/// Every tau at which an eigenvalue can reach the imaginary axis, ascending; nothing where the pencil does
/// not serve.
std::optional<std::vector<double>> pencil_cuts(const MatrixXd& jacobian, int n1,
                                               const std::vector<double>& more_cuts) {
    if (jacobian.rows() > largest_pencil) return std::nullopt;
    MatrixXd of1 = MatrixXd::Zero(jacobian.rows(), jacobian.cols()), of2 = jacobian;
    of1.topRows(n1) = jacobian.topRows(n1);
    of2.topRows(n1).setZero();
    auto cuts = pencil_taus(symmetric_kronecker_sum(of1), symmetric_kronecker_sum(of2));
    const auto zeros = pencil_taus(of1, of2);
    if (!cuts || !zeros) return std::nullopt;
    cuts->insert(cuts->end(), zeros->begin(), zeros->end());
    cuts->insert(cuts->end(), more_cuts.begin(), more_cuts.end());
    return cuts;
}

/// 0 is an eigenvalue of J, and so of J_tau for every tau.
bool is_singular_to_rounding(const MatrixXd& jacobian) {
    const auto n = static_cast<double>(jacobian.rows());
    return smallest_singular_value(jacobian) <= n * std::numeric_limits<double>::epsilon() * jacobian.norm();
}

/// Of a block-triangular J: the signs of the real parts are those of its diagonal blocks, whatever tau.
stability_windows block_windows(const MatrixXd& jacobian, int n1) {
    stability_windows all{{}, window_method::structure};
    if (spectrum(jacobian, n1, 1.0).real().minCoeff() > beyond_rounding * jacobian.norm())
        all.windows.push_back({0.0, std::numeric_limits<double>::infinity()});
    return all;
}

/// One way of telling whether -J_tau is Hurwitz. By the pencil, no tau tested is near a change, so the sign of
/// the margin decides; a scan meets marginal spectra at every tau, whose signs are rounding.
class stability_test {
  public:
    stability_test(const MatrixXd& jacobian, int n1, window_method method)
        : jacobian_(&jacobian), n1_(n1), method_(method) {}
    bool operator()(double tau) const {
        if (method_ == window_method::pencil) return margin(*jacobian_, n1_, tau) > 0.0;
        const MatrixXd j = scaled_jacobian(*jacobian_, n1_, tau);
        return eigenvalues_of(j).real().minCoeff() > beyond_rounding * std::max(j.norm(), jacobian_->norm());
    }

  private:
    const MatrixXd* jacobian_;
    int n1_;
    window_method method_;
};

}  // namespace

stability_windows windows_of(const MatrixXd& jacobian, int n1, const std::vector<double>& more_cuts) {
    if (is_singular_to_rounding(jacobian)) return {{}, window_method::structure};
    const auto from_pencil = pencil_cuts(jacobian, n1, more_cuts);
    if (!from_pencil && is_block_triangular(jacobian, n1)) return block_windows(jacobian, n1);
    stability_windows result;
    result.method = from_pencil ? window_method::pencil : window_method::scan;
    const std::vector<double> cuts = from_pencil ? *from_pencil : scanned_cuts();
    const stability_test is_stable(jacobian, n1, result.method);
    const auto touches = [&](double cut) { return from_pencil && margin(jacobian, n1, cut) <= touching; };
    result.windows = windows_between(cuts, is_stable, touches);
    return result;
}

bool stable_at(const stability_windows& windows, double tau) {
    constexpr double edge = 1e-9;
    return std::any_of(windows.windows.begin(), windows.windows.end(), [tau](const tau_window& w) {
        return w.low * (1.0 + edge) < tau && tau < w.high * (1.0 - edge);
    });
}

MatrixXd scaled_jacobian(const MatrixXd& jacobian, int n1, double tau) {
    MatrixXd scaled = jacobian;
    scaled.bottomRows(jacobian.rows() - n1) *= tau;
    return scaled;
}

std::vector<std::complex<double>> sorted(const Eigen::VectorXcd& eigenvalues) {
    std::vector<std::complex<double>> all(eigenvalues.begin(), eigenvalues.end());
    std::sort(all.begin(), all.end(), [](const auto& x, const auto& y) {
        return x.real() != y.real() ? x.real() < y.real() : x.imag() < y.imag();
    });
    return all;
}

std::vector<std::complex<double>> sorted_eigenvalues(const MatrixXd& a) { return sorted(eigenvalues_of(a)); }

}  // namespace tauroa
