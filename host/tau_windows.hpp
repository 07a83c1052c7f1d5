#pragma once

// Sets of tau as unions of open intervals: where something holds that can change only at known tau, the cuts. One tau
// inside each interval between cuts decides it; the ends are then refined by bisection on what is asked itself.

#include <Eigen/Core>
#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace tauroa {

/// An open interval of tau; high may be infinite.
struct tau_window {
    double low, high;
};

enum class window_method : std::uint8_t { pencil, scan, structure };

/// Their names in files and in JSON, by value.
inline constexpr std::array<const char*, 3> window_method_names{"pencil", "scan", "structure"};

struct tau_windows {
    std::vector<tau_window> windows;  ///< ascending, disjoint
    window_method method = window_method::pencil;
};

/// The positive real tau with det(B1 + tau B2) = 0; nothing where that holds for every tau. With B1 + s B2
/// regular, they are s - 1/mu for the eigenvalues mu of (B1 + s B2)^-1 B2; mu = 0 stands for an infinite tau,
/// mu = 1/s for tau = 0.
std::optional<std::vector<double>> pencil_taus(const Eigen::MatrixXd& b1, const Eigen::MatrixXd& b2);

/// Evenly spaced logarithms from 1e-6 to 1e6, in place of cuts where there is no pencil that serves.
std::vector<double> scanned_cuts();

/// Where `holds`, which changes at cuts only. touches(cut): whether it fails at the cut itself though it holds on either
/// side.
std::vector<tau_window> windows_between(std::vector<double> cuts, const std::function<bool(double)>& holds,
                                        const std::function<bool(double)>& touches);

}  // namespace tauroa
