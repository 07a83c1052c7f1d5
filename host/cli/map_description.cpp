#include "host/cli/map_description.hpp"

#include <nlohmann/json.hpp>

namespace tauroa::cli {
namespace {

constexpr std::uint64_t field_samples = 61;  // per axis, for streamlines

std::string json_object(const named_values& values) {
    nlohmann::ordered_json object = nlohmann::ordered_json::object();
    for (const auto& [name, value] : values) object[name] = value;
    return object.dump();
}

named_values parameters_of(const game_model& game) {
    named_values all;
    for (std::size_t i = 0; i < game.parameters().size(); ++i)
        all.emplace_back(game.info().parameters[i].name, game.parameters()[i]);
    return all;
}

map_equilibria equilibria_tables(const sweep_plan& plan) {
    map_equilibria e;
    e.kind_names.assign(kind_names.begin(), kind_names.end());
    e.window_methods.assign(window_method_names.begin(), window_method_names.end());
    for (const equilibrium& p : plan.points) {
        e.location.insert(e.location.end(), p.location.begin(), p.location.end());
        e.kind.push_back(static_cast<std::uint8_t>(p.kind));
        e.windows_by.push_back(static_cast<std::uint8_t>(p.windows.method));
        e.tau_star.push_back(p.tau_star.value_or(std::numeric_limits<double>::quiet_NaN()));
    }
    for (const auto& row : plan.at) {
        for (const equilibrium_at& at : row) {
            e.stable.push_back(at.stable ? 1 : 0);
            e.attracts.push_back(at.attracts ? 1 : 0);
            e.gamma_max.push_back(at.gamma_max);
            e.spectral_radius.push_back(at.spectral_radius);
            for (const auto& lambda : at.eigenvalues) {
                e.eigenvalue_real.push_back(lambda.real());
                e.eigenvalue_imag.push_back(lambda.imag());
            }
        }
    }
    return e;
}

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

map_certificates certificate_tables(const sweep_plan& plan) {
    map_certificates c;
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
        for (const equilibrium_at& at : plan.at[t])
            c.watch.push_back(at.attracts ? p.watch(attracting++) : std::numeric_limits<double>::quiet_NaN());
    }
    for (const certificates& p : plan.proven)
        c.capture_levels = std::max(c.capture_levels, static_cast<std::size_t>(p.capture_levels));
    for (std::size_t t = 0; t < plan.proven.size(); ++t) add_capture(plan, t, c);
    return c;
}

map_field field_of(const sweep_plan& plan) {
    const auto& axes = plan.request.axes;
    const game_info& info = plan.game->info();
    map_field field;
    for (const axis& a : axes) field.axes.push_back({a.name, linspace(a.low, a.high, field_samples)});
    const auto n = static_cast<std::size_t>(info.n());
    field.gradient.resize(n * field_samples * field_samples);
    Eigen::VectorXd x = Eigen::Map<const Eigen::VectorXd>(plan.base.data(), info.n());
    for (std::size_t b = 0; b < field_samples; ++b) {
        for (std::size_t a = 0; a < field_samples; ++a) {
            x(info.variable_index(axes[0].name)) = field.axes[0].at[a];
            x(info.variable_index(axes[1].name)) = field.axes[1].at[b];
            const Eigen::VectorXd g = plan.game->gradient(x);
            for (std::size_t i = 0; i < n; ++i)
                field.gradient[(i * field_samples + b) * field_samples + a] = g(static_cast<Eigen::Index>(i));
        }
    }
    return field;
}

}  // namespace

map_description describe(const sweep_plan& plan) {
    const map_request& r = plan.request;
    const game_info& info = plan.game->info();
    map_description d;
    d.game = r.game;
    d.update = to_string(r.update);
    d.parameters = json_object(parameters_of(*plan.game));
    d.fixed = json_object(r.fixed);
    d.gamma = r.gamma;
    d.tolerance = r.tolerance;
    d.steps = r.steps;
    for (int i = 0; i < info.n(); ++i) {
        const variable& v = info.variables[static_cast<std::size_t>(i)];
        d.variables.emplace_back(v.name);
        d.player.push_back(i < info.n1 ? 1 : 2);
        d.period.push_back(v.period);
    }
    d.base = plan.base;
    for (std::size_t i = 0; i < r.axes.size(); ++i) d.axes.push_back({r.axes[i].name, plan.coordinates[i]});
    d.tau = r.tau;
    d.equilibria = equilibria_tables(plan);
    d.certificates = certificate_tables(plan);
    if (plan.box)
        d.sample = {r.sample->count, plan.box->seed, plan.box->low, plan.box->high,
                    [box = *plan.box](std::uint64_t first, std::uint64_t count, double* to) {
                        box.starts(first, count, to);
                    }};
    if (r.axes.size() == 2) d.field = field_of(plan);
    d.save_final = r.save_final;
    d.plain = r.plain;
    d.unproven = plan.game->sized() != nullptr;
    d.labels_only = r.labels_only;
    return d;
}

}  // namespace tauroa::cli
