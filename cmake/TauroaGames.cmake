# The games: every header in games/. games/some_name.hpp defines tauroa::games::some_name; the list of their types, sorted by
# name, goes into all_games.hpp, or, of those that include kernels/sized_game.hpp, into all_sized_games.hpp. Nothing else has
# to be told of a new game.

set(TAUROA_GENERATED ${PROJECT_BINARY_DIR}/generated)

file(GLOB headers CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/games/*.hpp)
list(SORT headers)
foreach(header IN LISTS headers)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${header})
    file(STRINGS ${PROJECT_SOURCE_DIR}/${header} is_sized REGEX "^#include \"kernels/sized_game.hpp\"")
    if(is_sized)
        list(APPEND headers_of_all_sized_games ${header})
    else()
        list(APPEND headers_of_all_games ${header})
    endif()
endforeach()
foreach(TAUROA_GAME_LIST all_games all_sized_games)
    set(TAUROA_GAME_INCLUDES "")
    set(types "")
    foreach(header IN LISTS headers_of_${TAUROA_GAME_LIST})
        cmake_path(GET header STEM name)
        string(APPEND TAUROA_GAME_INCLUDES "#include \"${header}\"\n")
        list(APPEND types "games::${name}")
    endforeach()
    string(REPLACE ";" ", " TAUROA_GAME_TYPES "${types}")
    configure_file(${PROJECT_SOURCE_DIR}/cmake/all_games.hpp.in ${TAUROA_GENERATED}/${TAUROA_GAME_LIST}.hpp @ONLY)
endforeach()
