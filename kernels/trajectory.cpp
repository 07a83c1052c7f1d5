// Trajectories x_0, x_1, ..., x_K of tau-GDA: eq. 2 of Fiez and Ratliff (2021), or its alternating form, step by step.

#include "kernels/trajectory.hpp"

#include <algorithm>
#include <limits>

#include "all_games.hpp"
#include "kernels/arrival.hpp"

namespace tauroa {
namespace {

constexpr std::uint64_t steps_between_looks = 1U << 16U;  // whether to stop

/// Steps s `count` times; false where it diverged on the way, or was told to stop.
template <update_order update, game Game>
bool go_on(state<Game, double>& s, const dynamics<Game>& d, std::uint64_t count, const progress* told) {
    for (std::uint64_t k = 0; k < count; ++k) {
        if (k % steps_between_looks == 0 && told != nullptr && told->stop) return false;
        step<update, Game>(s, d);
        if (!bounded<Game>(s.x)) return false;
    }
    return true;
}

template <update_order update, game Game>
void run(const problem& p, const double* start, std::uint64_t every, double* to, const progress* told) {
    constexpr int n = dimension<Game>;
    const auto d = dynamics_of<Game>(p);
    point<double, n> x;
    for (int v = 0; v < n; ++v) x[v] = start[v];
    auto s = initial_state<Game, double>(x);
    const std::uint64_t rows = 1 + p.steps / every;
    bool alive = bounded<Game>(s.x);
    for (std::uint64_t row = 0; row < rows; ++row) {
        alive = alive && (row == 0 || go_on<update, Game>(s, d, every, told));
        if (alive)
            std::copy_n(&s.x[0], n, to + row * static_cast<std::uint64_t>(n));
        else
            std::fill_n(to + row * static_cast<std::uint64_t>(n), n,
                        std::numeric_limits<double>::quiet_NaN());
    }
}

}  // namespace

void run_trajectory(const problem& p, const double* start, std::uint64_t every, double* to,
                    const progress* told) {
    visit_game(all_games{}, p.game, [&]<class Game>(std::type_identity<Game> /*game*/) {
        visit_update(p.update, [&](auto update) { run<update(), Game>(p, start, every, to, told); });
    });
}

}  // namespace tauroa
