#pragma once

// Standard normal numbers by counter, the same on every machine: of the uniform u0, u1 in [0, 1) of a seed and an index
// (host/sample.hpp, variables 0 and 1 of start `index`),
//     sqrt(-2 ln(1 - u0)) cos(2 pi u1)    (Box and Muller, Ann. Math. Statist. 29 (1958), 610).

#include <cstdint>

namespace tauroa {

/// The index-th normal number of a seed.
double standard_normal(std::uint64_t seed, std::uint64_t index);

}  // namespace tauroa
