// Figures 10 and 11: the covariance GAN.

#include "host/cli/figures/figures.hpp"

namespace tauroa::cli {

std::vector<curve_figure> covariance_gan_figures() { return {}; }

}  // namespace tauroa::cli
