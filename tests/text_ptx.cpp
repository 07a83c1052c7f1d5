// Writes the PTX of a game file's kernels, made as the program makes them, by NVRTC: text_ptx GAME.toml compute_75. The
// build translates it for nvrtc_test (Ptx.cmake).

#include <iostream>

#include "host/compiled_game/game_code.hpp"
#include "host/text_game/emission.hpp"
#include "kernels/text_kernels.hpp"

int main(int count, char** arguments) {
    using namespace tauroa;
    if (count != 3) return 2;
    const auto game = text_game::game_of(text_game::read_source(arguments[1]));
    const std::string text = device_text_of(definition_of(game));
    const device_source source{text.c_str(), static_cast<int>(game.parameters.size())};
    std::cout << cuda::kernels_of_text(cuda::nvrtc(), source, arguments[2]).image.c_str();
    return std::cout.flush() ? 0 : 1;
}
