# The tests of the CUDA kernels that need no GPU. tile: their bodies as plain C++. ptx, registers, mutation: what nvcc
# makes of them, where there is one; PTX runs on the CPU, for the oldest and the newest architecture shipped (tests/ptx).

# --- everywhere
add_executable(tile_test tile_test.cpp)
target_link_libraries(tile_test PRIVATE tauroa_kernels GTest::gtest_main)
find_package(CUDAToolkit QUIET)
find_path(TAUROA_THRUST_HEADERS thrust/copy.h HINTS ${CUDAToolkit_INCLUDE_DIRS} PATH_SUFFIXES cccl)
if(TAUROA_THRUST_HEADERS)
    target_include_directories(tile_test SYSTEM PRIVATE ${TAUROA_THRUST_HEADERS})
    target_compile_definitions(tile_test PRIVATE TAUROA_TEST_THRUST THRUST_DEVICE_SYSTEM=THRUST_DEVICE_SYSTEM_CPP)
endif()
gtest_discover_tests(tile_test TEST_PREFIX "tile." DISCOVERY_TIMEOUT 60)

if(NOT TAUROA_WITH_CUDA)
    message(STATUS "Tests of compiled CUDA kernels: OFF, there is no nvcc or TAUROA_CUDA is OFF")
    return()
endif()

# --- with nvcc
list(GET TAUROA_CUDA_ARCHITECTURES 0 oldest)
list(GET TAUROA_CUDA_ARCHITECTURES -1 newest)
set(ptx_architectures ${oldest} ${newest})
list(REMOVE_DUPLICATES ptx_architectures)
message(STATUS "Tests of compiled CUDA kernels: PTX of ${ptx_architectures}, registers of ${TAUROA_CUDA_ARCHITECTURES}")
find_package(Python3 REQUIRED COMPONENTS Interpreter)

