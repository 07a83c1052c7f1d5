#include "host/cli/curve_text.hpp"

#include <toml++/toml.h>

#include <sstream>

#include "host/cli/run_text.hpp"
#include "host/cli/starts.hpp"
#include "host/number.hpp"

namespace tauroa::cli {
namespace {

toml::array array_of(const std::vector<std::string>& texts) {
    toml::array all;
    for (const std::string& text : texts) all.push_back(text);
    return all;
}

/// What both have.
toml::table table_of(const auto& t) {
    toml::array tau;
    for (const double x : t.tau) tau.push_back(shortest(x));
    toml::table request{{"game", t.game}, {"tau", tau}};
    if (const auto parameters = assignments(t.parameters); !parameters.empty())
        request.insert("param", array_of(parameters));
    return request;
}

std::string text_of(const toml::table& request) {
    std::ostringstream text;
    text << request;
    return text.str();
}

}  // namespace

std::string request_text(const trajectory_tables& t) {
    toml::table request = table_of(t);
    toml::array starts;
    for (std::size_t i = 0; i < t.starts; ++i)
        starts.push_back(start_text(t.variables, &t.x[i * t.variables.size()]));
    request.insert("start", starts);
    request.insert("gamma", shortest(t.gamma));
    request.insert("steps", std::to_string(t.steps));
    request.insert("every", std::to_string(t.every));
    request.insert("tol", shortest(t.tolerance));
    request.insert("update", t.update);
    return text_of(request);
}

std::string request_text(const spectrum_tables& t) {
    toml::table request = table_of(t);
    request.insert("point", std::to_string(t.point));
    return text_of(request);
}

}  // namespace tauroa::cli
