#pragma once

// The eigenvalues of J_tau = Lambda_tau J at one critical point along tau.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "host/eigenvalue_paths.hpp"
#include "host/game_model.hpp"
#include "host/real_onsets.hpp"
#include "host/theory.hpp"

namespace tauroa {

struct spectrum_request {
    game_choice game;
    named_values parameters;  ///< those given; the others are at their defaults
    std::uint64_t point = 0;  ///< index in the game's list of critical points
    std::vector<double> tau;  ///< ascending
};

struct point_spectrum {
    spectrum_request request;
    std::unique_ptr<game_model> game;
    equilibrium point;
    eigenvalue_paths along;                       ///< [tau][n]
    std::optional<std::vector<real_onset>> real;  ///< nothing where n is too large to look for them
};

/// Eigenvalues that one computation keeps at most.
inline constexpr std::uint64_t most_eigenvalues = std::uint64_t{1} << 24U;

/// Throws user_error where the game has no such point, or the file would be too large.
point_spectrum spectrum_of(const spectrum_request& request);

/// The game's critical point nearest to x. Throws user_error where it has none.
std::uint64_t nearest_point(const game_choice& game, const named_values& parameters,
                            const std::vector<double>& x);

}  // namespace tauroa
