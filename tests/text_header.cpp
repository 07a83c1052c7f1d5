// Writes the header of a game file: the build makes headers of this program's own games with it, for text_compiled_test.

#include <iostream>

#include "host/text_game/emission.hpp"

int main(int count, char** arguments) {
    using namespace tauroa::text_game;
    if (count != 2) return 2;
    std::cout << header_of(game_of(read_source(arguments[1])));
    return std::cout.flush() ? 0 : 1;
}
