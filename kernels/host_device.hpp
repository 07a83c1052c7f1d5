#pragma once

// The project's one macro: marks what is compiled for the host and, by nvcc, for the device too. Always
// inline: the cpu backend compiles these functions once for each instruction set, and an out-of-line copy
// made for one of them could be taken by the linker for all (tests/isolation_test.py looks for such copies).
// NVRTC, which compiles games as text (kernels/nvrtc.hpp), knows no host, and this attribute by its older spelling only.
#if defined(__CUDACC_RTC__)
#define TAUROA_HD __attribute__((always_inline)) __device__
#elif defined(__CUDACC__)
#define TAUROA_HD [[gnu::always_inline]] __host__ __device__
#else
#define TAUROA_HD [[gnu::always_inline]]
#endif
