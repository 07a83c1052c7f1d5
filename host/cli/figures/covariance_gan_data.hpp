#pragma once

// Sigma, V0 and W0 of Figures 10 and 11, drawn by the paper's authors: Sigma = U U^T + I, U, V0 and W0 standard normal. Row by row,
// [d][d].

#include <vector>

namespace tauroa::cli {

struct covariance_gan_setting {
    int d;
    std::vector<double> sigma, v0, w0;
};

covariance_gan_setting covariance_gan_1();
covariance_gan_setting covariance_gan_5();
covariance_gan_setting covariance_gan_10();

}  // namespace tauroa::cli
