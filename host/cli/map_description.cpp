#include "host/cli/map_description.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "host/cli/game_tables.hpp"

namespace tauroa::cli {
namespace {

/// One tau's ellipsoids, filled up for points that have none.
void add_capture(const sweep_plan& plan, std::size_t t, map_certificates& c) {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    constexpr auto never = std::numeric_limits<std::uint32_t>::max();
    const certificates& p = plan.proven[t];
    const std::size_t square = plan.base.size() * plan.base.size(),
                      levels = static_cast<std::size_t>(p.capture_levels);
    std::size_t i = 0;  // among the points that attract
    for (const equilibrium_at& at : plan.at[t]) {
        const bool any = at.attracts && levels > 0 && p.capture_level[i * levels] > 0.0;
        for (std::size_t k = 0; k < square && c.capture_levels > 0; ++k)
            c.capture_shape.push_back(any ? p.capture_shape[i * square + k] : nan);
        for (std::size_t l = 0; l < c.capture_levels; ++l) {
            c.capture_level.push_back(any && l < levels ? p.capture_level[i * levels + l] : nan);
            c.capture_rate.push_back(any && l < levels ? p.capture_rate[i * levels + l] : nan);
            c.capture_steps.push_back(any && l < levels ? p.capture_steps[i * levels + l] : never);
        }
        i += at.attracts ? 1 : 0;
    }
}

/// Of a point; NaN where nobody passes by it for certain.
void add_passage(const passage& by, map_certificates& c) {
    const auto root = [&](double square) {
        return by.nearest < std::numeric_limits<double>::infinity()
                   ? std::sqrt(square)
                   : std::numeric_limits<double>::quiet_NaN();
    };
    c.passage_nearest.push_back(root(by.nearest));
    c.passage_bend.push_back(root(by.bend));
    c.passage_drift.push_back(root(by.drift));
    c.passage_farthest.push_back(root(by.farthest));
}

map_certificates certificate_tables(const sweep_plan& plan) {
    map_certificates c;
    for (int length = 0; length < passage_lengths; ++length) c.passage_blocks.push_back(1 << length);
    const auto append = [](std::vector<double>& to, const std::vector<double>& row) {
        to.insert(to.end(), row.begin(), row.end());
    };
    for (std::size_t t = 0; t < plan.proven.size(); ++t) {
        const certificates& p = plan.proven[t];
        append(c.escape_low, p.escape.low);
        append(c.escape_high, p.escape.high);
        append(c.far_low, p.far_away.low);
        append(c.far_high, p.far_away.high);
        c.test_interval.push_back(p.steps);
        std::size_t attracting = 0;
        for (const equilibrium_at& at : plan.at[t]) {
            c.watch.push_back(at.attracts ? p.watch(attracting) : std::numeric_limits<double>::quiet_NaN());
            for (int length = 0; length < passage_lengths; ++length)
                add_passage(at.attracts ? p.passage_by(attracting, length) : passed_by_nobody, c);
            attracting += at.attracts ? 1 : 0;
        }
    }
    for (const certificates& p : plan.proven)
        c.capture_levels = std::max(c.capture_levels, static_cast<std::size_t>(p.capture_levels));
    for (std::size_t t = 0; t < plan.proven.size(); ++t) add_capture(plan, t, c);
    return c;
}

}  // namespace

map_description describe(const sweep_plan& plan) {
    const map_request& r = plan.request;
    map_description d;
    d.game = r.game.name;
    d.game_text = plan.game->info().file;
    d.update = to_string(r.update);
    d.parameters = json_object(parameters_of(*plan.game));
    d.fixed = json_object(r.fixed);
    d.gamma = r.gamma;
    d.tolerance = r.tolerance;
    d.steps = r.steps;
    describe_variables(plan.game->info(), d);
    d.base = plan.base;
    for (std::size_t i = 0; i < r.axes.size(); ++i) d.axes.push_back({r.axes[i].name, plan.coordinates[i]});
    d.tau = r.tau;
    d.equilibria = equilibria_tables(plan.points, plan.at);
    d.certificates = certificate_tables(plan);
    if (plan.box)
        d.sample = {r.sample->count, plan.box->seed, plan.box->low, plan.box->high,
                    [box = *plan.box](std::uint64_t first, std::uint64_t count, double* to) {
                        box.starts(first, count, to);
                    }};
    if (r.noise) d.noise = {r.noise->sigma, r.noise->decay, r.noise->repeats, r.noise->seed};
    if (r.axes.size() == 2) d.field = field_of(*plan.game, plan.base, r.axes);
    d.save_final = r.save_final;
    d.plain = r.plain;
    d.unproven = plan.game->sized() != nullptr || r.noise;
    d.labels_only = r.labels_only;
    return d;
}

}  // namespace tauroa::cli
