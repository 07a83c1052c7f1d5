#pragma once

// The eigenvalues of J_tau = Lambda_tau J along tau as n continuous paths. Between neighbouring tau the eigenvalues are
// matched one to one so that the sum of |lambda - lambda'|^2 is least. Where tau rises by more than 5 % at once, or the
// match is not the same by way of the middle, sqrt(tau tau'), it is made by way of that, and so on, up to 2^-10 of 5 %. Where two eigenvalues meet, as at the tau of
// host/real_onsets.hpp, either continuation is continuous, and one of them is taken.

#include <Eigen/Core>
#include <complex>
#include <cstdint>
#include <vector>

namespace tauroa {

struct eigenvalue_paths {
    std::vector<std::vector<std::complex<double>>> eigenvalues;  ///< [tau][n], by real, then imaginary part
    std::vector<std::vector<std::uint32_t>> path;  ///< [tau][n]: the path 0 ... n-1 on which each lies
};

/// Of the Jacobian J [n, n], along taus > 0, ascending. Path i begins at the i-th eigenvalue of the first tau.
eigenvalue_paths paths_along(const Eigen::MatrixXd& jacobian, int n1, const std::vector<double>& taus);

}  // namespace tauroa
