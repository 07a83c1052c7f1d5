#pragma once

// The loops that bench/rates.cpp times, made for one instruction set: bare steps with different numbers of vectors in
// flight, and the ceiling for the same operations with different numbers of chains.

#include <string>
#include <vector>

#include "mixes.hpp"
#include "tests/bench/step_loop.hpp"

namespace tauroa::bench {

struct timed_loop {
    std::string what;            ///< ceiling or steps
    std::string game, update;    ///< whose
    int in_flight;               ///< vectors, or chains
    int width;                   ///< doubles in a vector
    void (*run)(std::uint32_t);  ///< so many steps of one vector, at least
};

std::vector<timed_loop> avx2_loops();
std::vector<timed_loop> avx512_loops();

template <class Isa, mix m, int chains>
void run_mix(std::uint32_t steps) {
    constexpr int unrolled = 2;
    alignas(64) double x[chains * Isa::width];
    for (double& value : x) value = 0.75;
    mix_loop<Isa, m, chains, unrolled>(x, steps / unrolled);
    asm volatile("" : : "r"(x) : "memory");  // somebody may read x
}

template <class Isa, int packs, int vectors, update_order update, class Game>
void run_steps(std::uint32_t steps) {
    constexpr int lanes = packs * vectors * Isa::width;
    alignas(64) double x[dimension<Game> * lanes];
    for (int i = 0; i < dimension<Game> * lanes; ++i) x[i] = 1.0 + 0.03 * i;
    const dynamics<Game> d{1e-4, 2e-4, {}};
    step_loop<Isa, packs, vectors, update>(x, d, steps / (packs * vectors));
    asm volatile("" : : "r"(x) : "memory");
}

template <class Isa, update_order update, class Game, mix m, int... chains>
void add_loops(std::vector<timed_loop>& to, std::integer_sequence<int, chains...> /*tried*/) {
    const char* order = update == update_order::simultaneous ? "simultaneous" : "alternating";
    const auto add_steps =
        [&]<int packs, int vectors>(std::integer_sequence<int, packs, vectors> /*in flight*/) {
            to.push_back({"steps", Game::name, order, packs * vectors, Isa::width,
                          &run_steps<Isa, packs, vectors, update, Game>});
        };
    (to.push_back({"ceiling", Game::name, order, chains, Isa::width, &run_mix<Isa, m, chains>}), ...);
    add_steps(std::integer_sequence<int, 1, 4>{});
    add_steps(std::integer_sequence<int, 2, 3>{});
    add_steps(std::integer_sequence<int, 2, 4>{});
    add_steps(std::integer_sequence<int, 2, 5>{});
    add_steps(std::integer_sequence<int, 3, 3>{});
    add_steps(std::integer_sequence<int, 4, 2>{});
    add_steps(std::integer_sequence<int, 8, 1>{});
}

}  // namespace tauroa::bench
