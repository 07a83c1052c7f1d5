#include "host/cli/figures/figures.hpp"

namespace tauroa::cli {

std::vector<curve_figure> curve_figures() {
    std::vector<curve_figure> all;
    for (const auto& some : {dirac_gan_figures(), four_variable_figures(), polynomial_figures(),
                             torus_figures(), covariance_gan_figures()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

std::vector<double> smooth_taus(double low, double high) {
    constexpr std::uint64_t count = 2000;
    std::vector<double> all = linspace(0.0, 1.0, count);
    for (double& u : all) u = low + (high - low) * u * u;
    all.back() = high;
    return all;
}

}  // namespace tauroa::cli
