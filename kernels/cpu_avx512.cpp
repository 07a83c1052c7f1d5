// The cpu backend's lanes for x86-64 with AVX-512: eight doubles. Compiled with -mavx512f -mavx512dq.

#include "kernels/all_lanes.hpp"
#include "kernels/avx512.hpp"
#include "kernels/instruction_sets.hpp"

namespace tauroa {

lanes_function avx512_lanes() { return &run_lanes<avx512>; }

}  // namespace tauroa
