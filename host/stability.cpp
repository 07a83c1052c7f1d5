#include "host/stability.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "host/linear_algebra.hpp"
#include "host/tau_star.hpp"

namespace tauroa {
namespace {

using Eigen::MatrixXd;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr int largest_pencil = 16;  // variables; the pencil's order is n (n+1) / 2
constexpr double touching = 1e-6;   // Re / |.| of an eigenvalue that touches the imaginary axis
constexpr double same_cut = 1e-6;   // relative distance of two computations of one cut
constexpr double well_conditioned = 1e-12;
constexpr double beyond_rounding =
    1e-10;  // of a real part relative to the norms of J and J_tau, where nothing else vouches for it
constexpr double resolution = 1e-11;  // eigenvalues of a pencil below this, relative, are rounding about 0

/// The smallest Re lambda / |lambda| of J_tau's eigenvalues: above 0 where -J_tau is Hurwitz.
double margin(const MatrixXd& jacobian, int n1, double tau) {
    const Eigen::VectorXcd lambda = eigenvalues_of(scaled_jacobian(jacobian, n1, tau));
    return lambda.unaryExpr([](std::complex<double> l) { return l == 0.0 ? 0.0 : l.real() / std::abs(l); })
        .minCoeff();
}

/// The positive real tau with det(B1 + tau B2) = 0; nothing where that holds for every tau. With B1 + s B2
/// regular, they are s - 1/mu for the eigenvalues mu of (B1 + s B2)^-1 B2; mu = 0 stands for an infinite tau,
/// mu = 1/s for tau = 0.
std::optional<std::vector<double>> pencil_taus(const MatrixXd& b1, const MatrixXd& b2) {
    for (const double s : {0.7310585786300049, 1.9151207684810384, 17.320508075688775}) {
        const MatrixXd shifted = b1 + s * b2;
        if (!(reciprocal_condition(shifted) > well_conditioned)) continue;
        const Eigen::VectorXcd mu = eigenvalues_of(solve(shifted, b2));
        const double rounding = resolution * mu.cwiseAbs().maxCoeff();
        const auto tau_of = [=](std::complex<double> m) {
            const std::complex<double> tau = s - 1.0 / m;
            return std::abs(m) <= rounding || std::abs(tau) <= resolution * s ? std::complex<double>(0.0)
                                                                              : tau;
        };
        return positive_real(mu.unaryExpr(tau_of));
    }
    return std::nullopt;
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
    std::sort(cuts->begin(), cuts->end());
    const auto same = [](double a, double b) { return b - a <= same_cut * b; };
    cuts->erase(std::unique(cuts->begin(), cuts->end(), same), cuts->end());
    return cuts;
}

/// Evenly spaced logarithms, in place of the pencil's cuts.
std::vector<double> scanned_cuts() {
    std::vector<double> cuts;
    for (int i = 0; i <= 4800; ++i) cuts.push_back(std::pow(10.0, -6.0 + i / 400.0));
    return cuts;
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

    /// Where it changes between low and high, to rounding.
    [[nodiscard]] double change_between(double low, double high) const {
        const bool at_low = (*this)(low);
        for (int i = 0; i < 200; ++i) {
            const double middle = 0.5 * (low + high);
            if (!(low < middle && middle < high)) break;
            ((*this)(middle) == at_low ? low : high) = middle;
        }
        return high;
    }

  private:
    const MatrixXd* jacobian_;
    int n1_;
    window_method method_;
};

/// One tau inside each of the intervals that the cuts leave.
std::vector<double> probes_between(const std::vector<double>& cuts) {
    if (cuts.empty()) return {1.0};
    std::vector<double> probes{0.5 * cuts.front()};
    for (std::size_t i = 1; i < cuts.size(); ++i) probes.push_back(std::sqrt(cuts[i - 1] * cuts[i]));
    probes.push_back(2.0 * cuts.back());
    return probes;
}

}  // namespace

stability_windows windows_of(const MatrixXd& jacobian, int n1, const std::vector<double>& more_cuts) {
    const auto from_pencil = pencil_cuts(jacobian, n1, more_cuts);
    stability_windows result;
    result.method = from_pencil ? window_method::pencil : window_method::scan;
    const std::vector<double> cuts = from_pencil ? *from_pencil : scanned_cuts();
    const std::vector<double> probes = probes_between(cuts);
    const stability_test is_stable(jacobian, n1, result.method);
    bool stable = is_stable(probes.front());
    double opened = 0.0;
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        const bool next = is_stable(probes[i + 1]);
        const double edge = next != stable ? is_stable.change_between(probes[i], probes[i + 1]) : cuts[i];
        const bool touches = stable && next && from_pencil && margin(jacobian, n1, edge) <= touching;
        if (stable && (!next || touches)) result.windows.push_back({opened, edge});
        if (next && (!stable || touches)) opened = edge;
        stable = next;
    }
    if (stable) result.windows.push_back({opened, infinity});
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

std::vector<std::complex<double>> sorted_eigenvalues(const MatrixXd& a) {
    const Eigen::VectorXcd of = eigenvalues_of(a);
    std::vector<std::complex<double>> sorted(of.begin(), of.end());
    std::sort(sorted.begin(), sorted.end(), [](const auto& x, const auto& y) {
        return x.real() != y.real() ? x.real() < y.real() : x.imag() < y.imag();
    });
    return sorted;
}

}  // namespace tauroa
