#pragma once

// One run of the program that computes sweeps.

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "host/cli/crew.hpp"
#include "host/cli/options.hpp"
#include "host/cli/stop_watch.hpp"
#include "host/sweep.hpp"

namespace tauroa::cli {

using steady = std::chrono::steady_clock;

inline double seconds_since(steady::time_point begun) {
    return std::chrono::duration<double>(steady::now() - begun).count();
}

/// The processes, the clock, and what stops them. Made before any thread is.
class session {
  public:
    session(const run_options& options, const invocation& by);

    [[nodiscard]] crew& all() const { return *crew_; }
    [[nodiscard]] progress& told() { return told_; }
    [[nodiscard]] const run_options& options() const { return *options_; }
    [[nodiscard]] const invocation& by() const { return *by_; }
    [[nodiscard]] steady::time_point begun() const { return begun_; }

    /// Whether this process tells how things go.
    [[nodiscard]] bool talks() const { return crew_->leads() && !options_->quiet; }

    /// Throws interrupted where the run was told to stop.
    void check_stop() const;

    /// The backend that the options name; a rank of several takes the GPU of its place on the machine. Throws user_error.
    [[nodiscard]] std::unique_ptr<backend> make_backend() const;
    /// The same for one game: `auto` is cpu for one that runs on the CPU only.
    [[nodiscard]] std::unique_ptr<backend> make_backend(const game_model& game) const;

  private:
    const run_options* options_;
    const invocation* by_;
    steady::time_point begun_ = steady::now();
    progress told_;
    stop_watch watch_;
    std::unique_ptr<crew> crew_;
};

/// Computes a map, or one part of it (--shard), and writes it; goes on where an earlier run stopped, with --resume. `notes` go to
/// the file's provenance. Every process of the crew calls it. Throws interrupted, failure, user_error.
void carry_out(session& run, sweep_plan draft, backend& with, const std::string& target,
               const std::optional<shard>& part, const std::vector<std::string>& notes);

}  // namespace tauroa::cli
