#include "host/claims/paths.hpp"

#include <algorithm>
#include <boost/math/tools/minima.hpp>
#include <cmath>

#include "host/eigenvalue_paths.hpp"
#include "host/real_onsets.hpp"
#include "kernels/error.hpp"

namespace tauroa::claims {
namespace {

constexpr int scanned = 400;

std::vector<double> scan(double low, double high) {
    std::vector<double> taus;
    for (int i = 0; i <= scanned; ++i)
        taus.push_back(low * std::pow(high / low, static_cast<double>(i) / scanned));
    return taus;
}

/// The imaginary part of the eigenvalue of J_tau that is nearest to this one.
double imaginary_near(const subject& at, double tau, std::complex<double> known) {
    const spectrum all = at.eigenvalues(tau);
    return std::min_element(all.begin(), all.end(),
                            [&](auto& a, auto& b) { return std::abs(a - known) < std::abs(b - known); })
        ->imag();
}

}  // namespace

std::vector<double> becomes_real(const subject& at) {
    std::vector<double> taus;
    const auto onsets = real_onsets(at.jacobian(), at.game->n1());
    if (!onsets) throw failure("claims: real eigenvalues are not looked for in so many variables");
    for (const real_onset& o : *onsets)
        if (o.becomes_real) taus.push_back(o.tau);
    return taus;
}

std::vector<double> imaginary_peaks(const subject& at, double low, double high) {
    const std::vector<double> taus = scan(low, high);
    const eigenvalue_paths paths = paths_along(at.jacobian(), at.game->n1(), taus);
    const std::size_t n = paths.path.front().size();
    std::vector<double> peaks;
    for (std::uint32_t which = 0; which < n; ++which) {
        spectrum along;
        for (std::size_t t = 0; t < taus.size(); ++t) {
            const auto& row = paths.path[t];
            along.push_back(paths.eigenvalues[t][static_cast<std::size_t>(
                std::find(row.begin(), row.end(), which) - row.begin())]);
        }
        const auto peak =
            static_cast<std::size_t>(std::max_element(along.begin(), along.end(),
                                                      [](auto& a, auto& b) { return a.imag() < b.imag(); }) -
                                     along.begin());
        if (along[peak].imag() <= 0.0 || peak == 0 || peak + 1 == taus.size()) continue;
        const auto falling = [&](double tau) { return -imaginary_near(at, tau, along[peak]); };
        peaks.push_back(
            boost::math::tools::brent_find_minima(falling, taus[peak - 1], taus[peak + 1], 40).first);
    }
    std::sort(peaks.begin(), peaks.end());
    return peaks;
}

double rotation_ends(const subject& at, double low, double high) {
    const auto over = [&](double tau) {
        const spectrum all = at.eigenvalues(tau);
        return std::all_of(all.begin(), all.end(), [](auto& l) { return std::abs(l.imag()) <= l.real(); });
    };
    if (over(low) || !over(high)) throw failure("claims: rotation does not end between these tau");
    for (int i = 0; i < 60; ++i) {
        const double middle = 0.5 * (low + high);
        (over(middle) ? high : low) = middle;
    }
    return high;
}

}  // namespace tauroa::claims
