#include "host/cli/dry_run.hpp"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <iostream>

#include "host/cli/session.hpp"

namespace tauroa::cli {
namespace {

/// The same request for some tau, on a coarse grid with a short horizon: the proofs' seconds for each tau, steps a second, and
/// steps a start up to the horizon asked for.
struct rehearsal {
    double proof_seconds = 0.0, steps_per_second = 0.0, steps_per_start = 0.0;
};

/// How many starts would take more steps: with noise, all that have not diverged.
std::ptrdiff_t under_way(const tile& t, bool noise) {
    const auto size = static_cast<std::ptrdiff_t>(t.label.size());
    return noise ? size - std::count(t.label.begin(), t.label.end(), diverged)
                 : std::count(t.label.begin(), t.label.end(), not_arrived);
}

rehearsal rehearse(const map_request& request, backend& with) {
    constexpr std::uint64_t most_starts_an_axis = 24;
    constexpr std::uint32_t short_horizon = 4096;
    map_request small = request;
    for (axis& a : small.axes) a.count = std::min(a.count, most_starts_an_axis);
    if (small.sample)
        small.sample->count = std::min(small.sample->count, most_starts_an_axis * most_starts_an_axis);
    if (small.tau.size() > 4) small.tau.resize(4);
    if (small.noise) small.noise->repeats = 1;
    small.steps = std::min(small.steps, short_horizon);
    sweep_plan rehearsed = draft_of(small);
    const auto begun = steady::now();
    prove(rehearsed, progress());
    const auto proven = steady::now();
    progress done;
    double left = 0.0;  // steps that those not yet arrived may still take
    run_sweep(rehearsed, with, done, [&](const tile& t) {
        left += static_cast<double>(under_way(t, small.noise.has_value())) *
                (static_cast<double>(request.steps) - small.steps);
    });
    const auto steps = static_cast<double>(done.steps.load());
    return {std::chrono::duration<double>(proven - begun).count() / static_cast<double>(small.tau.size()),
            steps / seconds_since(proven), (steps + left) / static_cast<double>(rehearsed.starts())};
}

}  // namespace

void predict(const sweep_plan& draft, backend& with) {
    constexpr double at_rest = 30.0;         // MB of the program itself
    constexpr double tiles_in_memory = 5.0;  // computed, waiting, packed
    const auto starts = static_cast<double>(draft.starts());
    const auto n = static_cast<double>(draft.base.size());
    const double cell =
        sizeof(std::int16_t) + sizeof(std::uint32_t) + (draft.request.save_final ? 8.0 * n : 0.0);
    const tiling cut = tiling_of(draft);
    const auto tile_cells = static_cast<double>(cut.cells(cut.together(0, cut.strips())).cells());
    const double starts_in_memory = draft.box ? tile_cells * 8.0 * n : 0.0;
    const double stored_starts = draft.box ? static_cast<double>(draft.columns()) * 8.0 * (n + 1.0) : 0.0;
    // With noise, two numbers for each start and label; those of one chunk of the map are counted at once.
    const double labels =
        draft.request.noise ? static_cast<double>(tally_size(static_cast<int>(draft.points.size()))) : 0.0;
    const double shares = starts / static_cast<double>(draft.repeats()) * labels * 16.0;
    const double counted = static_cast<double>(block_edge * block_edge) * labels * 4.0;
    const rehearsal r = rehearse(draft.request, with);
    const double seconds = static_cast<double>(draft.request.tau.size()) * r.proof_seconds +
                           (r.steps_per_second > 0.0 ? starts * r.steps_per_start / r.steps_per_second : 0.0);
    std::cout << "starts: " << draft.starts() << '\n'
              << std::fixed << std::setprecision(0) << "memory: about "
              << std::ceil((tiles_in_memory * tile_cells * cell + starts_in_memory + counted) / 1e6) + at_rest
              << " MB\n"
              << "file size: at most " << std::ceil((starts * cell + stored_starts + shares) / 1e6)
              << " MB, compressed usually far less; twice that while it is being put together\n"
              << "predicted time: at most about " << std::ceil(seconds) << " s\n";
}

}  // namespace tauroa::cli
