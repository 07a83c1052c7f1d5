// What tests/ptx_test.cpp runs: the cuda backend's kernels from the very file that ships them, for every game and update;
// and the same for toy games (tests/tile_runs.hpp).

#include "kernels/cuda_tile.cu"
#include "tests/mixed_game.hpp"
#include "tests/toy_games.hpp"

namespace tauroa::cuda {

/// Launches a game's kernels, is never called: that makes nvcc compile them.
template <game Game>
void use_kernels() {
    launch(begin_kernel<Game>, 0, nullptr, live_starts{}, start_block{});
    const auto use = [](auto advance) {
        launch(advance, 0, nullptr, live_starts{}, dynamics<Game>{}, arrival_rule{}, results{}, step_range{});
    };
    use(advance_kernel<update_order::simultaneous, Game>);
    use(advance_kernel<update_order::alternating, Game>);
    const auto use_noisy = [](auto advance) {
        launch(advance, 0, nullptr, live_starts{}, dynamics<Game>{}, stochastic{}, arrival_rule{},
               start_block{}, results{}, step_range{});
    };
    use_noisy(advance_noisy_kernel<update_order::simultaneous, Game>);
    use_noisy(advance_noisy_kernel<update_order::alternating, Game>);
}

void use_toy_kernels() {
    use_kernels<toy::decoupled>();
    use_kernels<toy::general>();
    use_kernels<toy::mixed>();
}

}  // namespace tauroa::cuda
