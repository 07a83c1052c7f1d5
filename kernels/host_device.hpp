#pragma once

// The project's one macro: marks what is compiled for the host and, by nvcc, for the device too. Always
// inline: the cpu backend compiles these functions once for each instruction set, and an out-of-line copy
// made for one of them could be taken by the linker for all (tests/isolation_test.py looks for such copies).
#if defined(__CUDACC__)
#define TAUROA_HD [[gnu::always_inline]] __host__ __device__
#else
#define TAUROA_HD [[gnu::always_inline]]
#endif
