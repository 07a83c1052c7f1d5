#include <iomanip>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>

#include "host/cli/options.hpp"
#include "host/cli/point_text.hpp"
#include "host/completeness.hpp"
#include "host/number.hpp"
#include "host/tau_list.hpp"
#include "host/theory.hpp"

namespace tauroa::cli {
namespace {

using json = nlohmann::ordered_json;

/// What was asked, in numbers.
struct query {
    std::unique_ptr<game_model> game;
    std::vector<double> tau;
    std::optional<double> gamma;
    update_order update;
    std::vector<equilibrium> points;
    bool complete;  ///< proven
};

bool proven_complete(const game_model& game, const std::vector<equilibrium>& points) {
    if (game.sized() != nullptr) return false;
    std::vector<Eigen::VectorXd> locations;
    locations.reserve(points.size());
    for (const equilibrium& e : points) locations.push_back(e.location);
    return prove_complete(game.info(), *enclosure_of(game), locations).proven;
}

query query_of(const equilibria_options& o) {
    query q{make_game(o.game, parse_named_values("--param", o.parameters)),
            {},
            std::nullopt,
            parse_update(o.update),
            {},
            false};
    if (o.tau) q.tau = parse_tau_list(*o.tau);
    if (o.gamma) q.gamma = parse_positive("--gamma", *o.gamma);
    q.points = equilibria_of(*q.game);
    q.complete = proven_complete(*q.game, q.points);
    return q;
}

json at_tau_json(const query& q, const equilibrium& e, double tau) {
    const equilibrium_at at = at_tau(e, q.game->info().n1, tau, q.gamma, q.update);
    json eigenvalues = json::array();
    for (const auto& l : at.eigenvalues) eigenvalues.push_back({l.real(), l.imag()});
    return {{"tau", tau},
            {"stable", at.stable},
            {"attracts", q.gamma ? json(at.attracts) : json(nullptr)},
            {"spectral_radius", finite(at.spectral_radius)},
            {"gamma_max", finite(at.gamma_max)},
            {"eigenvalues", eigenvalues}};
}

json point_json(const query& q, std::size_t index) {
    const equilibrium& e = q.points[index];
    json at = json::array();
    for (const double tau : q.tau) at.push_back(at_tau_json(q, e, tau));
    return {{"index", index},
            {"point", std::vector<double>(e.location.begin(), e.location.end())},
            {"kind", kind_names.at(static_cast<std::size_t>(e.kind))},
            {"tau_star", e.tau_star ? json(*e.tau_star) : json(nullptr)},
            {"stable_windows", to_json(e.windows.windows)},
            {"windows_by", window_method_names.at(static_cast<std::size_t>(e.windows.method))},
            {"residual", e.residual},
            {"at_tau", at}};
}

void print_json(const query& q) {
    json points = json::array();
    for (std::size_t j = 0; j < q.points.size(); ++j) points.push_back(point_json(q, j));
    const json all{
        {"game", q.game->info().name},   {"parameters", parameters_json(*q.game)},
        {"update", to_string(q.update)}, {"gamma", q.gamma ? json(*q.gamma) : json(nullptr)},
        {"complete", q.complete},        {"points", points},
    };
    std::cout << all.dump(2) << '\n';
}

void print_table(const query& q) {
    std::cout << q.game->info().name
              << ": critical points found in its window (complete: " << (q.complete ? "proven" : "not proven")
              << ")\n";
    for (std::size_t j = 0; j < q.points.size(); ++j) {
        const equilibrium& e = q.points[j];
        std::cout << std::setw(3) << j << "  " << std::left << std::setw(28) << text_of(e.location)
                  << std::setw(26) << kind_names.at(static_cast<std::size_t>(e.kind)) << std::right
                  << "stable for " << text_of(e.windows.windows);
        if (e.windows.method == window_method::scan) std::cout << " (scanned from 1e-6 to 1e6)";
        if (e.tau_star) std::cout << ", tau* = " << std::setprecision(7) << *e.tau_star;
        std::cout << '\n';
        for (const double tau : q.tau) {
            const equilibrium_at at = at_tau(e, q.game->info().n1, tau, q.gamma, q.update);
            std::cout << "       tau = " << tau << ": " << (at.stable ? "stable" : "not stable");
            if (q.gamma)
                std::cout << ", " << (at.attracts ? "attracts" : "does not attract") << " the "
                          << to_string(q.update) << " update (spectral radius " << std::setprecision(9)
                          << at.spectral_radius << ")";
            if (q.update == update_order::simultaneous)
                std::cout << ", gamma_max = " << std::setprecision(6) << at.gamma_max;
            std::cout << '\n';
        }
    }
}

}  // namespace

void run_equilibria(const equilibria_options& o) {
    const query q = query_of(o);
    o.as_json ? print_json(q) : print_table(q);
}

}  // namespace tauroa::cli
