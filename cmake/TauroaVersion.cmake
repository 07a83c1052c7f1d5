# The program's version and git commit, asked for at every build, written only when they change.

add_custom_target(tauroa_version
    COMMAND ${CMAKE_COMMAND} -DSOURCE=${PROJECT_SOURCE_DIR} -DVERSION=${PROJECT_VERSION}
            -DINPUT=${PROJECT_SOURCE_DIR}/cmake/version.hpp.in -DOUTPUT=${TAUROA_GENERATED}/version.hpp
            -P ${PROJECT_SOURCE_DIR}/cmake/write_version.cmake
    BYPRODUCTS ${TAUROA_GENERATED}/version.hpp
    VERBATIM)
