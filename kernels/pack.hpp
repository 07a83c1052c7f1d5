#pragma once

// Several starts at once: one vector of doubles with the operations of real.hpp, lane by lane. An instruction
// set is a type with the members used here (kernels/cpu_avx2.cpp, ...); it lives in an unnamed namespace of
// the one source file that is compiled for it, so that nothing instantiated with it can be taken by the
// linker for another file's.

#include <cstdint>

#include "kernels/real.hpp"

namespace tauroa {

template <class Isa>
struct pack {
    using vector = typename Isa::vector;
    static constexpr int width = Isa::width;

    /// One truth value a lane.
    struct mask {
        typename Isa::mask lanes;
        friend mask both(mask a, mask b) { return {Isa::both(a.lanes, b.lanes)}; }
        /// Bit i: lane i.
        [[nodiscard]] std::uint32_t bits() const { return Isa::bits(lanes); }
    };

    vector lanes;

    pack() = default;
    pack(double all) : lanes(Isa::broadcast(all)) {}  // NOLINT: numbers mix with packs as with double

    static pack of(vector v) {
        pack p;
        p.lanes = v;
        return p;
    }
    static pack load(const double* from) { return of(Isa::load(from)); }
    void store(double* to) const { Isa::store(to, lanes); }

    friend pack operator+(pack a, pack b) { return of(a.lanes + b.lanes); }
    friend pack operator-(pack a, pack b) { return of(a.lanes - b.lanes); }
    friend pack operator*(pack a, pack b) { return of(a.lanes * b.lanes); }
    friend pack operator-(pack a) { return of(-a.lanes); }
    friend pack fma(pack a, pack b, pack c) { return of(Isa::fma(a.lanes, b.lanes, c.lanes)); }
    friend mask operator<(pack a, pack b) { return {Isa::less(a.lanes, b.lanes)}; }
    friend mask operator<=(pack a, pack b) { return {Isa::less_equal(a.lanes, b.lanes)}; }
    friend pack select(mask m, pack a, pack b) { return of(Isa::select(m.lanes, a.lanes, b.lanes)); }
    friend pack times_two_to_the(pack y, pack biased_k) {
        return of_integers(y.integers() + (biased_k.integers() << 52));
    }
    friend pack negate_if_odd(pack y, pack biased_k) {
        return of_integers(y.integers() ^ (biased_k.integers() << 63));
    }

  private:
    using integer_vector = typename Isa::integers;  // unsigned, 64 bits a lane
    [[nodiscard]] integer_vector integers() const { return __builtin_bit_cast(integer_vector, lanes); }
    static pack of_integers(integer_vector v) { return of(__builtin_bit_cast(vector, v)); }
};

}  // namespace tauroa
