// The loops for AVX2, with its type out of the file that has it (kernels/pack.hpp says why it is in no header).

#include "games/polynomial.hpp"
#include "games/torus.hpp"
#include "kernels/cpu_avx2.cpp"
#include "tests/bench/loops.hpp"

namespace tauroa::bench {

std::vector<timed_loop> avx2_loops() {
    using enum update_order;
    using chains = std::integer_sequence<int, 9, 11>;
    std::vector<timed_loop> loops;
    add_loops<avx2, simultaneous, games::polynomial, mixes::polynomial_simultaneous_avx2>(loops, chains{});
    add_loops<avx2, alternating, games::polynomial, mixes::polynomial_alternating_avx2>(loops, chains{});
    add_loops<avx2, simultaneous, games::torus, mixes::torus_simultaneous_avx2>(loops, chains{});
    add_loops<avx2, alternating, games::torus, mixes::torus_alternating_avx2>(loops, chains{});
    return loops;
}

}  // namespace tauroa::bench