# ptx_library(NAME): translates ptx/NAME.cu for each architecture to ptx_NAME_ARCHITECTURE.so.
file(GLOB ptx_tools CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/ptx/*.py ${CMAKE_CURRENT_SOURCE_DIR}/ptx/*.hpp)
function(ptx_library name)
    foreach(architecture IN LISTS ptx_architectures)
        set(library ${CMAKE_CURRENT_BINARY_DIR}/ptx_${name}_${architecture}.so)
        add_custom_command(
            OUTPUT ${library}
            COMMAND ${CMAKE_COMMAND} -E env PYTHONPATH=${CMAKE_CURRENT_SOURCE_DIR} PYTHONDONTWRITEBYTECODE=1
                    ${Python3_EXECUTABLE} -m ptx.compile --build ${PROJECT_BINARY_DIR} --cxx ${CMAKE_CXX_COMPILER}
                    --architecture ${architecture} --depfile ${library}.d
                    ${CMAKE_CURRENT_SOURCE_DIR}/ptx/${name}.cu ${library}
            DEPENDS ptx/${name}.cu ${ptx_tools} ${PROJECT_SOURCE_DIR}/CMakeLists.txt
            DEPFILE ${library}.d
            COMMENT "Translating the PTX of ${name}.cu for compute_${architecture}"
            VERBATIM)
        list(APPEND libraries ${library})
    endforeach()
    add_custom_target(ptx_${name} ALL DEPENDS ${libraries})
endfunction()
ptx_library(kernels)
ptx_library(probes)

add_library(ptx_runtime STATIC ptx/block.cpp ptx/fiber.cpp ptx/launch.cpp ptx/memory.cpp)
target_link_libraries(ptx_runtime PUBLIC tauroa_options GTest::gtest_main ${CMAKE_DL_LIBS})
target_compile_options(ptx_runtime PRIVATE -O2)
# ptx_test(NAME KERNELS): NAME_test.cpp, run on the translated KERNELS of each architecture.
function(ptx_test name kernels)
    add_executable(${name}_test ${name}_test.cpp)
    target_link_libraries(${name}_test PRIVATE ptx_runtime)
    foreach(architecture IN LISTS ptx_architectures)
        add_test(NAME ${name}.${architecture} COMMAND ${name}_test)
        set_tests_properties(${name}.${architecture} PROPERTIES TIMEOUT 300 ENVIRONMENT
            TAUROA_PTX_LIBRARY=${CMAKE_CURRENT_BINARY_DIR}/ptx_${kernels}_${architecture}.so)
    endforeach()
endfunction()
ptx_test(ptx kernels)
ptx_test(ptx_operation probes)
ptx_test(ptx_probe probes)
ptx_test(ptx_fault probes)
target_include_directories(ptx_test SYSTEM PRIVATE ${TAUROA_THRUST_HEADERS})
target_compile_definitions(ptx_test PRIVATE THRUST_DEVICE_SYSTEM=THRUST_DEVICE_SYSTEM_CPP)

# Games as text, as the program has NVRTC compile them: ptx_test once more, for each with that as its only game.
if(TAUROA_WITH_NVRTC)
    add_executable(nvrtc_test nvrtc_test.cpp)
    target_link_libraries(nvrtc_test PRIVATE tauroa_kernels GTest::gtest_main)
    gtest_discover_tests(nvrtc_test TEST_PREFIX "nvrtc." DISCOVERY_TIMEOUT 60)
    add_executable(text_ptx text_ptx.cpp)
    target_link_libraries(text_ptx PRIVATE tauroa_game_code)
    foreach(game IN ITEMS polynomial torus dirac_gan every_function)
        text_game_header(${game} header)
        set(file ${CMAKE_CURRENT_SOURCE_DIR}/data/games/${game}.toml)
        set(only ${CMAKE_CURRENT_BINARY_DIR}/text_games_alone/${game})
        file(GENERATE OUTPUT ${only}/all_games.hpp
             CONTENT "#include \"${header}\"\n#include \"kernels/game_list.hpp\"\n\n\
namespace tauroa {\nusing all_games = game_list<games::text>;\n}\n")
        add_executable(nvrtc_${game}_test ptx_test.cpp ${header})
        target_include_directories(nvrtc_${game}_test BEFORE PRIVATE ${only})
        target_include_directories(nvrtc_${game}_test SYSTEM PRIVATE ${TAUROA_THRUST_HEADERS})
        target_compile_definitions(nvrtc_${game}_test PRIVATE THRUST_DEVICE_SYSTEM=THRUST_DEVICE_SYSTEM_CPP)
        target_link_libraries(nvrtc_${game}_test PRIVATE ptx_runtime)
        foreach(architecture IN LISTS ptx_architectures)
            set(library ${CMAKE_CURRENT_BINARY_DIR}/ptx_text_${game}_${architecture}.so)
            add_custom_command(
                OUTPUT ${library}
                COMMAND text_ptx ${file} compute_${architecture} > ${library}.text.ptx
                COMMAND ${CMAKE_COMMAND} -E env PYTHONPATH=${CMAKE_CURRENT_SOURCE_DIR} PYTHONDONTWRITEBYTECODE=1
                        ${Python3_EXECUTABLE} -m ptx.compile --build ${PROJECT_BINARY_DIR} --cxx ${CMAKE_CXX_COMPILER}
                        --architecture ${architecture} ${library}.text.ptx ${library}
                DEPENDS text_ptx ${file} ${ptx_tools}
                COMMENT "Translating what NVRTC makes of ${game}.toml for compute_${architecture}"
                VERBATIM)
            add_custom_target(ptx_text_${game}_${architecture} DEPENDS ${library})
            add_dependencies(nvrtc_${game}_test ptx_text_${game}_${architecture})
            add_test(NAME nvrtc.${game}.${architecture} COMMAND nvrtc_${game}_test)
            set_tests_properties(nvrtc.${game}.${architecture} PROPERTIES TIMEOUT 300
                ENVIRONMENT "TAUROA_PTX_LIBRARY=${library};TAUROA_PTX_GAMES=text")
        endforeach()
    endforeach()
endif()

# python_test(NAME SCRIPT ARGUMENTS...): a test in Python that compiles kernels by itself.
list(TRANSFORM ptx_architectures REPLACE "(.+)" "${CMAKE_CURRENT_BINARY_DIR}/ptx_probes_\\1.so.ptx" OUTPUT_VARIABLE probes)
list(JOIN probes ":" probes)
list(JOIN TAUROA_CUDA_ARCHITECTURES " " architectures)
function(python_test name script)
    add_test(NAME ${name} COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/${script}_test.py ${ARGN})
    set_tests_properties(${name} PROPERTIES TIMEOUT 600 ENVIRONMENT
        "TAUROA_BUILD=${PROJECT_BINARY_DIR};TAUROA_CXX=${CMAKE_CXX_COMPILER};TAUROA_PTX_TEST=$<TARGET_FILE:ptx_test>;\
TAUROA_PTX_PROBES=${probes};TAUROA_PTX_ARCHITECTURE=${oldest};TAUROA_ARCHITECTURES=${architectures}")
endfunction()
python_test(ptx_translator ptx_translator)
python_test(registers registers)
foreach(group Tile Step Contraction)
    string(TOLOWER ${group} name)
    python_test(mutation.${name} mutation ${group})
endforeach()
