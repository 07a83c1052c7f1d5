// The cpu backend's lanes for x86-64 with AVX2 and FMA: four doubles. Compiled with -mavx2 -mfma.

#include "kernels/all_lanes.hpp"
#include "kernels/avx2.hpp"
#include "kernels/instruction_sets.hpp"

namespace tauroa {

lanes_function avx2_lanes() { return &run_lanes<avx2>; }

}  // namespace tauroa
