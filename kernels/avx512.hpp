#pragma once

// The vectors of x86-64 with AVX-512: eight doubles (kernels/pack.hpp).

#include <immintrin.h>

#include "kernels/pack.hpp"
#include "kernels/problem.hpp"

namespace tauroa {
// Unnamed, in a header on purpose: what is compiled for this instruction set must stay in the file that is
// (tests/isolation_test.py).
namespace {  // NOLINT(cert-dcl59-cpp,misc-anonymous-namespace-in-header)

struct avx512 {
    using vector = __m512d;
    using mask = __mmask8;
    using integers = std::uint64_t __attribute__((vector_size(64)));
    static constexpr int width = 8;
    using parity = mask;  // in a register for masks: those for vectors are few
    /// Measured: more have to be stored, and a 512-bit store takes the place of two fma.
    static constexpr flight in_flight_for(update_order /*any*/, bool /*staged*/) { return in_flight({2, 4}); }
    static constexpr int vectors_with_noise = 4;

    // With a mask: of those without one GCC 12 says that they use what is not initialized.
    static constexpr mask all = 0xff;

    static vector broadcast(double x) { return _mm512_set1_pd(x); }
    static vector load(const double* from) { return _mm512_load_pd(from); }
    static void store(double* to, vector v) { _mm512_store_pd(to, v); }
    static vector fma(vector a, vector b, vector c) { return _mm512_fmadd_pd(a, b, c); }
    static vector sqrt(vector x) { return _mm512_maskz_sqrt_pd(all, x); }
    static integers product_of_low_halves(integers a, integers b) {
        return __builtin_bit_cast(integers, _mm512_maskz_mul_epu32(all, __builtin_bit_cast(__m512i, a),
                                                                   __builtin_bit_cast(__m512i, b)));
    }
    static parity parity_of(vector biased_k) {
        return _mm512_test_epi64_mask(_mm512_castpd_si512(biased_k), _mm512_set1_epi64(1));
    }
    static vector negate_if(parity odd, vector y) {
        // Not one xor with a mask: that waits for what it is to leave as it was.
        return _mm512_maskz_xor_pd(all, y, _mm512_maskz_mov_pd(odd, _mm512_set1_pd(-0.0)));
    }
    static mask less(vector a, vector b) { return _mm512_cmp_pd_mask(a, b, _CMP_LT_OQ); }
    static mask less_equal(vector a, vector b) { return _mm512_cmp_pd_mask(a, b, _CMP_LE_OQ); }
    static mask both(mask a, mask b) { return _kand_mask8(a, b); }
    static std::uint32_t bits(mask m) { return m; }
    static vector select(mask m, vector a, vector b) { return _mm512_mask_blend_pd(m, b, a); }
};

}  // namespace
}  // namespace tauroa
