// In place of cuda_text_game.cu where the CUDA toolkit is older than 12.8 or has no NVRTC.

#include "kernels/cuda.hpp"
#include "kernels/cuda_text_game.hpp"

namespace tauroa {
namespace cuda {

class loaded_game {};

known_kernels::known_kernels(int device) : device_(device) {}
known_kernels::~known_kernels() = default;

tile_kernels known_kernels::of(const game_runs& game) {
    if (game.index < 0) throw user_error(why_no_text_on_cuda());
    return built_in_kernels(game.index);
}

}  // namespace cuda

std::string why_no_text_on_cuda() {
    return "--backend cuda: this program was built without NVRTC of a CUDA toolkit 12.8 or newer, which "
           "compiles games "
           "as text; use auto, cpu or reference";
}

}  // namespace tauroa
