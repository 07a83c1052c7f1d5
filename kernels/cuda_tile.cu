// A game's kernels and their launches: the game's type is known where their addresses are taken, and nowhere else.

#include "all_games.hpp"
#include "kernels/cuda_check.hpp"
#include "kernels/cuda_kernels.cuh"
#include "kernels/cuda_tile.hpp"
#include "kernels/dynamics_values.hpp"

namespace tauroa::cuda {
namespace {

template <class... Parameters>
const void* address_of(void (*kernel)(Parameters...)) {
    return reinterpret_cast<const void*>(kernel);
}

}  // namespace

tile_kernels built_in_kernels(int game) {
    tile_kernels found;
    visit_game(all_games{}, game, [&]<class Game>(std::type_identity<Game> /*game*/) {
        found = {address_of(begin_kernel<Game>),
                 {address_of(advance_kernel<update_order::simultaneous, Game>),
                  address_of(advance_kernel<update_order::alternating, Game>)},
                 {address_of(advance_noisy_kernel<update_order::simultaneous, Game>),
                  address_of(advance_noisy_kernel<update_order::alternating, Game>)},
                 parameter_count<Game>};
    });
    return found;
}

void begin_tile(const tile_kernels& of, const live_starts& live, const start_block& starts,
                cudaStream_t stream) {
    launch(of.begin, live.count, stream, {&live, &starts});
}

void advance_tile(const tile_kernels& of, const problem& p, const arrival_rule& rule,
                  const start_block& starts, const live_starts& live, const results& to, step_range range,
                  cudaStream_t stream) {
    const std::vector<double> d = dynamics_values(p, of.parameters);
    const auto update = static_cast<std::size_t>(p.update);
    if (p.disturbance == nullptr)
        return launch(of.advance[update], live.count, stream, {&live, d.data(), &rule, &to, &range});
    const stochastic with = stochastic_of(p);
    launch(of.advance_noisy[update], live.count, stream,
           {&live, d.data(), &with, &rule, &starts, &to, &range});
}

void move_starts(const live_starts& from, const live_starts& to, int variables, cudaStream_t stream) {
    launch(move_kernel, to.count, stream, from, to, variables);
}

}  // namespace tauroa::cuda
