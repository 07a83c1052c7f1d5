# The build's options. What is found on the machine only sets their defaults.

get_property(multi_config GLOBAL PROPERTY GENERATOR_IS_MULTI_CONFIG)
if(NOT CMAKE_BUILD_TYPE AND NOT multi_config)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

option(TAUROA_WERROR "Warnings are errors" OFF)
set(TAUROA_SANITIZED OFF CACHE STRING "What the compiler flags switch sanitizers on for, address or thread, or OFF: tests that only take long are cut short")

find_package(GTest QUIET)
option(TAUROA_TESTS "Build the tests (needs GoogleTest)" ${GTest_FOUND})

# What is built where it can be, unless that is switched off or insisted on.
function(tauroa_switch name help)
    set(${name} AUTO CACHE STRING "${help}, ON or OFF")
    set_property(CACHE ${name} PROPERTY STRINGS AUTO ON OFF)
    if(NOT ${name} MATCHES "^(AUTO|ON|OFF)$")
        message(FATAL_ERROR "${name}=${${name}}: use AUTO, ON or OFF")
    endif()
endfunction()

tauroa_switch(TAUROA_MPI "Sweeps by several processes: AUTO (where MPI is found)")
set(TAUROA_WITH_MPI OFF)
if(NOT TAUROA_MPI STREQUAL "OFF")
    find_package(MPI QUIET COMPONENTS C)
    if(MPI_C_FOUND)
        set(TAUROA_WITH_MPI ON)
    elseif(TAUROA_MPI STREQUAL "ON")
        message(FATAL_ERROR "TAUROA_MPI=ON, but no MPI was found: install Open MPI or MPICH with its headers, name its compiler "
                            "with -DMPI_C_COMPILER=..., or use TAUROA_MPI=AUTO or OFF")
    endif()
endif()
message(STATUS "MPI: ${TAUROA_WITH_MPI}")

tauroa_switch(TAUROA_CUDA "CUDA backend: AUTO (where nvcc is found)")
set(TAUROA_WITH_CUDA OFF)
if(NOT TAUROA_CUDA STREQUAL "OFF")
    include(CheckLanguage)
    check_language(CUDA)
    if(CMAKE_CUDA_COMPILER)
        set(TAUROA_WITH_CUDA ON)
    elseif(TAUROA_CUDA STREQUAL "ON")
        message(FATAL_ERROR "TAUROA_CUDA=ON, but no nvcc was found: put it on the PATH, name it with "
                            "-DCMAKE_CUDA_COMPILER=..., or use TAUROA_CUDA=AUTO or OFF")
    endif()
endif()
if(TAUROA_WITH_CUDA)
    include(TauroaCuda)
endif()
message(STATUS "CUDA backend: ${TAUROA_WITH_CUDA}")
