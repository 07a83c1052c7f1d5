#pragma once

// What is proven of a map before it is computed, one tau at a time; nothing unproven is used. Only host/interval.hpp's
// enclosures of the computed iteration count as proof.

#include <functional>

#include "host/request.hpp"
#include "host/theory.hpp"
#include "kernels/problem.hpp"

namespace tauroa {

/// Half-spaces x_v <= low[v] and x_v >= high[v] [n]; infinite where nothing was proven.
struct half_space_bounds {
    std::vector<double> low, high;
    [[nodiscard]] bool any() const;
    /// As backends read them; null where there is none.
    [[nodiscard]] half_spaces view() const;
};

struct certificates {
    half_space_bounds escape, far_away;
    std::uint32_t steps = 1;            ///< between two tests (test_interval)
    std::vector<double> squared_watch;  ///< [points that attract]
    double bound = divergence_bound;
    std::vector<passage> passages;  ///< [points that attract][passage_lengths], where there are squared_watch

    std::vector<double> capture_shape;                ///< [points that attract][n][n]
    std::vector<double> capture_level, capture_rate;  ///< [points that attract][levels] (host/capture.hpp)
    std::vector<std::uint32_t> capture_steps;         ///< [points that attract][levels]: steps until arrival
    int capture_levels = 0;

    [[nodiscard]] capture_ellipsoids ellipsoids() const {
        return {capture_shape.data(), capture_level.data(), capture_steps.data(), capture_levels};
    }
    /// For the i-th point that attracts; NaN where nothing was proven.
    [[nodiscard]] double watch(std::size_t i) const;
    /// Who passes by it within 2^length blocks.
    [[nodiscard]] passage passage_by(std::size_t i, int length) const;
    [[nodiscard]] test_interval interval() const {
        return {steps, squared_watch.data(), bound, passages.empty() ? nullptr : passages.data()};
    }
};

/// Nothing for a game whose number of variables depends on its parameters, nor with noise: proofs are about the update
/// without. Otherwise: proves what it can for each tau of a completed request. at: [tau][point]. For a plain request only what never changes
/// a label or its iterations: the interval of tests. Capture only where labels alone are asked for. Where `stop` says so it
/// returns before the next tau.
std::vector<certificates> certificates_of(const map_request& request, const game_model& game,
                                          const std::vector<equilibrium>& points,
                                          const std::vector<std::vector<equilibrium_at>>& at,
                                          const std::function<bool()>& stop);

}  // namespace tauroa
