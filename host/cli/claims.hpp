#pragma once

// The command `claims`.

#include <CLI/CLI.hpp>
#include <functional>

namespace tauroa::cli {

/// Adds the command; `chosen` is what is then to be done.
void add_claims(CLI::App& app, std::function<void()>& chosen);

}  // namespace tauroa::cli
