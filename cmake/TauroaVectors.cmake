# The instruction sets of the cpu backend, TAUROA_SETS, and what their code is compiled with: TAUROA_OPTIONS_<set>, beside
# TAUROA_KERNEL_OPTIONS. Games compiled from text later are compiled with the same (host/compiled_game/).

# No contraction of a*b+c but the fma() that is written, so that all backends give the same bits. And nobody asks for the
# errno of a square root; with it, one of a parameter would stay in the loop of steps.
set(TAUROA_KERNEL_OPTIONS -ffp-contract=off -fno-math-errno)

set(TAUROA_SETS scalar)
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
    list(APPEND TAUROA_SETS avx2 avx512)
    # GCC takes constants out of the loop of steps and gives them registers, so that intermediate results go through memory:
    # each store may cost two of the fma that a processor could do meanwhile, reading a constant from memory nothing.
    set(registers_for_results -fno-move-loop-invariants -fno-gcse -fno-rerun-cse-after-loop -fno-tree-ter)
    if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        unset(registers_for_results)
    endif()
    # -mtune changes no instruction set, only how code is laid out: so tuned, AVX2 keeps more of the torus game in registers.
    set(TAUROA_OPTIONS_avx2 -mavx2 -mfma -mtune=skylake-avx512 ${registers_for_results})
    set(TAUROA_OPTIONS_avx512 -mavx512f -mavx512dq -mfma ${registers_for_results})
elseif(CMAKE_SYSTEM_PROCESSOR MATCHES "aarch64|arm64")
    list(APPEND TAUROA_SETS neon)
endif()
