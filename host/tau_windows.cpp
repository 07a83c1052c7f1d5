#include "host/tau_windows.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "host/linear_algebra.hpp"
#include "host/tau_star.hpp"

namespace tauroa {
namespace {

using Eigen::MatrixXd;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double same_cut = 1e-6;  // relative distance of two computations of one cut
constexpr double well_conditioned = 1e-12;
constexpr double resolution = 1e-11;  // eigenvalues of a pencil below this, relative, are rounding about 0

/// One tau inside each of the intervals that the cuts leave.
std::vector<double> probes_between(const std::vector<double>& cuts) {
    if (cuts.empty()) return {1.0};
    std::vector<double> probes{0.5 * cuts.front()};
    for (std::size_t i = 1; i < cuts.size(); ++i) probes.push_back(std::sqrt(cuts[i - 1] * cuts[i]));
    probes.push_back(2.0 * cuts.back());
    return probes;
}

/// Ascending, each once.
std::vector<double> apart(std::vector<double> cuts) {
    std::sort(cuts.begin(), cuts.end());
    const auto same = [](double a, double b) { return b - a <= same_cut * b; };
    cuts.erase(std::unique(cuts.begin(), cuts.end(), same), cuts.end());
    return cuts;
}

/// Where `holds` changes between low and high, to rounding.
double change_between(const std::function<bool(double)>& holds, double low, double high) {
    const bool at_low = holds(low);
    for (int i = 0; i < 200; ++i) {
        const double middle = 0.5 * (low + high);
        if (!(low < middle && middle < high)) break;
        (holds(middle) == at_low ? low : high) = middle;
    }
    return high;
}

}  // namespace

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

std::vector<double> scanned_cuts() {
    std::vector<double> cuts;
    for (int i = 0; i <= 4800; ++i) cuts.push_back(std::pow(10.0, -6.0 + i / 400.0));
    return cuts;
}

std::vector<tau_window> windows_between(std::vector<double> cuts, const std::function<bool(double)>& holds,
                                        const std::function<bool(double)>& touches) {
    cuts = apart(std::move(cuts));
    const std::vector<double> probes = probes_between(cuts);
    std::vector<tau_window> windows;
    bool open = holds(probes.front());
    double opened = 0.0;
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        const bool next = holds(probes[i + 1]);
        const double edge = next != open ? change_between(holds, probes[i], probes[i + 1]) : cuts[i];
        const bool touched = open && next && touches(edge);
        if (open && (!next || touched)) windows.push_back({opened, edge});
        if (next && (!open || touched)) opened = edge;
        open = next;
    }
    if (open) windows.push_back({opened, infinity});
    return windows;
}

}  // namespace tauroa
