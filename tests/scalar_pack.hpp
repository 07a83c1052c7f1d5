#pragma once

// Packs without vectors, for tests of what packs do (kernels/pack.hpp).

#include "kernels/scalar.hpp"
#include "kernels/words.hpp"

namespace scalar_pack {

/// Three starts.
using three = tauroa::pack<tauroa::scalar, 3>;

}  // namespace scalar_pack
