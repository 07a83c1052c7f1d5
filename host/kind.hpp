#pragma once

// Kinds of critical points (Fiez and Ratliff 2021, section 2; SPEC.md section 1), read off the Jacobian
//     J = [[J11, J12], [J21, J22]],  S1 = J11 - J12 J22^-1 J21,  symmetric parts throughout:
//     differential Nash equilibrium         J11 > 0, J22 > 0     (zero-sum: D11 > 0, D22 < 0)
//     differential Stackelberg equilibrium  S1 > 0,  J22 > 0
// A differential Nash equilibrium of a zero-sum game is a differential Stackelberg equilibrium too; the
// stronger name is given.

#include <Eigen/Core>
#include <array>
#include <cstdint>

namespace tauroa {

enum class kind : std::uint8_t { differential_nash, differential_stackelberg, non_equilibrium, degenerate };

/// Their names in files and in JSON, by value.
inline constexpr std::array<const char*, 4> kind_names{"differential-nash", "differential-stackelberg",
                                                       "non-equilibrium", "degenerate"};

inline bool is_equilibrium(kind k) {
    return k == kind::differential_nash || k == kind::differential_stackelberg;
}

/// The kind of a critical point with Jacobian J [n, n], player 1 having n1 variables. degenerate: J22 or S1
/// is singular (smallest singular value below 1e-12 of J's norm).
kind kind_of(const Eigen::MatrixXd& jacobian, int n1);

}  // namespace tauroa
