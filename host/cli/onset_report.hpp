#pragma once

// What `tauroa onset` finds: for every critical point the measured windows of capture (host/onset.hpp), by iteration alone,
// and what theory predicts: its stability windows and its attraction windows. The two meet only here, when both are there.

#include "host/onset.hpp"
#include "host/theory.hpp"

namespace tauroa::cli {

struct onset_request {
    std::unique_ptr<game_model> game;
    double gamma, radius, width;
    update_order update;
    std::uint32_t steps;
    std::vector<double> tau;  ///< the scan, ascending [>= 2]
    int threads;
};

struct point_onset {
    equilibrium point;
    tau_windows attraction;                ///< spectral radius below 1
    std::vector<capture_window> measured;  ///< in the range of the scan
};

/// One for each critical point, in their order.
std::vector<point_onset> onsets_of(const onset_request& request);

/// A measured end of a window beside the end, of the same kind and the nearest, of an attraction window.
struct compared_edge {
    tau_bracket bracket;
    double captured_at, not_captured_at;  ///< its two ends
    std::optional<double> predicted;      ///< nothing where there is no such end

    /// captured_at above the prediction, relative.
    [[nodiscard]] std::optional<double> difference() const;
};

compared_edge compared_opening(const tau_bracket& measured, const tau_windows& predicted);
compared_edge compared_closing(const tau_bracket& measured, const tau_windows& predicted);

}  // namespace tauroa::cli
