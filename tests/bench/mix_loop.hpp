#pragma once

// The ceiling: a loop of the same operations as a step's, in the same numbers, evenly interleaved, that waits for
// nothing. They stand in `chains` independent chains, all in registers: no loads, no copies, no spills.

#include <array>
#include <cstdint>
#include <utility>

namespace tauroa::bench {

enum class operation { fma, mul, add, shift, integer_add, logic, compare, blend };
inline constexpr int operations = 8;

/// How many of each, in the order of `operation`.
using mix = std::array<int, operations>;

constexpr int total(const mix& m) {
    int sum = 0;
    for (const int count : m) sum += count;
    return sum;
}

/// The operation in slot i: at each slot, the one that is the furthest behind its share.
constexpr operation operation_at(const mix& m, int slot) {
    mix done{};
    for (int i = 0;; ++i) {
        int next = 0;
        const auto behind = [&](int k) { return m[k] * (i + 1) - done[k] * total(m); };
        for (int k = 1; k < operations; ++k)
            if (behind(k) > behind(next)) next = k;
        if (i == slot) return static_cast<operation>(next);
        ++done[next];
    }
}

template <class Isa>
struct registers {
    typename Isa::vector by, plus;  ///< the same operands for all: the loop is to wait for nothing else
    typename Isa::integers bits{};  ///< what the last shift gave
    typename Isa::mask mask{};      ///< what the last comparison gave
};

template <class Isa, operation what>
[[gnu::always_inline]] inline void apply(typename Isa::vector& x, registers<Isa>& r) {
    using integers = typename Isa::integers;
    using vector = typename Isa::vector;
    if constexpr (what == operation::fma) x = Isa::fma(x, r.by, r.plus);
    if constexpr (what == operation::mul) x = x * r.by;
    if constexpr (what == operation::add) x = x + r.plus;
    if constexpr (what == operation::shift)
        r.bits = __builtin_bit_cast(integers, x) << 63U;  // x stays normal
    if constexpr (what == operation::integer_add)
        x = __builtin_bit_cast(vector, __builtin_bit_cast(integers, x) + r.bits);
    if constexpr (what == operation::logic)
        x = __builtin_bit_cast(vector, __builtin_bit_cast(integers, x) ^ r.bits);
    if constexpr (what == operation::compare) r.mask = Isa::less(x, r.plus);
    if constexpr (what == operation::blend) x = Isa::select(r.mask, r.by, x);
}

template <class Isa, mix m, int chains, int... slot>
[[gnu::always_inline]] inline void apply_all(typename Isa::vector* x, registers<Isa>& r,
                                             std::integer_sequence<int, slot...> /*slots*/) {
    (apply<Isa, operation_at(m, slot % total(m))>(x[slot % chains], r), ...);
}

/// Does the work of `rounds` rounds of `unrolled` mixes; x: [chains][Isa::width].
template <class Isa, mix m, int chains, int unrolled>
[[gnu::always_inline]] inline void mix_loop(double* x, std::uint32_t rounds) {
    typename Isa::vector chain[chains];
    for (int i = 0; i < chains; ++i) chain[i] = Isa::load(x + i * Isa::width);
    registers<Isa> r{Isa::broadcast(x[0]), Isa::broadcast(x[1])};
    for (std::uint32_t j = 0; j < rounds; ++j)
        apply_all<Isa, m, chains>(chain, r, std::make_integer_sequence<int, unrolled * total(m)>{});
    for (int i = 0; i < chains; ++i) Isa::store(x + i * Isa::width, chain[i]);
}

}  // namespace tauroa::bench
