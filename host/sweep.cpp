#include "host/sweep.hpp"

#include <algorithm>

namespace tauroa {
namespace {

/// The points that attract at tau number t, as backends read them.
struct arrival_table {
    std::vector<double> location;
    std::vector<std::int16_t> label;

    arrival_table(const sweep_plan& plan, std::size_t t) {
        for (std::size_t j = 0; j < plan.points.size(); ++j) {
            if (!plan.at[t][j].attracts) continue;
            label.push_back(static_cast<std::int16_t>(j));
            const auto& x = plan.points[j].location;
            location.insert(location.end(), x.begin(), x.end());
        }
    }
    [[nodiscard]] arrival_points view() const {
        return {location.data(), label.data(), static_cast<int>(label.size())};
    }
};

problem problem_at(const sweep_plan& plan, std::size_t t, const arrival_table& points) {
    const map_request& r = plan.request;
    const certificates& c = plan.proven[t];
    return {plan.game->info().index,
            plan.game->parameters().data(),
            r.update,
            r.gamma,
            r.tau[t],
            r.steps,
            r.tolerance,
            points.view(),
            c.escape.view(),
            c.far_away.view(),
            c.ellipsoids(),
            c.interval()};
}

start_block block_of(const sweep_plan& plan, const tile& t) {
    const game_info& info = plan.game->info();
    const auto& axes = plan.request.axes;
    start_block block;
    block.base = plan.base.data();
    block.variables = info.n();
    block.across = info.variable_index(axes[0].name);
    block.across_at = plan.coordinates[0].data() + t.column;
    if (axes.size() > 1) {
        block.up = info.variable_index(axes[1].name);
        block.up_at = plan.coordinates[1].data() + t.row;
    }
    block.columns = t.columns;
    block.count = t.rows * t.columns;
    return block;
}

void size_results(const sweep_plan& plan, tile& t) {
    const std::uint64_t cells = t.rows * t.columns;
    t.label.resize(cells);
    t.iterations.resize(cells);
    if (plan.request.save_final) t.final_state.resize(cells * plan.base.size());
    t.tally.assign(tally_size(static_cast<int>(plan.points.size())), 0);
}

}  // namespace

sweep_plan plan_of(map_request request) {
    sweep_plan plan;
    plan.request = completed(std::move(request));
    const map_request& r = plan.request;
    plan.game = make_game(r.game, r.parameters);
    plan.points = equilibria_of(*plan.game);
    const int n1 = plan.game->info().n1;
    for (const double tau : r.tau) {
        auto& row = plan.at.emplace_back();
        for (const equilibrium& e : plan.points) row.push_back(at_tau(e, n1, tau, r.gamma, r.update));
    }
    plan.proven = certificates_of(r, *plan.game, plan.points, plan.at);
    for (const axis& a : r.axes) plan.coordinates.push_back(linspace(a.low, a.high, a.count));
    plan.base.resize(static_cast<std::size_t>(plan.game->info().n()));
    for (const auto& [name, value] : r.fixed)
        plan.base[static_cast<std::size_t>(plan.game->info().variable_index(name))] = value;
    return plan;
}

void run_sweep(const sweep_plan& plan, backend& with, progress& done,
               const std::function<void(const tile&)>& sink) {
    tile t{};
    for (t.tau = 0; t.tau < plan.request.tau.size(); ++t.tau) {
        const arrival_table points(plan, t.tau);
        const problem p = problem_at(plan, t.tau, points);
        for (t.row = 0; t.row < plan.rows(); t.row += tile_rows) {
            for (t.column = 0; t.column < plan.columns(); t.column += tile_columns) {
                t.rows = std::min(tile_rows, plan.rows() - t.row);
                t.columns = std::min(tile_columns, plan.columns() - t.column);
                size_results(plan, t);
                const results to{t.label.data(), t.iterations.data(),
                                 t.final_state.empty() ? nullptr : t.final_state.data(), t.tally.data(),
                                 static_cast<int>(plan.points.size())};
                with.run(p, block_of(plan, t), to, done);
                sink(t);
            }
        }
    }
}

}  // namespace tauroa
