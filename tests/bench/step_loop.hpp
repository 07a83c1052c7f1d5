#pragma once

// The bare loop of steps, without tests or bookkeeping: what a processor does for plain iteration at best, and what
// bench/operations.py counts in the disassembly.

#include "kernels/side_by_side.hpp"

namespace tauroa::bench {

/// x: [dimension][packs * vectors * Isa::width], aligned for the vectors; taken `steps` steps further.
template <class Isa, int packs, int vectors, update_order update, game Game>
[[gnu::always_inline]] inline void step_loop(double* x, const dynamics<Game>& d, std::uint32_t steps) {
    take_steps<update, Game, stepping_pack<Isa, update, Game, vectors>, packs>(
        x, packs * vectors * Isa::width, d, steps);
}

}  // namespace tauroa::bench
