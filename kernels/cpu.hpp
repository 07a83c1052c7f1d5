#pragma once

#include "kernels/backend.hpp"

namespace tauroa {

/// Threads and vectors; threads >= 1. Throws user_error where TAUROA_INSTRUCTION_SET names a set that is not
/// to be had.
std::unique_ptr<backend> make_cpu_backend(int threads);

}  // namespace tauroa
