// The loops for AVX512, with its type out of the file that has it (kernels/pack.hpp says why it is in no header).

#include "games/polynomial.hpp"
#include "games/torus.hpp"
#include "kernels/cpu_avx512.cpp"
#include "tests/bench/loops.hpp"

namespace tauroa::bench {

std::vector<timed_loop> avx512_loops() {
    using enum update_order;
    using chains = std::integer_sequence<int, 16, 22>;
    std::vector<timed_loop> loops;
    add_loops<avx512, simultaneous, games::polynomial, mixes::polynomial_simultaneous_avx512>(loops,
                                                                                              chains{});
    add_loops<avx512, alternating, games::polynomial, mixes::polynomial_alternating_avx512>(loops, chains{});
    add_loops<avx512, simultaneous, games::torus, mixes::torus_simultaneous_avx512>(loops, chains{});
    add_loops<avx512, alternating, games::torus, mixes::torus_alternating_avx512>(loops, chains{});
    return loops;
}

}  // namespace tauroa::bench
