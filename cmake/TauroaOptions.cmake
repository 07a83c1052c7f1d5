# The build's options. What is found on the machine only sets their defaults.

get_property(multi_config GLOBAL PROPERTY GENERATOR_IS_MULTI_CONFIG)
if(NOT CMAKE_BUILD_TYPE AND NOT multi_config)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

option(TAUROA_WERROR "Warnings are errors" OFF)
option(TAUROA_SANITIZED "The compiler flags switch sanitizers on: tests that only take long are cut short" OFF)

find_package(GTest QUIET)
option(TAUROA_TESTS "Build the tests (needs GoogleTest)" ${GTest_FOUND})

set(TAUROA_CUDA AUTO CACHE STRING "CUDA backend: AUTO (where nvcc is found), ON or OFF")
set_property(CACHE TAUROA_CUDA PROPERTY STRINGS AUTO ON OFF)
if(NOT TAUROA_CUDA MATCHES "^(AUTO|ON|OFF)$")
    message(FATAL_ERROR "TAUROA_CUDA=${TAUROA_CUDA}: use AUTO, ON or OFF")
endif()
if(TAUROA_CUDA STREQUAL "ON")
    message(FATAL_ERROR "TAUROA_CUDA=ON: this version has no CUDA backend yet; use AUTO or OFF")
endif()
