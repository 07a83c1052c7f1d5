#include <iostream>
#include <nlohmann/json.hpp>

#include "host/cli/equilibria_report.hpp"
#include "host/cli/point_text.hpp"
#include "host/request.hpp"

namespace tauroa::cli {
namespace {

using json = nlohmann::ordered_json;

json optional(const std::optional<double>& x) { return x ? finite(*x) : json(nullptr); }

/// Adds what Theorem 4 and Corollary 1 say; null where there is no rate.
void add_rate(json& to, const std::optional<local_rate>& rate, const std::optional<contraction_ball>& ball) {
    const auto of_rate = [&](auto value) { return rate ? json(value(*rate)) : json(nullptr); };
    to["alpha"] = of_rate([](const local_rate& r) { return r.alpha; });
    to["beta"] = of_rate([](const local_rate& r) { return r.stated.beta; });
    to["rate"] = of_rate([](const local_rate& r) { return r.stated.rate; });
    to["steps_per_decade"] = of_rate([](const local_rate& r) { return r.stated.steps_per_decade; });
    to["rate_holds"] = of_rate([](const local_rate& r) { return r.holds; });
    to["beta_mended"] = of_rate([](const local_rate& r) { return r.mended.beta; });
    to["rate_mended"] = of_rate([](const local_rate& r) { return r.mended.rate; });
    to["steps_per_decade_mended"] = of_rate([](const local_rate& r) { return r.mended.steps_per_decade; });
    to["lipschitz"] = ball ? json(ball->lipschitz) : json(nullptr);
    to["radius"] = ball ? finite(ball->radius) : json(nullptr);
    to["condition"] = ball ? json(ball->condition) : json(nullptr);
}

json at_tau_json(const tau_report& t, bool with_gamma) {
    json eigenvalues = json::array();
    for (const auto& l : t.at.eigenvalues) eigenvalues.push_back({l.real(), l.imag()});
    json of{{"tau", t.tau},
            {"stable", t.at.stable},
            {"attracts", with_gamma ? json(t.at.attracts) : json(nullptr)},
            {"spectral_radius", finite(t.at.spectral_radius)},
            {"gamma_max", finite(t.at.gamma_max)},
            {"eigenvalues", eigenvalues}};
    add_rate(of, t.at.rate, t.ball);
    return of;
}

json onsets_json(const std::optional<std::vector<real_onset>>& onsets) {
    if (!onsets) return nullptr;
    json all = json::array();
    for (const real_onset& o : *onsets)
        all.push_back({{"tau", o.tau}, {"becomes", o.becomes_real ? "real" : "complex"}});
    return all;
}

json point_json(const point_report& p, std::size_t index, bool with_gamma) {
    const equilibrium& e = p.point;
    json at = json::array();
    for (const tau_report& t : p.at_tau) at.push_back(at_tau_json(t, with_gamma));
    return {{"index", index},
            {"point", std::vector<double>(e.location.begin(), e.location.end())},
            {"kind", kind_names.at(static_cast<std::size_t>(e.kind))},
            {"isolated", e.isolated},
            {"tau_star", optional(e.tau_star)},
            {"tau_zero", optional(e.tau_zero)},
            {"tau_zero_tight", optional(e.tau_zero_tight)},
            {"stable_windows", to_json(e.windows.windows)},
            {"windows_by", window_method_names.at(static_cast<std::size_t>(e.windows.method))},
            {"real_at", onsets_json(p.onsets)},
            {"residual", e.residual},
            {"at_tau", at}};
}

}  // namespace

void print_json(const equilibria_report& r) {
    json points = json::array();
    for (std::size_t j = 0; j < r.points.size(); ++j)
        points.push_back(point_json(r.points[j], j, r.gamma.has_value()));
    const json all{
        {"game", r.game->info().name},   {"parameters", parameters_json(*r.game)},
        {"update", to_string(r.update)}, {"gamma", r.gamma ? json(*r.gamma) : json(nullptr)},
        {"complete", r.complete},        {"points", points},
    };
    std::cout << all.dump(2) << '\n';
}

}  // namespace tauroa::cli
