// Figures 10 and 11: the covariance GAN. Sigma, V0 and W0 of d = 1, 5 and 10 are the authors'; those of d = 20 are not published
// and drawn here.

#include <cmath>

#include "host/cli/figures/covariance_gan_data.hpp"
#include "host/cli/figures/figures.hpp"
#include "host/normal.hpp"

namespace tauroa::cli {
namespace {

constexpr const char* game = "covariance-gan";

/// d, mu and the entries of Sigma on and above its diagonal.
named_values parameters_of(const covariance_gan_setting& s, double mu) {
    named_values all{{"d", s.d}, {"mu", mu}};
    const auto d = static_cast<std::size_t>(s.d);
    for (std::size_t i = 0; i < d; ++i)
        for (std::size_t j = i; j < d; ++j)
            all.emplace_back("Sigma" + std::to_string(i + 1) + "_" + std::to_string(j + 1),
                             s.sigma[i * d + j]);
    return all;
}

/// U of seed 0, V0 and W0 of seed 1.
covariance_gan_setting covariance_gan_20() {
    constexpr std::uint64_t d = 20;
    const auto u = [](std::uint64_t row, std::uint64_t column) {
        return standard_normal(0, row * d + column);
    };
    covariance_gan_setting s{d, {}, {}, {}};
    for (std::uint64_t i = 0; i < d; ++i)
        for (std::uint64_t j = 0; j < d; ++j) {
            double sum = i == j ? 1.0 : 0.0;
            for (std::uint64_t k = 0; k < d; ++k) sum += u(i, k) * u(j, k);
            s.sigma.push_back(sum);
        }
    for (std::uint64_t i = 0; i < 2 * d * d; ++i) (i < d * d ? s.v0 : s.w0).push_back(standard_normal(1, i));
    return s;
}

trajectory_request request_of(const covariance_gan_setting& s, double mu) {
    constexpr int few = 5;  // beyond, not every state is kept
    trajectory_request r;
    r.game = game;
    r.parameters = parameters_of(s, mu);
    r.starts = {s.v0};
    r.starts[0].insert(r.starts[0].end(), s.w0.begin(), s.w0.end());
    r.tau = {1, 5, 10, 25};
    r.gamma = 0.001;
    r.steps = 5'000;
    r.every = s.d <= few ? 1 : 10;
    return r;
}

/// At V = sqrt(Sigma), W = 0, of d = 1.
figure_spectrum spectrum_of(const char* name, double mu, double highest_tau) {
    const covariance_gan_setting s = covariance_gan_1();
    return {name, game, parameters_of(s, mu), {std::sqrt(s.sigma[0]), 0.0}, smooth_taus(0.1, highest_tau)};
}

}  // namespace

std::vector<curve_figure> covariance_gan_figures() {
    const covariance_gan_setting one = covariance_gan_1();
    curve_figure fig10{"fig10", request_of(one, 0.5)};
    fig10.runs = {{"d1_mu0.75", request_of(one, 0.75)},
                  {"d1_mu1", request_of(one, 1.0)},
                  {"d5", request_of(covariance_gan_5(), 1.0)},
                  {"d10", request_of(covariance_gan_10(), 1.0)},
                  {"d20", request_of(covariance_gan_20(), 1.0)}};
    fig10.spectra = {spectrum_of("mu_0.5", 0.5, 100.0), spectrum_of("mu_0.75", 0.75, 50.0),
                     spectrum_of("mu_1", 1.0, 30.0)};
    fig10.notes = {"Sigma, V0 and W0 of d = 20 are not the authors': theirs are not published."};
    curve_figure fig11{"fig11", request_of(one, 0.5)};
    fig11.runs = {{"mu_0.75", request_of(one, 0.75)}, {"mu_1", request_of(one, 1.0)}};
    return {fig10, fig11};
}

}  // namespace tauroa::cli
