#include "host/cli/game_tables.hpp"

#include <nlohmann/json.hpp>

namespace tauroa::cli {

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

map_equilibria equilibria_tables(const std::vector<equilibrium>& points,
                                 const std::vector<std::vector<equilibrium_at>>& all) {
    map_equilibria e;
    e.kind_names.assign(kind_names.begin(), kind_names.end());
    e.window_methods.assign(window_method_names.begin(), window_method_names.end());
    for (const equilibrium& p : points) {
        e.location.insert(e.location.end(), p.location.begin(), p.location.end());
        e.kind.push_back(static_cast<std::uint8_t>(p.kind));
        e.windows_by.push_back(static_cast<std::uint8_t>(p.windows.method));
        e.tau_star.push_back(p.tau_star.value_or(std::numeric_limits<double>::quiet_NaN()));
    }
    for (const auto& row : all) {
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

constexpr std::uint64_t field_samples = 61;  // per axis, for streamlines

map_field field_of(const game_model& game, const std::vector<double>& base, const std::vector<axis>& axes) {
    const game_info& info = game.info();
    map_field field;
    for (const axis& a : axes) field.axes.push_back({a.name, linspace(a.low, a.high, field_samples)});
    const auto n = static_cast<std::size_t>(info.n());
    field.gradient.resize(n * field_samples * field_samples);
    Eigen::VectorXd x = Eigen::Map<const Eigen::VectorXd>(base.data(), info.n());
    for (std::size_t b = 0; b < field_samples; ++b) {
        for (std::size_t a = 0; a < field_samples; ++a) {
            x(info.variable_index(axes[0].name)) = field.axes[0].at[a];
            x(info.variable_index(axes[1].name)) = field.axes[1].at[b];
            const Eigen::VectorXd g = game.gradient(x);
            for (std::size_t i = 0; i < n; ++i)
                field.gradient[(i * field_samples + b) * field_samples + a] = g(static_cast<Eigen::Index>(i));
        }
    }
    return field;
}

}  // namespace tauroa::cli
