# The CUDA language. TAUROA_CUDA_ARCHITECTURES: what is shipped, Turing to Blackwell, as far as this nvcc knows it. The
# build is for the GPU that is here, else for all of these, with PTX of the newest for later ones.

execute_process(COMMAND ${CMAKE_CUDA_COMPILER} --list-gpu-arch OUTPUT_VARIABLE known)
foreach(architecture 75 80 86 89 90 100 120)
    if(known MATCHES "compute_${architecture}([^0-9]|$)")
        list(APPEND TAUROA_CUDA_ARCHITECTURES ${architecture})
    endif()
endforeach()

if(NOT DEFINED CMAKE_CUDA_ARCHITECTURES)
    find_program(nvidia_smi nvidia-smi)
    if(nvidia_smi)
        execute_process(COMMAND ${nvidia_smi} -L OUTPUT_VARIABLE gpus OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    endif()
    if(gpus)
        set(CMAKE_CUDA_ARCHITECTURES native)
    else()
        list(TRANSFORM TAUROA_CUDA_ARCHITECTURES APPEND -real OUTPUT_VARIABLE CMAKE_CUDA_ARCHITECTURES)
        list(GET TAUROA_CUDA_ARCHITECTURES -1 newest)
        list(APPEND CMAKE_CUDA_ARCHITECTURES ${newest}-virtual)
    endif()
endif()
enable_language(CUDA)

# Games as text are compiled by NVRTC, which is loaded at run time, and loaded by what CUDA 12.8 brought.
find_package(CUDAToolkit REQUIRED)
find_path(TAUROA_NVRTC_HEADERS nvrtc.h HINTS ${CUDAToolkit_INCLUDE_DIRS} NO_DEFAULT_PATH)
set(TAUROA_WITH_NVRTC OFF)
if(TAUROA_NVRTC_HEADERS AND CUDAToolkit_VERSION VERSION_GREATER_EQUAL 12.8)
    set(TAUROA_WITH_NVRTC ON)
endif()
message(STATUS "Games as text on GPUs: ${TAUROA_WITH_NVRTC}")
message(STATUS "CUDA architectures: ${CMAKE_CUDA_ARCHITECTURES}")
