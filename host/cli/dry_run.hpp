#pragma once

#include "host/sweep.hpp"

namespace tauroa::cli {

/// --dry-run: starts, memory, file size, predicted time; on standard output, nothing written.
void predict(const sweep_plan& draft, backend& with);

}  // namespace tauroa::cli
