#include "host/cli/curve_report.hpp"

#include <cmath>
#include <iomanip>
#include <iostream>
#include <sstream>

#include "host/cli/point_text.hpp"
#include "host/number.hpp"
#include "host/tau_list.hpp"
#include "kernels/problem.hpp"

namespace tauroa::cli {
namespace {

constexpr std::size_t most_coordinates = 8;  // in a line

/// (10.572164, -8.951739), or nothing where that is too long.
std::string coordinates(const double* x, std::size_t n) {
    if (n > most_coordinates) return {};
    return text_of(Eigen::VectorXd(Eigen::Map<const Eigen::VectorXd>(x, static_cast<Eigen::Index>(n)))) + " ";
}

std::string rate_text(const char* name, double rate) {
    std::ostringstream text;
    text << name << ' ' << std::setprecision(8);
    if (std::isnan(rate))
        text << "too short to tell";
    else
        text << rate;
    return text.str();
}

std::string end_text(const trajectory_tables& t, std::size_t i) {
    const std::size_t n = t.variables.size();
    if (t.end[i] == diverged) return "diverged";
    std::ostringstream text;
    text << std::setprecision(3);
    if (t.end[i] < 0) {
        text << "at none of the listed critical points";
        if (!std::isnan(t.distance[i])) text << ", the nearest is " << t.distance[i] << " away";
        return text.str();
    }
    const auto j = static_cast<std::size_t>(t.end[i]);
    text << "at " << j << " " << coordinates(&t.equilibria.location[j * n], n)
         << t.equilibria.kind_names[t.equilibria.kind[j]] << ", distance " << t.distance[i]
         << ", per step: " << rate_text("measured", t.rate_measured[i]) << ", "
         << rate_text("spectral radius", t.rate_spectral[i]);
    if (!std::isnan(t.rate_theorem_4[i])) text << ", " << rate_text("Theorem 4", t.rate_theorem_4[i]);
    return text.str();
}

std::vector<tau_window> windows_of(const spectrum_tables& t) {
    std::vector<tau_window> all;
    for (std::size_t i = 0; i + 1 < t.window.size(); i += 2) all.push_back({t.window[i], t.window[i + 1]});
    return all;
}

}  // namespace

std::string echo_of(const std::vector<double>& tau) {
    constexpr std::size_t most = 40;
    return std::to_string(tau.size()) + " tau: " +
           (tau.size() <= most ? to_string(tau)
                               : shortest(tau[0]) + "," + shortest(tau[1]) + ",...," + shortest(tau.back()));
}

void print_ends(const trajectory_tables& t) {
    std::cout << "at k = " << t.step.back() << ":\n";
    for (std::size_t i = 0; i < t.end.size(); ++i)
        std::cout << "tau = " << shortest(t.tau[i / t.starts]) << ", start " << i % t.starts << ": "
                  << end_text(t, i) << '\n';
}

void print_spectrum(const spectrum_tables& t) {
    std::cout << "critical point " << t.point << " " << coordinates(t.location.data(), t.location.size())
              << t.kind << '\n'
              << "stable for " << text_of(windows_of(t))
              << (t.windows_by == "scan" ? " (scanned from 1e-6 to 1e6)" : "") << '\n'
              << std::setprecision(7);
    if (!std::isnan(t.tau_star)) std::cout << "tau* = " << t.tau_star << '\n';
    if (!t.onsets_known) std::cout << "where pairs of eigenvalues become real was not looked for\n";
    for (std::size_t i = 0; i < t.real_at.size(); ++i)
        std::cout << "a pair of eigenvalues becomes " << (t.becomes_real[i] != 0 ? "real" : "complex")
                  << " at tau = " << t.real_at[i] << '\n';
}

}  // namespace tauroa::cli
