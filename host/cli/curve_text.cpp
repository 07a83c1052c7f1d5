#include "host/cli/curve_text.hpp"

#include <toml++/toml.h>

#include <sstream>

#include "host/cli/options.hpp"
#include "host/cli/run_text.hpp"
#include "host/cli/starts.hpp"
#include "host/number.hpp"
#include "host/request.hpp"

namespace tauroa::cli {
namespace {

/// What both have.
toml::table table_of(const auto& r) {
    toml::array tau, parameters;
    for (const double x : r.tau) tau.push_back(shortest(x));
    for (const auto& [name, value] : r.parameters) parameters.push_back(name + "=" + shortest(value));
    toml::table request{{"tau", tau}};
    if (r.game.made)
        request.insert("game-text", r.game.made->file);
    else
        request.insert("game", r.game.name);
    if (!parameters.empty()) request.insert("param", parameters);
    return request;
}

/// The game that a file's tables are of.
game_choice game_of(const auto& tables) {
    game_option o;
    (tables.game_text.empty() ? o.name : o.text) = tables.game_text.empty() ? tables.game : tables.game_text;
    return o.chosen();
}

std::string text_of(const toml::table& request) {
    std::ostringstream text;
    text << request;
    return text.str();
}

}  // namespace

trajectory_request request_of(const trajectory_tables& t) {
    trajectory_request r;
    r.game = game_of(t);
    r.parameters = parse_named_values("--param", assignments(t.parameters));
    const std::size_t n = t.variables.size();
    for (std::size_t i = 0; i < t.starts; ++i) r.starts.emplace_back(&t.x[i * n], &t.x[i * n] + n);
    r.tau = t.tau;
    r.gamma = t.gamma;
    r.update = parse_update(t.update);
    r.steps = static_cast<std::uint32_t>(t.steps);
    r.every = t.every;
    r.tolerance = t.tolerance;
    return r;
}

spectrum_request request_of(const spectrum_tables& t) {
    return {game_of(t), parse_named_values("--param", assignments(t.parameters)), t.point, t.tau};
}

std::string request_text(const trajectory_request& r) {
    const auto game = make_game(r.game, r.parameters);
    toml::table request = table_of(r);
    toml::array starts;
    for (const std::vector<double>& start : r.starts) starts.push_back(start_text(game->info(), start));
    request.insert("start", starts);
    request.insert("gamma", shortest(r.gamma));
    request.insert("steps", std::to_string(r.steps));
    request.insert("every", std::to_string(r.every));
    request.insert("tol", shortest(r.tolerance));
    request.insert("update", to_string(r.update));
    return text_of(request);
}

std::string request_text(const spectrum_request& r) {
    toml::table request = table_of(r);
    request.insert("point", std::to_string(r.point));
    return text_of(request);
}

}  // namespace tauroa::cli
