#include "host/real_onsets.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

#include "host/linear_algebra.hpp"
#include "host/stability.hpp"
#include "host/tau_windows.hpp"

namespace tauroa {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXcd;
using Eigen::VectorXd;

constexpr Index largest_discriminant = 4, largest_fine_scan = 16, largest_scan = 64;
constexpr std::size_t coarser = 8;  // every how many of the scan's tau are looked at beyond largest_fine_scan
// Im / |.| of an eigenvalue that is complex. Double ones are computed to the square root of rounding, 1.5e-8; the tau at
// which a pair passes this is off by its square.
constexpr double complex_from = 1e-7;

/// D^-1 J_tau D with D = (1, sqrt tau): the spectrum of J_tau, of entries whose sizes differ less.
MatrixXd balanced(const MatrixXd& jacobian, int n1, double tau) {
    MatrixXd b = scaled_jacobian(jacobian, n1, tau);
    const Index n2 = b.rows() - n1;
    b.topRightCorner(n1, n2) *= std::sqrt(tau);
    b.bottomLeftCorner(n2, n1) /= std::sqrt(tau);
    return b;
}

class pair_counter {
  public:
    pair_counter(const MatrixXd& jacobian, int n1) : jacobian_(&jacobian), n1_(n1) {}

    /// How many pairs of eigenvalues of J_tau are complex. Every tau is computed once.
    [[nodiscard]] int operator()(double tau) {
        const auto [at, is_new] = known_.try_emplace(tau, 0);
        if (is_new) at->second = count(balanced(*jacobian_, n1_, tau));
        return at->second;
    }

  private:
    [[nodiscard]] static int count(const MatrixXd& a) {
        const double rounding = 1e-14 * a.norm();
        const VectorXcd all = eigenvalues_of(a);
        return static_cast<int>(std::count_if(all.begin(), all.end(), [rounding](std::complex<double> l) {
            return l.imag() > complex_from * std::abs(l) + rounding;
        }));
    }

    const MatrixXd* jacobian_;
    int n1_;
    std::map<double, int> known_;
};

/// D(s), scaled by a constant.
double discriminant(const MatrixXd& jacobian, int n1, double s) {
    MatrixXd scaled = jacobian / jacobian.norm();
    scaled.topRows(n1) *= 1.0 - s;
    scaled.bottomRows(jacobian.rows() - n1) *= 1.0 + s;
    const VectorXcd nu = eigenvalues_of(scaled);
    std::complex<double> product = 1.0;
    for (Index i = 0; i < nu.size(); ++i)
        for (Index j = 0; j < i; ++j) product *= (nu(i) - nu(j)) * (nu(i) - nu(j));
    return product.real();
}

/// c [m + 1] with p(s) = sum of c_k T_k(s), from p at s_j = cos((j + 1/2) pi / (m + 1)).
VectorXd chebyshev_series(const VectorXd& values) {
    const auto count = static_cast<double>(values.size());
    VectorXd c = VectorXd::Zero(values.size());
    for (Index k = 0; k < values.size(); ++k) {
        for (Index j = 0; j < values.size(); ++j)
            c(k) += values(j) * std::cos(std::numbers::pi * static_cast<double>(k) *
                                         (static_cast<double>(j) + 0.5) / count);
        c(k) *= (k == 0 ? 1.0 : 2.0) / count;
    }
    return c;
}

/// The zeros of sum of c_k T_k, as eigenvalues of the colleague matrix; leading coefficients of rounding's size left out.
VectorXcd zeros_of_series(const VectorXd& c) {
    Index m = c.size() - 1;
    while (m > 0 && std::abs(c(m)) <= 1e-15 * c.cwiseAbs().maxCoeff()) --m;
    if (m == 0) return {};
    MatrixXd colleague = MatrixXd::Zero(m, m);
    for (Index k = 1; k + 1 < m; ++k) colleague(k, k - 1) = colleague(k, k + 1) = 0.5;
    if (m > 1) {
        colleague(0, 1) = 1.0;
        colleague(m - 1, m - 2) = 0.5;
    }
    colleague.row(m - 1) -= c.head(m).transpose() / ((m > 1 ? 2.0 : 1.0) * c(m));
    return eigenvalues_of(colleague);
}

/// The tau > 0 with D = 0, near enough to real ones; resolved well near tau = 1.
std::vector<double> discriminant_cuts(const MatrixXd& jacobian, int n1) {
    const Index nodes = jacobian.rows() * (jacobian.rows() - 1) + 1;
    VectorXd values(nodes);
    for (Index j = 0; j < nodes; ++j)
        values(j) = discriminant(
            jacobian, n1,
            std::cos((static_cast<double>(j) + 0.5) * std::numbers::pi / static_cast<double>(nodes)));
    std::vector<double> taus;
    if (!(values.cwiseAbs().maxCoeff() > 0.0)) return taus;
    for (const std::complex<double>& s : zeros_of_series(chebyshev_series(values)))
        if (std::abs(s.imag()) <= 1e-3 && std::abs(s.real()) < 1.0)
            taus.push_back((1.0 + s.real()) / (1.0 - s.real()));
    return taus;
}

std::vector<double> cuts_of(const MatrixXd& jacobian, int n1) {
    const std::vector<double> scan = scanned_cuts();
    std::vector<double> cuts;
    const std::size_t every = jacobian.rows() > largest_fine_scan ? coarser : 1;
    for (std::size_t i = 0; i < scan.size(); i += every) cuts.push_back(scan[i]);
    if (jacobian.rows() > largest_discriminant) return cuts;
    for (int exponent = -10; exponent <= 10; exponent += 2) {
        const double unit = std::pow(10.0, exponent);
        for (const double tau : discriminant_cuts(scaled_jacobian(jacobian, n1, unit), n1))
            cuts.push_back(unit * tau);
    }
    return cuts;
}

}  // namespace

std::optional<std::vector<real_onset>> real_onsets(const MatrixXd& jacobian, int n1) {
    if (jacobian.rows() > largest_scan) return std::nullopt;
    pair_counter pairs(jacobian, n1);
    const std::vector<double> cuts = cuts_of(jacobian, n1);
    std::vector<real_onset> onsets;
    for (int least = 1; least <= static_cast<int>(jacobian.rows() / 2); ++least) {
        const auto complex = [&](double tau) { return pairs(tau) >= least; };
        const auto windows = windows_between(cuts, complex, [](double /*cut*/) { return false; });
        for (const tau_window& w : windows) {
            if (w.low > 0.0) onsets.push_back({w.low, false});
            if (std::isfinite(w.high)) onsets.push_back({w.high, true});
        }
    }
    std::sort(onsets.begin(), onsets.end(), [](const auto& a, const auto& b) { return a.tau < b.tau; });
    return onsets;
}

}  // namespace tauroa
