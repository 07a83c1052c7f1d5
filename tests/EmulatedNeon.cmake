# The backend suite for 64-bit ARM, cross-compiled and run under emulation where the tools are: NEON's bits are then tested
# on an x86 machine too. GoogleTest comes from its sources (/usr/src/googletest, in Debian's and Ubuntu's package).

find_program(TAUROA_ARM_CXX aarch64-linux-gnu-g++)
find_program(TAUROA_ARM_EMULATOR NAMES qemu-aarch64 qemu-aarch64-static)
set(gtest_source /usr/src/googletest/googletest)
# Cross-compiled without sanitizers, it would only be the same test again there.
if(TAUROA_SANITIZED OR NOT TAUROA_ARM_CXX OR NOT TAUROA_ARM_EMULATOR OR NOT EXISTS ${gtest_source} OR
   CMAKE_SYSTEM_PROCESSOR MATCHES "aarch64|arm64")
    return()
endif()

set(kernel_sources backend cpu cpu_scalar cpu_neon cuda_stub devices game_runs instruction_sets reference sized_run tally)
list(TRANSFORM kernel_sources PREPEND ${PROJECT_SOURCE_DIR}/kernels/)
list(TRANSFORM kernel_sources APPEND .cpp)
file(GLOB kernel_headers ${PROJECT_SOURCE_DIR}/kernels/*.hpp ${PROJECT_SOURCE_DIR}/games/*.hpp)
set(emulated ${CMAKE_CURRENT_BINARY_DIR}/backend_test_aarch64)
add_custom_command(
    OUTPUT ${emulated}
    COMMAND ${TAUROA_ARM_CXX} -std=c++20 -O2 -ffp-contract=off -static -pthread
            -I${PROJECT_SOURCE_DIR} -I${TAUROA_GENERATED} -I${gtest_source} -I${gtest_source}/include
            ${CMAKE_CURRENT_SOURCE_DIR}/backend_test.cpp ${kernel_sources}
            ${gtest_source}/src/gtest-all.cc ${gtest_source}/src/gtest_main.cc -o ${emulated}
    DEPENDS backend_test.cpp ${kernel_sources} ${kernel_headers}
    COMMENT "Cross-compiling the backend suite for 64-bit ARM"
    VERBATIM)
add_custom_target(emulated_backend_test ALL DEPENDS ${emulated})
foreach(set scalar neon)
    add_test(NAME backend.aarch64_${set} COMMAND ${TAUROA_ARM_EMULATOR} ${emulated})
    set_tests_properties(backend.aarch64_${set} PROPERTIES
        ENVIRONMENT "TAUROA_TEST_BACKEND=cpu;TAUROA_INSTRUCTION_SET=${set}" TIMEOUT 900)
endforeach()
