#include "host/sweep.hpp"

#include <algorithm>

#include "kernels/noise.hpp"

namespace tauroa {
namespace {

/// gamma_k of the last step, k = K - 1; gamma1 unless it decays.
double last_rate(const map_request& r) {
    if (!r.noise || r.steps == 0) return r.gamma;
    return r.gamma * decay_factor(static_cast<double>(r.steps), r.noise->decay);
}

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
    return {plan.game->runs(), plan.game->parameters().data(),
            r.update,          r.gamma,
            r.tau[t],          r.steps,
            r.tolerance,       points.view(),
            c.escape.view(),   c.far_away.view(),
            c.ellipsoids(),    c.interval(),
            plan.game->sized()};
}

std::optional<noise> disturbance_of(const sweep_plan& plan, std::uint64_t repeat) {
    if (!plan.request.noise) return std::nullopt;
    const auto& [sigma, decay, repeats, seed] = *plan.request.noise;
    return noise{sigma, decay, seed, static_cast<std::uint32_t>(repeat)};
}

/// Cells of a sample: its row's starts themselves.
start_block block_of(const std::vector<double>& points, const cell_block& at) {
    start_block block;
    block.variables = static_cast<int>(points.size() / at.cells());
    block.count = at.cells();
    block.points = points.data();
    block.number = at.column;
    return block;
}

std::vector<double> points_of(const sample_box& box, const cell_block& at) {
    std::vector<double> points(at.cells() * box.low.size());
    box.starts(at.column, at.columns, points.data());
    return points;
}

start_block block_of(const sweep_plan& plan, const cell_block& at) {
    const game_info& info = plan.game->info();
    const auto& axes = plan.request.axes;
    start_block block;
    block.base = plan.base.data();
    block.variables = info.n();
    block.across = info.variable_index(axes[0].name);
    block.across_at = plan.coordinates[0].data() + at.column;
    if (axes.size() > 1) {
        block.up = info.variable_index(axes[1].name);
        block.up_at = plan.coordinates[1].data() + at.row;
    }
    block.columns = at.columns;
    block.count = at.cells();
    block.number = at.row * plan.columns() + at.column;
    block.row_length = plan.columns();
    return block;
}

tile empty_tile(const sweep_plan& plan, const cell_block& at) {
    tile t;
    t.at = at;
    t.label.resize(at.cells());
    t.iterations.resize(at.cells());
    if (plan.request.save_final) t.final_state.resize(at.cells() * plan.base.size());
    t.tally.assign(tally_size(static_cast<int>(plan.points.size())), 0);
    return t;
}

sample_box box_of(const sweep_plan& plan) {
    const sample_request& sample = *plan.request.sample;
    sample_box box{sample.seed, plan.base, plan.base};
    for (const variable_range& r : sample.ranges) {
        const auto v = static_cast<std::size_t>(plan.game->info().variable_index(r.name));
        box.low[v] = r.low;
        box.high[v] = r.high;
    }
    return box;
}

}  // namespace

sweep_plan draft_of(map_request request) {
    sweep_plan plan;
    plan.request = completed(std::move(request));
    const map_request& r = plan.request;
    plan.game = make_game(r.game, r.parameters);
    plan.points = equilibria_of(*plan.game);
    const int n1 = plan.game->info().n1;
    for (const double tau : r.tau) {
        auto& row = plan.at.emplace_back();
        for (const equilibrium& e : plan.points) row.push_back(at_tau(e, n1, tau, last_rate(r), r.update));
    }
    for (const axis& a : r.axes) plan.coordinates.push_back(linspace(a.low, a.high, a.count));
    plan.base.resize(static_cast<std::size_t>(plan.game->info().n()));
    for (const auto& [name, value] : r.fixed)
        plan.base[static_cast<std::size_t>(plan.game->info().variable_index(name))] = value;
    if (r.sample) plan.box = box_of(plan);
    return plan;
}

void prove(sweep_plan& draft, const progress& told) {
    draft.proven = certificates_of(draft.request, *draft.game, draft.points, draft.at,
                                   [&told] { return told.stop.load(); });
}

sweep_plan plan_of(map_request request) {
    sweep_plan plan = draft_of(std::move(request));
    prove(plan, progress());
    return plan;
}

tiling tiling_of(const sweep_plan& plan) { return {plan.layers(), plan.rows(), plan.columns()}; }

tile compute(const sweep_plan& plan, const cell_block& at, backend& with, progress& done) {
    const std::uint64_t tau = at.layer / plan.repeats();
    const arrival_table points(plan, tau);
    const auto disturbance = disturbance_of(plan, at.layer % plan.repeats());
    problem asked = problem_at(plan, tau, points);
    if (disturbance) asked.disturbance = &*disturbance;
    tile t = empty_tile(plan, at);
    const results to{t.label.data(), t.iterations.data(),
                     t.final_state.empty() ? nullptr : t.final_state.data(), t.tally.data(),
                     static_cast<int>(plan.points.size())};
    const std::vector<double> sampled = plan.box ? points_of(*plan.box, at) : std::vector<double>();
    with.run(asked, plan.box ? block_of(sampled, at) : block_of(plan, at), to, done);
    return t;
}

void run_sweep(const sweep_plan& plan, backend& with, progress& done,
               const std::function<void(const tile&)>& sink) {
    const tiling cut = tiling_of(plan);
    for (strip_range strips; strips.end() < cut.strips();) {
        strips = cut.together(strips.end(), cut.strips());
        sink(compute(plan, cut.cells(strips), with, done));
    }
}

}  // namespace tauroa
