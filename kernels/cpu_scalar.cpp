// The cpu backend's lanes without vectors: one double, std::fma; right everywhere, slow where it is no
// instruction.

#include "kernels/all_lanes.hpp"
#include "kernels/instruction_sets.hpp"
#include "kernels/scalar.hpp"

namespace tauroa {

lanes_function scalar_lanes() { return &run_lanes<scalar>; }

}  // namespace tauroa
