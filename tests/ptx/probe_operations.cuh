#pragma once

// Single operations on many operands; tests/ptx_operation_test.cpp knows the results.

#include <cstdint>

#include "tests/ptx/probe_index.cuh"

namespace probe {

constexpr int float_results = 25, integer_results = 24;

/// to: [float_results][n], all operations on a, b, c.
__global__ void float_operations(double* to, const double* a, const double* b, const double* c, unsigned n) {
    const unsigned i = thread_in_grid();
    if (i >= n) return;
    const double x = a[i], y = b[i], z = c[i];
    const auto narrow = static_cast<float>(x);
    const double results[float_results]{x + y,
                                        x - y,
                                        x * y,
                                        x / y,
                                        fma(x, y, z),
                                        sqrt(x),
                                        __drcp_rn(x),
                                        fabs(x),
                                        -x,
                                        fmin(x, y),
                                        fmax(x, y),
                                        copysign(x, y),
                                        floor(x),
                                        ceil(x),
                                        trunc(x),
                                        rint(x),
                                        static_cast<double>(narrow * narrow + narrow),
                                        static_cast<double>(__double2int_rz(x)),
                                        static_cast<double>(__double2ll_rn(x)),
                                        static_cast<double>(__double2uint_rz(x)),
                                        static_cast<double>(__float2int_rz(narrow)),
                                        x < y ? 1.0 : 0.0,
                                        x <= y ? 1.0 : 0.0,
                                        x == y ? 1.0 : 0.0,
                                        x != y ? 1.0 : 0.0};
#pragma unroll
    for (int k = 0; k < float_results; ++k) to[k * n + i] = results[k];
}

/// One instruction that CUDA C++ has no word for.
#define PROBE_ASM(name, instruction, type, letter)                                             \
    __device__ type name(type a, type b, std::uint32_t first, std::uint32_t length) {          \
        type result;                                                                           \
        asm(instruction : "=" letter(result) : letter(a), letter(b), "r"(first), "r"(length)); \
        return result;                                                                         \
    }
PROBE_ASM(signed_field, "bfe.s32 %0, %1, %3, %4;", std::uint32_t, "r")
PROBE_ASM(unsigned_field, "bfe.u64 %0, %1, %3, %4;", std::uint64_t, "l")
PROBE_ASM(inserted, "bfi.b32 %0, %1, %2, %3, %4;", std::uint32_t, "r")
PROBE_ASM(any_shift_left, "shl.b32 %0, %1, %3;", std::uint32_t, "r")
PROBE_ASM(any_shift_right, "shr.s32 %0, %1, %3;", std::uint32_t, "r")
PROBE_ASM(chosen_bytes, "prmt.b32 %0, %1, %2, %3;", std::uint32_t, "r")
PROBE_ASM(chosen_bits, "lop3.b32 %0, %1, %2, %3, 0xCA;", std::uint32_t, "r")
PROBE_ASM(remainder_of, "rem.s64 %0, %1, %2;", std::int64_t, "l")
PROBE_ASM(magnitude, "abs.s32 %0, %1;", std::int32_t, "r")
PROBE_ASM(lesser, "min.s64 %0, %1, %2;", std::int64_t, "l")
PROBE_ASM(greater, "max.u32 %0, %1, %2;", std::uint32_t, "r")
#undef PROBE_ASM

/// to: [integer_results][n], all operations on a, b. b is not 0.
__global__ void integer_operations(std::uint64_t* to, const std::uint64_t* a, const std::uint64_t* b,
                                   unsigned n) {
    const unsigned i = thread_in_grid();
    if (i >= n) return;
    const std::uint64_t x = a[i], y = b[i];
    const auto sx = static_cast<std::int64_t>(x), sy = static_cast<std::int64_t>(y);
    const auto u = static_cast<std::uint32_t>(x), v = static_cast<std::uint32_t>(y);
    const auto su = static_cast<std::int32_t>(u), sv = static_cast<std::int32_t>(v);
    const std::uint32_t first = v % 40, length = (v >> 8) % 40;
    const std::uint64_t results[integer_results]{
        x * y + 7,
        __umul64hi(x, y),
        static_cast<std::uint64_t>(__mul64hi(sx, sy)),
        x / y,
        x % y,
        static_cast<std::uint64_t>(sx / sy),
        static_cast<std::uint64_t>(remainder_of(sx, sy, 0, 0)),
        static_cast<std::uint64_t>(su) * sv,
        static_cast<std::uint64_t>(lesser(sx, sy, 0, 0)),
        greater(u, v, 0, 0),
        static_cast<std::uint64_t>(__popcll(x)),
        static_cast<std::uint64_t>(__clzll(x >> (y & 63))),
        __brev(u),
        __funnelshift_l(u, v, u & 63),
        chosen_bytes(u, v, 0x9375, 0),
        signed_field(u, 0, first, length),
        unsigned_field(x, 0, first, length),
        inserted(u, v, first, length),
        any_shift_left(u, 0, first, 0) ^ any_shift_right(u, 0, first, 0),
        chosen_bits(u, v, first * 0x01010101U, 0),
        static_cast<std::uint64_t>(magnitude(su, 0, 0, 0)),
        static_cast<std::uint64_t>(-sx),
        ~x,
        __funnelshift_rc(u, v, v & 63)};
#pragma unroll
    for (int k = 0; k < integer_results; ++k) to[k * n + i] = results[k];
}

/// The truth of one comparison of x and y.
#define PROBE_TRUTH(how, letter)                                              \
    ({                                                                        \
        std::uint32_t truth;                                                  \
        asm("{ .reg .pred p; setp." how " p, %1, %2; selp.u32 %0, 1, 0, p; }" \
            : "=r"(truth)                                                     \
            : letter(x), letter(y));                                          \
        truth != 0;                                                           \
    })
constexpr int comparisons = 14;

/// to[i]: every comparison of a and b, from the highest bit on, the unordered ones with u.
__global__ void float_comparisons(std::uint32_t* to, const double* a, const double* b, unsigned n) {
    const unsigned i = thread_in_grid();
    if (i >= n) return;
    const double x = a[i], y = b[i];
    const bool truths[comparisons]{
        PROBE_TRUTH("eq.f64", "d"),  PROBE_TRUTH("ne.f64", "d"),  PROBE_TRUTH("lt.f64", "d"),
        PROBE_TRUTH("le.f64", "d"),  PROBE_TRUTH("gt.f64", "d"),  PROBE_TRUTH("ge.f64", "d"),
        PROBE_TRUTH("equ.f64", "d"), PROBE_TRUTH("neu.f64", "d"), PROBE_TRUTH("ltu.f64", "d"),
        PROBE_TRUTH("leu.f64", "d"), PROBE_TRUTH("gtu.f64", "d"), PROBE_TRUTH("geu.f64", "d"),
        PROBE_TRUTH("num.f64", "d"), PROBE_TRUTH("nan.f64", "d")};
    std::uint32_t all = 0;
#pragma unroll
    for (const bool truth : truths) all = 2 * all + (truth ? 1 : 0);
    to[i] = all;
}

/// The same for integers, with a sign and without.
__global__ void integer_comparisons(std::uint32_t* to, const std::int32_t* a, const std::int32_t* b,
                                    unsigned n) {
    const unsigned i = thread_in_grid();
    if (i >= n) return;
    const std::int32_t x = a[i], y = b[i];
    const bool truths[comparisons]{
        PROBE_TRUTH("eq.s32", "r"), PROBE_TRUTH("ne.s32", "r"), PROBE_TRUTH("lt.s32", "r"),
        PROBE_TRUTH("le.s32", "r"), PROBE_TRUTH("gt.s32", "r"), PROBE_TRUTH("ge.s32", "r"),
        PROBE_TRUTH("lt.u32", "r"), PROBE_TRUTH("le.u32", "r"), PROBE_TRUTH("gt.u32", "r"),
        PROBE_TRUTH("ge.u32", "r"), PROBE_TRUTH("lo.u32", "r"), PROBE_TRUTH("ls.u32", "r"),
        PROBE_TRUTH("hi.u32", "r"), PROBE_TRUTH("hs.u32", "r")};
    std::uint32_t all = 0;
#pragma unroll
    for (const bool truth : truths) all = 2 * all + (truth ? 1 : 0);
    to[i] = all;
}

#undef PROBE_TRUTH

constexpr int atomic_results = 11;

/// place [atomic_results]: each changed once by `by`, before [atomic_results]: what was there. Last, sum += 0.5.
__global__ void atomic_operations(unsigned* place, unsigned* before, double* sum, unsigned by) {
    before[0] = atomicAdd(place + 0, by);
    before[1] = atomicMin(place + 1, by);
    before[2] = atomicMax(place + 2, by);
    before[3] = atomicAnd(place + 3, by);
    before[4] = atomicOr(place + 4, by);
    before[5] = atomicXor(place + 5, by);
    before[6] = atomicExch(place + 6, by);
    before[7] = atomicCAS(place + 7, 10, by);
    before[8] = atomicInc(place + 8, by);
    before[9] = atomicDec(place + 9, by);
    before[10] = 0;
    asm volatile("red.global.add.u32 [%0], %1;"
                 :
                 : "l"(__cvta_generic_to_global(place + 10)), "r"(by)
                 : "memory");
    __threadfence();
    double half;
    asm("mov.f64 %0, 0d3FE0000000000000;" : "=d"(half));
    atomicAdd(sum, half);
}

}  // namespace probe
