#pragma once

// Many starts at once: some vectors of doubles with the operations of real.hpp, lane by lane. Several vectors, because
// one alone waits for each of its results: a step is one long chain of operations. An instruction set is a type with
// the members used here (kernels/avx2.hpp, ...); it lives in an unnamed namespace, and its header is for source files that
// are compiled for it, so that nothing instantiated with it can be taken by the linker for another file's.

#include <cstdint>

#include "kernels/host_device.hpp"
#include "kernels/problem.hpp"
#include "kernels/real.hpp"

namespace tauroa {

/// What a thread has in flight: packs side by side (kernels/side_by_side.hpp), and vectors in each.
struct flight {
    int packs, vectors;
};

/// The best, or 2 x 2, where the code of the address sanitizer for each vector takes the compiler minutes.
constexpr flight in_flight(flight best) {
#if defined(__SANITIZE_ADDRESS__)
    return best.packs * best.vectors < 4 ? best : flight{2, 2};
#else
    return best;
#endif
}

/// What an instruction set takes steps of that kind with: itself, or one with other members that give the same bits.
template <class Isa, update_order update, bool staged>
struct stepping {
    using isa = Isa;
};

template <class Isa, int vectors>
struct pack {
    using vector = typename Isa::vector;
    static constexpr int width = vectors * Isa::width;

    /// One truth value a lane.
    struct mask {
        typename Isa::mask part[vectors];
        TAUROA_HD friend mask both(const mask& a, const mask& b) {
            mask m;
            for (int i = 0; i < vectors; ++i) m.part[i] = Isa::both(a.part[i], b.part[i]);
            return m;
        }
        /// Bit i: lane i.
        [[nodiscard]] TAUROA_HD std::uint64_t bits() const {
            std::uint64_t all = 0;
            for (int i = 0; i < vectors; ++i) all |= std::uint64_t{Isa::bits(part[i])} << (i * Isa::width);
            return all;
        }
    };

    /// Whether integers are odd, lane by lane.
    struct parity {
        typename Isa::parity part[vectors];
    };

    vector part[vectors];

    pack() = default;
    TAUROA_HD pack(double all) {  // NOLINT: numbers mix with packs as with double
        for (int i = 0; i < vectors; ++i) part[i] = Isa::broadcast(all);
    }
    TAUROA_HD static pack load(const double* from) {
        return each([from](int i) { return Isa::load(from + i * Isa::width); });
    }
    TAUROA_HD void store(double* to) const {
        for (int i = 0; i < vectors; ++i) Isa::store(to + i * Isa::width, part[i]);
    }

    TAUROA_HD friend pack operator+(const pack& a, const pack& b) {
        return each([&](int i) { return a.part[i] + b.part[i]; });
    }
    TAUROA_HD friend pack operator-(const pack& a, const pack& b) {
        return each([&](int i) { return a.part[i] - b.part[i]; });
    }
    TAUROA_HD friend pack operator*(const pack& a, const pack& b) {
        return each([&](int i) { return a.part[i] * b.part[i]; });
    }
    TAUROA_HD friend pack operator/(const pack& a, const pack& b) {
        return each([&](int i) { return a.part[i] / b.part[i]; });
    }
    TAUROA_HD friend pack operator-(const pack& a) {
        return each([&](int i) { return -a.part[i]; });
    }
    TAUROA_HD friend pack fma(const pack& a, const pack& b, const pack& c) {
        return each([&](int i) { return Isa::fma(a.part[i], b.part[i], c.part[i]); });
    }
    TAUROA_HD friend pack sqrt(const pack& x) {
        return each([&](int i) { return Isa::sqrt(x.part[i]); });
    }
    TAUROA_HD friend mask operator<(const pack& a, const pack& b) {
        mask m;
        for (int i = 0; i < vectors; ++i) m.part[i] = Isa::less(a.part[i], b.part[i]);
        return m;
    }
    TAUROA_HD friend mask operator<=(const pack& a, const pack& b) {
        mask m;
        for (int i = 0; i < vectors; ++i) m.part[i] = Isa::less_equal(a.part[i], b.part[i]);
        return m;
    }
    TAUROA_HD friend pack select(const mask& m, const pack& a, const pack& b) {
        return each([&](int i) { return Isa::select(m.part[i], a.part[i], b.part[i]); });
    }
    TAUROA_HD friend pack times_two_to_the(const pack& y, const pack& biased_k) {
        return each(
            [&](int i) { return as_real(as_integers(y.part[i]) + (as_integers(biased_k.part[i]) << 52)); });
    }
    TAUROA_HD friend parity parity_of(const pack& biased_k) {
        parity p;
        for (int i = 0; i < vectors; ++i) p.part[i] = Isa::parity_of(biased_k.part[i]);
        return p;
    }
    TAUROA_HD friend pack negate_if_odd(const pack& y, const parity& k) {
        return each([&](int i) { return Isa::negate_if(k.part[i], y.part[i]); });
    }

  private:
    using integers = typename Isa::integers;  // unsigned, 64 bits a lane
    TAUROA_HD static integers as_integers(vector v) { return __builtin_bit_cast(integers, v); }
    TAUROA_HD static vector as_real(integers v) { return __builtin_bit_cast(vector, v); }

    /// The pack whose vectors are f(0), f(1), ...
    template <class F>
    TAUROA_HD static pack each(F f) {
        pack p;
        for (int i = 0; i < vectors; ++i) p.part[i] = f(i);
        return p;
    }
};

}  // namespace tauroa
