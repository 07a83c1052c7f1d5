#pragma once

// The vectors of any processor: one double, std::fma (kernels/pack.hpp).

#include "kernels/pack.hpp"
#include "kernels/problem.hpp"
#include "kernels/real.hpp"

namespace tauroa {
// Unnamed, in a header on purpose: what is compiled for this instruction set must stay in the file that is
// (tests/isolation_test.py).
namespace {  // NOLINT(cert-dcl59-cpp,misc-anonymous-namespace-in-header)

struct scalar {
    using vector = double;
    using mask = bool;
    using integers = std::uint64_t;
    static constexpr int width = 1;
    using parity = integers;  // the sign bit
    static constexpr flight in_flight_for(update_order /*any*/, bool /*staged*/) { return {2, 2}; }
    static constexpr int vectors_with_noise = 2;

    static vector broadcast(double x) { return x; }
    static vector load(const double* from) { return *from; }
    static void store(double* to, vector v) { *to = v; }
    static vector fma(vector a, vector b, vector c) { return tauroa::fma(a, b, c); }
    static vector sqrt(vector x) { return tauroa::sqrt(x); }
    static integers product_of_low_halves(integers a, integers b) {
        return (a & 0xffffffffU) * (b & 0xffffffffU);
    }
    static parity parity_of(vector biased_k) { return __builtin_bit_cast(integers, biased_k) << 63; }
    static vector negate_if(parity odd, vector y) {
        return __builtin_bit_cast(vector, __builtin_bit_cast(integers, y) ^ odd);
    }
    static mask less(vector a, vector b) { return a < b; }
    static mask less_equal(vector a, vector b) { return a <= b; }
    static mask both(mask a, mask b) { return a && b; }
    static std::uint32_t bits(mask m) { return m ? 1 : 0; }
    static vector select(mask m, vector a, vector b) { return m ? a : b; }
};

}  // namespace
}  // namespace tauroa
