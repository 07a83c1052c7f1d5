#pragma once

// The vectors of 64-bit ARM, NEON: two doubles (kernels/pack.hpp).

#include <arm_neon.h>

#include "kernels/pack.hpp"
#include "kernels/problem.hpp"

namespace tauroa {
// Unnamed, in a header on purpose: what is compiled for this instruction set must stay in the file that is
// (tests/isolation_test.py).
namespace {  // NOLINT(cert-dcl59-cpp,misc-anonymous-namespace-in-header)

struct neon {
    using vector = float64x2_t;
    using mask = uint64x2_t;
    using integers = uint64x2_t;
    static constexpr int width = 2;
    using parity = integers;  // the sign bit
    static constexpr flight in_flight_for(update_order /*any*/, bool /*staged*/) { return in_flight({2, 3}); }
    static constexpr int vectors_with_noise = 2;

    static vector broadcast(double x) { return vdupq_n_f64(x); }
    static vector load(const double* from) { return vld1q_f64(from); }
    static void store(double* to, vector v) { vst1q_f64(to, v); }
    static vector fma(vector a, vector b, vector c) { return vfmaq_f64(c, a, b); }
    static vector sqrt(vector x) { return vsqrtq_f64(x); }
    static integers product_of_low_halves(integers a, integers b) {
        return vmull_u32(vmovn_u64(a), vmovn_u64(b));
    }
    static parity parity_of(vector biased_k) { return __builtin_bit_cast(integers, biased_k) << 63; }
    static vector negate_if(parity odd, vector y) {
        return __builtin_bit_cast(vector, __builtin_bit_cast(integers, y) ^ odd);
    }
    static mask less(vector a, vector b) { return vcltq_f64(a, b); }
    static mask less_equal(vector a, vector b) { return vcleq_f64(a, b); }
    static mask both(mask a, mask b) { return vandq_u64(a, b); }
    static std::uint32_t bits(mask m) {
        return static_cast<std::uint32_t>((vgetq_lane_u64(m, 0) & 1U) | (vgetq_lane_u64(m, 1) & 2U));
    }
    static vector select(mask m, vector a, vector b) { return vbslq_f64(m, a, b); }
};

}  // namespace
}  // namespace tauroa
