// From a game's index and an update to the kernels made for them.

#include "all_games.hpp"
#include "kernels/cuda_check.hpp"
#include "kernels/cuda_kernels.cuh"
#include "kernels/cuda_tile.hpp"
#include "kernels/game_runs.hpp"

namespace tauroa::cuda {

void begin_tile(int game, const live_starts& live, const start_block& starts, cudaStream_t stream) {
    visit_game(all_games{}, game, [&]<class Game>(std::type_identity<Game> /*game*/) {
        launch(begin_kernel<Game>, live.count, stream, live, starts);
    });
}

void advance_tile(const problem& p, const arrival_rule& rule, const start_block& starts,
                  const live_starts& live, const results& to, step_range range, cudaStream_t stream) {
    visit_game(all_games{}, p.game->index, [&]<class Game>(std::type_identity<Game> /*game*/) {
        visit_update(p.update, [&](auto update) {
            if (p.disturbance != nullptr)
                launch(advance_noisy_kernel<update(), Game>, live.count, stream, live, dynamics_of<Game>(p),
                       stochastic_of(p), rule, starts, to, range);
            else
                launch(advance_kernel<update(), Game>, live.count, stream, live, dynamics_of<Game>(p), rule,
                       to, range);
        });
    });
}

void move_starts(const live_starts& from, const live_starts& to, int variables, cudaStream_t stream) {
    launch(move_kernel, to.count, stream, from, to, variables);
}

}  // namespace tauroa::cuda
