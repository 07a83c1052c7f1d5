#pragma once

// Trajectories x_0, x_1, ..., x_K of tau-GDA: eq. 2 of Fiez and Ratliff (2021), or its alternating form, step by step.

#include <algorithm>
#include <limits>
#include <span>

#include "kernels/arrival.hpp"
#include "kernels/backend.hpp"
#include "kernels/game_list.hpp"

namespace tauroa {

namespace detail {

inline constexpr std::uint64_t steps_between_looks = 1U << 12U;  // whether to stop

/// One start of a game whose number of variables is known when the program is compiled; sized_run is another.
template <update_order update, game Game>
class fixed_run {
  public:
    explicit fixed_run(const problem& p) : dynamics_(dynamics_of<Game>(p)) {}

    void begin(const double* start) {
        point<double, dimension<Game>> x;
        for (int v = 0; v < dimension<Game>; ++v) x[v] = start[v];
        state_ = initial_state<Game, double>(x);
    }
    void step() { tauroa::step<update, Game>(state_, dynamics_); }
    [[nodiscard]] bool is_bounded() const { return bounded<Game>(state_.x); }
    [[nodiscard]] std::span<const double> x() const { return state_.x.at; }

  private:
    dynamics<Game> dynamics_;
    state<Game, double> state_;
};

/// Steps `count` times; false where it diverged on the way, or was told to stop.
inline bool go_on(auto& run, std::uint64_t count, const progress* told) {
    for (std::uint64_t k = 0; k < count; ++k) {
        if (k % steps_between_looks == 0 && told != nullptr && told->stop) return false;
        run.step();
        if (!run.is_bounded()) return false;
    }
    return true;
}

inline void iterate(auto run, const problem& p, const double* start, std::uint64_t every, double* to,
                    const progress* told) {
    run.begin(start);
    bool alive = run.is_bounded();
    for (std::uint64_t row = 0; row <= p.steps / every; ++row) {
        alive = alive && (row == 0 || go_on(run, every, told));
        const std::span<const double> x = run.x();
        to = alive ? std::copy(x.begin(), x.end(), to)
                   : std::fill_n(to, x.size(), std::numeric_limits<double>::quiet_NaN());
    }
}

}  // namespace detail

/// game_runs::trajectory.
template <game Game>
void run_trajectory_of(const problem& p, const double* start, std::uint64_t every, double* to,
                       const progress* told) {
    visit_update(p.update, [&](auto update) {
        detail::iterate(detail::fixed_run<update(), Game>(p), p, start, every, to, told);
    });
}

}  // namespace tauroa
