# What every target is compiled with: the interface library tauroa_options.

# Every file: no contraction of a*b+c but the fma() that is written, so that all backends give the same bits.
add_library(tauroa_options INTERFACE)
target_compile_features(tauroa_options INTERFACE cxx_std_20)
target_include_directories(tauroa_options INTERFACE ${PROJECT_SOURCE_DIR} ${TAUROA_GENERATED})
target_compile_options(tauroa_options INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-ffp-contract=off -Wall -Wextra -Wpedantic -Wconversion>)
# (-std by hand: CMake 3.25 does not know how to say it to nvcc.)
target_compile_options(tauroa_options INTERFACE $<$<COMPILE_LANGUAGE:CUDA>:-std=c++20 -fmad=false --expt-relaxed-constexpr
    --extended-lambda -Xcompiler=-ffp-contract=off,-Wall,-Wextra,-Wconversion>)
if(TAUROA_WERROR)
    target_compile_options(tauroa_options INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Werror>
                                                    $<$<COMPILE_LANGUAGE:CUDA>:-Werror=all-warnings -Xcompiler=-Werror>)
endif()
