#pragma once

// The bare loop of steps, without tests or bookkeeping: what a processor does for plain iteration at best, and what
// bench/operations.py counts in the disassembly. `groups` packs of `vectors` vectors are in flight beside each other.

#include "kernels/pack.hpp"
#include "kernels/step.hpp"

namespace tauroa::bench {

/// x: [dimension][groups * vectors * Isa::width], aligned for the vectors; taken `steps` steps further.
template <class Isa, int vectors, int groups, update_order update, game Game>
[[gnu::always_inline]] inline void step_loop(double* x, const dynamics<Game>& d, std::uint32_t steps) {
    using real = pack<Isa, vectors>;
    constexpr int n = dimension<Game>;
    state<Game, real> s[groups];
    for (int g = 0; g < groups; ++g) {
        point<real, n> at;
        for (int i = 0; i < n; ++i) at[i] = real::load(x + (i * groups + g) * real::width);
        s[g] = state_at<Game, real>(at);
    }
    for (std::uint32_t j = 0; j < steps; ++j)
        for (int g = 0; g < groups; ++g) step<update, Game>(s[g], d);
    for (int g = 0; g < groups; ++g)
        for (int i = 0; i < n; ++i) s[g].x[i].store(x + (i * groups + g) * real::width);
}

}  // namespace tauroa::bench
