#pragma once

#include <cstdint>

namespace tauroa {

/// Theorems 1 and 2 are printed with a sign that is wrong in each (host/tau_star.hpp, host/tau_zero.hpp). as_printed is there
/// to show what they then give, and for nothing else.
enum class formula_signs : std::uint8_t { corrected, as_printed };

}  // namespace tauroa
