// The cpu backend's lanes for 64-bit ARM: NEON, two doubles; every such processor has it.

#include "kernels/all_lanes.hpp"
#include "kernels/instruction_sets.hpp"
#include "kernels/neon.hpp"

namespace tauroa {

lanes_function neon_lanes() { return &run_lanes<neon>; }

}  // namespace tauroa
