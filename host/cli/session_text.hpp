#pragma once

// What a session says of itself.

#include <string>

#include "host/cli/session.hpp"
#include "output/map_file.hpp"

namespace tauroa::cli {

/// What was understood of a request, and what computes it, on standard error.
void echo(const session& run, const map_request& request, const backend& with);

/// The command that goes on where this one stopped.
std::string resuming_command(invocation by);

/// The program and its command line; of the rest nothing.
map_provenance provenance_of(const invocation& by);

/// Who computes, without seconds, steps and notes.
map_provenance provenance_of(const session& run, const backend& with);

}  // namespace tauroa::cli
