#include "host/trajectory.hpp"

#include <algorithm>
#include <cmath>

#include "host/convergence.hpp"
#include "host/local_rate.hpp"
#include "host/number.hpp"
#include "host/request.hpp"
#include "kernels/error.hpp"
#include "kernels/trajectory.hpp"

namespace tauroa {
namespace {

using Eigen::VectorXd;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

void check_starts(const game_info& info, std::vector<std::vector<double>>& starts) {
    if (starts.empty())
        throw user_error("--start is missing: give NAME=VALUE,... for every variable of " + info.name);
    for (std::vector<double>& start : starts)
        for (std::size_t i = 0; i < start.size(); ++i) {
            start[i] += 0.0;  // no -0
            check_reach(info, "--start", info.variables[i].name, start[i]);
            if (std::abs(start[i]) > divergence_bound)
                throw user_error("--start " + std::string(info.variables[i].name) + "=" + shortest(start[i]) +
                                 ": beyond " + shortest(divergence_bound) +
                                 ", where starts count as diverged; give a nearer one");
        }
}

void check_size(const trajectory_request& r, std::size_t n) {
    if (r.every == 0) throw user_error("--every 0: give a whole number from 1");
    const double values = static_cast<double>(r.rows()) * static_cast<double>(r.starts.size()) *
                          static_cast<double>(r.tau.size()) * static_cast<double>(n);
    if (values > static_cast<double>(most_trajectory_values))
        throw user_error("--steps " + std::to_string(r.steps) + " and --every " + std::to_string(r.every) +
                         " ask for " + shortest(values) + " numbers; at most " +
                         std::to_string(most_trajectory_values) +
                         " (2 GiB) in one file: give a larger --every");
}

VectorXd state(const trajectories& t, std::size_t tau, std::size_t start, std::size_t row) {
    return Eigen::Map<const VectorXd>(t.at_row(tau, start, row), t.game->info().n());
}

/// ||x_k - x*_j|| at every row.
std::vector<double> distances(const trajectories& t, std::size_t tau, std::size_t start, std::size_t point) {
    std::vector<double> all(t.step.size());
    for (std::size_t row = 0; row < all.size(); ++row)
        all[row] = t.game->difference(state(t, tau, start, row), t.points[point].location).norm();
    return all;
}

/// The rates at the critical point where a trajectory ended.
void add_rates(const trajectories& t, std::size_t tau, std::size_t start, trajectory_end& end) {
    const auto j = static_cast<std::size_t>(end.label);
    end.rate_measured = measured_rate(t.step, distances(t, tau, start, j), t.game->info().scale());
    end.rate_spectral = t.at[tau][j].spectral_radius;
    if (t.request.update != update_order::simultaneous) return;
    const auto rate =
        local_rate_of(t.points[j].jacobian, t.game->info().n1, t.request.tau[tau], t.request.gamma);
    if (!rate) return;
    end.rate_theorem_4 = rate->stated.rate;
    end.rate_mended = rate->mended.rate;
}

trajectory_end end_of(const trajectories& t, std::size_t tau, std::size_t start) {
    trajectory_end end{not_arrived, -1, nan, nan, nan, nan, nan};
    const VectorXd last = state(t, tau, start, t.step.size() - 1);
    if (!last.allFinite()) {
        end.label = diverged;
        return end;
    }
    for (std::size_t j = 0; j < t.points.size(); ++j) {
        const double distance = t.game->difference(last, t.points[j].location).norm();
        if (end.nearest >= 0 && !(distance < end.distance)) continue;
        end.nearest = static_cast<std::int16_t>(j);
        end.distance = distance;
    }
    if (end.nearest < 0) return end;
    if (!(end.distance <= t.request.tolerance)) return end;
    end.label = end.nearest;
    add_rates(t, tau, start, end);
    return end;
}

problem problem_of(const trajectories& t, std::size_t tau) {
    problem p;
    p.game = t.game->runs();
    p.parameters = t.game->parameters().data();
    p.update = t.request.update;
    p.gamma = t.request.gamma;
    p.tau = t.request.tau[tau];
    p.steps = t.request.steps;
    p.sized = t.game->sized();
    return p;
}

void iterate(trajectories& t, const progress& told) {
    const std::size_t starts = t.request.starts.size(), n = t.request.starts[0].size();
    t.x.resize(t.request.tau.size() * starts * t.step.size() * n);
    double* to = t.x.data();
    for (std::size_t tau = 0; tau < t.request.tau.size(); ++tau)
        for (const std::vector<double>& start : t.request.starts) {
            run_trajectory(problem_of(t, tau), start.data(), t.request.every, to, &told);
            to += t.step.size() * n;
        }
}

}  // namespace

trajectory_request completed(trajectory_request request) {
    const auto game = make_game(request.game, request.parameters);  // checks the parameters' names
    const game_info& info = game->info();
    for (auto& [name, value] : request.parameters) value += 0.0;
    check_starts(info, request.starts);
    check_size(request, static_cast<std::size_t>(info.n()));
    check_rates(info, request.gamma, request.tau.back());
    check_tolerance(info, request.tolerance);
    return request;
}

trajectories run_trajectories(trajectory_request request, const progress& told) {
    trajectories t;
    t.request = completed(std::move(request));
    t.game = make_game(t.request.game, t.request.parameters);
    t.points = equilibria_of(*t.game);
    for (const double tau : t.request.tau) {
        auto& row = t.at.emplace_back();
        for (const equilibrium& e : t.points)
            row.push_back(at_tau(e, t.game->info().n1, tau, t.request.gamma, t.request.update));
    }
    for (std::uint64_t row = 0; row < t.request.rows(); ++row) t.step.push_back(row * t.request.every);
    iterate(t, told);
    for (std::size_t tau = 0; tau < t.request.tau.size() && !told.stop; ++tau)
        for (std::size_t start = 0; start < t.request.starts.size(); ++start)
            t.ends.push_back(end_of(t, tau, start));
    return t;
}

}  // namespace tauroa
