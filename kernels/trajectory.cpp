#include "kernels/trajectory.hpp"

#include "kernels/game_runs.hpp"
#include "kernels/iterate.hpp"
#include "kernels/sized_run.hpp"

namespace tauroa {

void run_trajectory(const problem& p, const double* start, std::uint64_t every, double* to,
                    const progress* told) {
    if (p.sized != nullptr) return detail::iterate(sized_run(p), p, start, every, to, told);
    p.game->trajectory(p, start, every, to, told);
}

}  // namespace tauroa
