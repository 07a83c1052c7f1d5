#pragma once

// What the commands that write one small file in one go have in common.

#include <functional>

#include "host/cli/session.hpp"
#include "output/hdf5.hpp"
#include "output/map_file.hpp"

namespace tauroa::cli {

/// Throws user_error where the file cannot be written, or is there already and is not to be replaced.
void check_new_file(const run_options& o, const std::string& what);

/// Throws interrupted where the run was told to stop: nothing is kept of it.
void check_stop(const session& run);

/// Writes the file: `fill` its root, then digest and provenance. `pause` is called now and then; what it throws, as check_stop
/// does, ends the writing, and leaves no file.
void write_curves(const session& run, const std::string& target, std::uint64_t steps_computed,
                  const std::vector<std::string>& notes, const std::function<void()>& pause,
                  const std::function<void(hid_t root)>& fill);

}  // namespace tauroa::cli
