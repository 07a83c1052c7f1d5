#pragma once

// What the backends' test asks of them (backend_test.cpp): games, updates, horizons, proofs and noise.

#include <cstdint>
#include <limits>
#include <vector>

#include "kernels/problem.hpp"

namespace backend_settings {

using namespace tauroa;

struct setting {
    const char* game;
    update_order update;
    double tau, gamma, tolerance;
    std::uint32_t steps;
    bool proofs = false;  ///< half-spaces are taken for proven, tests for arrival made now and then
    bool labels_only = false;
    const noise* disturbance = nullptr;
};

inline constexpr double pi = 3.141592653589793;

// Points of arrival near the games' own, written out so that this test needs no host code.
inline const std::vector<double> polynomial_points{-11.0297390, -11.0297390, -1.6216540,
                                                   -1.6216540,  10.572164,   -8.951739};
inline const std::vector<double> torus_points{0.0, 0.0, pi, 0.0, pi, pi};
inline const std::vector<std::int16_t> labels{1, 4, 5};

inline const std::vector<setting> settings{
    {"polynomial", update_order::simultaneous, 2.0, 1e-3, 1e-3, 3000},
    {"polynomial", update_order::alternating, 5.0, 1e-3, 1e-2, 3000},
    {"polynomial", update_order::alternating, 60.0, 0.4, 1e-3, 500},  // diverges often
    {"polynomial", update_order::alternating, 1.0, 1e300, 1e-3, 50},  // to infinity and NaN
    {"torus", update_order::simultaneous, 1.0, 1e300, 1e-3, 50},
    {"torus", update_order::simultaneous, 0.5, 0.04, 1e-4, 2000},
    {"torus", update_order::alternating, 2.0, 0.04, 1e-4, 2000},
    {"torus", update_order::alternating, 10.0, 1.5, 1e-2, 300},
    {"torus", update_order::simultaneous, 1.0, 0.04, 1e-4, 0},
    {"polynomial", update_order::simultaneous, 2.0, 1e-3, 1e-3, 3000, true},
    {"polynomial", update_order::alternating, 5.0, 1e-3, 1e-2, 4000, true},
    {"polynomial", update_order::alternating, 5.0, 1e-3, 1e-2, 31, true},
    {"torus", update_order::alternating, 2.0, 0.04, 1e-4, 2000, true},
    {"polynomial", update_order::alternating, 5.0, 1e-3, 1e-2, 4000, true, true},
    {"torus", update_order::simultaneous, 2.0, 0.04, 1e-4, 2000, true, true},
};

inline constexpr noise little{0.5, 0.0, 7, 2}, decaying{20.0, 0.6, 0xfedcba9876543210, 999'999},
    huge{1e15, 0.0, 1, 0};
inline constexpr noise none{0.0, 0.0, 0, 0};

/// With noise: horizons below, at and above the lanes of a pack, starts that diverge early, late and never.
inline const std::vector<setting> noisy_settings{
    {"polynomial", update_order::simultaneous, 2.0, 1e-3, 0.5, 700, false, false, &decaying},
    {"polynomial", update_order::alternating, 5.0, 1e-3, 1.0, 1000, false, false, &little},
    {"polynomial", update_order::alternating, 60.0, 0.4, 1e-3, 500, false, false, &little},
    {"polynomial", update_order::alternating, 2.0, 1e-3, 1e-3, 40, false, false, &huge},
    {"torus", update_order::simultaneous, 2.0, 0.04, 0.3, 513, false, false, &little},
    {"torus", update_order::alternating, 2.0, 0.04, 0.3, 1000, false, false, &decaying},
    {"torus", update_order::alternating, 2.0, 0.04, 0.2, 800, false, false, &none},
    {"torus", update_order::simultaneous, 2.0, 0.04, 0.5, 0, false, false, &little},
    {"torus", update_order::simultaneous, 2.0, 0.04, 0.5, 1, false, false, &little},
};

/// What a host could have proven: half-spaces out of which no start comes back, and that no distance, and no movement of a
/// step, grows more than eightfold within 32 steps: so that nobody gets further from where it was than 256 first movements, or in
/// 64 steps, 4096.
struct proofs {
    static constexpr double infinity = std::numeric_limits<double>::infinity();
    std::vector<double> escape_low{-infinity, -15.0}, escape_high{infinity, 15.0};
    std::vector<double> far_low{-infinity, -infinity}, far_high{14.5, infinity};
    std::vector<double> squared_watch;
    std::vector<passage> passages;
    std::vector<double> shape{2.0, 0.1, 0.1, 1.0, 1.0, 0.0, 0.0, 1.0, 3.0, -1.0, -1.0, 2.0};
    std::vector<double> level{0.01, 0.04, 0.02, 0.02, 0.01, 1.0};
    std::vector<std::uint32_t> steps{300, 900, 500, 500, 100, 4000};

    explicit proofs(double tolerance)
        : squared_watch(3, 64.0 * tolerance * tolerance), passages(passage_lengths * 3, passed_by_nobody) {
        for (std::size_t i = 0; i < passages.size(); i += passage_lengths) {
            passages[i] = {2.0 * tolerance * tolerance, 0.0, 2.0 * 512.0 * 512.0, 0.25};
            passages[i + 1] = {2.0 * tolerance * tolerance, 0.0, 2.0 * 8192.0 * 8192.0, 0.25};
        }
    }
    /// labels_only: ellipsoids of capture, too, each with two levels.
    void lend(problem& p, bool labels_only) const {
        if (labels_only) p.capture = {shape.data(), level.data(), steps.data(), 2};
        p.escape = {escape_low.data(), escape_high.data()};
        p.far_away = {far_low.data(), far_high.data()};
        p.interval = {32, squared_watch.data(), 9e11, passages.data()};
    }
};

}  // namespace backend_settings
