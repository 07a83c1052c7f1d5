#pragma once

// The instruction sets that the cpu backend was compiled for, and which of them runs.

#include <string>
#include <vector>

#include "kernels/lanes_function.hpp"

namespace tauroa {

struct instruction_set {
    const char* name;
    lanes_function run;
    bool supported;  ///< by this processor
};

/// Those compiled in, the best last; the first, `scalar`, runs everywhere.
std::vector<instruction_set> instruction_sets();

/// The best that this processor supports, or the one that the environment variable TAUROA_INSTRUCTION_SET
/// names. Throws user_error where that one is unknown or not supported.
instruction_set chosen_instruction_set();

lanes_function scalar_lanes();
lanes_function avx2_lanes();
lanes_function avx512_lanes();
lanes_function neon_lanes();

}  // namespace tauroa
