#pragma once

// The vectors of x86-64 with AVX2 and FMA: four doubles (kernels/pack.hpp).

#include <immintrin.h>

#include "kernels/pack.hpp"
#include "kernels/problem.hpp"

namespace tauroa {
// Unnamed, in a header on purpose: what is compiled for this instruction set must stay in the file that is
// (tests/isolation_test.py).
namespace {  // NOLINT(cert-dcl59-cpp,misc-anonymous-namespace-in-header)

struct avx2 {
    using vector = __m256d;
    using mask = std::int64_t __attribute__((vector_size(32)));
    using integers = std::uint64_t __attribute__((vector_size(32)));
    static constexpr int width = 4;
    using parity = integers;  // the sign bit
    /// The fastest of those that the bench tries.
    static constexpr flight in_flight_for(update_order update, bool staged) {
        if (!staged) return in_flight({3, 3});
        return in_flight(update == update_order::simultaneous ? flight{2, 3} : flight{2, 5});
    }
    static constexpr int vectors_with_noise = 4;

    static vector broadcast(double x) { return _mm256_set1_pd(x); }
    static vector load(const double* from) { return _mm256_load_pd(from); }
    static void store(double* to, vector v) { _mm256_store_pd(to, v); }
    static vector fma(vector a, vector b, vector c) { return _mm256_fmadd_pd(a, b, c); }
    static vector sqrt(vector x) { return _mm256_sqrt_pd(x); }
    static integers product_of_low_halves(integers a, integers b) {
        return __builtin_bit_cast(
            integers, _mm256_mul_epu32(__builtin_bit_cast(__m256i, a), __builtin_bit_cast(__m256i, b)));
    }
    static parity parity_of(vector biased_k) { return __builtin_bit_cast(integers, biased_k) << 63; }
    static vector negate_if(parity odd, vector y) {
        return __builtin_bit_cast(vector, __builtin_bit_cast(integers, y) ^ odd);
    }
    // Comparisons by operators: of _mm256_cmp_pd the compiler forgets that lanes are all ones or zeros, and it compares
    // once more where it turns _mm256_blendv_pd with zeros into a logical operation.
    static mask less(vector a, vector b) { return a < b; }
    static mask less_equal(vector a, vector b) { return a <= b; }
    static mask both(mask a, mask b) { return a & b; }
    static std::uint32_t bits(mask m) {
        return static_cast<std::uint32_t>(_mm256_movemask_pd(__builtin_bit_cast(vector, m)));
    }
    static vector select(mask m, vector a, vector b) { return m ? a : b; }
};

/// The same with constants that are loaded once for the vectors of a pack. Else the compiler, which has no registers for all
/// constants of a long loop, loads them for every vector, and where terms under way stand beside those kept, as in
/// alternating steps of staged games, that makes more loads than two for each two fma.
struct avx2_with_constants_in_registers : avx2 {
    static vector broadcast(double x) {
        vector v = _mm256_set1_pd(x);
        asm("" : "+x"(v));  // now of unknown value, and in a register
        return v;
    }
};

}  // namespace

template <>
struct stepping<avx2, update_order::alternating, true> {
    using isa = avx2_with_constants_in_registers;
};

}  // namespace tauroa
