# The games: every header in games/. games/some_name.hpp defines tauroa::games::some_name; the list of their types goes
# into all_games.hpp, sorted by name. Nothing else has to be told of a new game.

set(TAUROA_GENERATED ${PROJECT_BINARY_DIR}/generated)

file(GLOB headers CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/games/*.hpp)
list(SORT headers)
set(TAUROA_GAME_INCLUDES "")
set(types "")
foreach(header IN LISTS headers)
    cmake_path(GET header STEM name)
    string(APPEND TAUROA_GAME_INCLUDES "#include \"${header}\"\n")
    list(APPEND types "games::${name}")
endforeach()
string(REPLACE ";" ", " TAUROA_GAME_TYPES "${types}")
configure_file(${PROJECT_SOURCE_DIR}/cmake/all_games.hpp.in ${TAUROA_GENERATED}/all_games.hpp @ONLY)
