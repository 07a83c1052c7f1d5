#include <limits>

#include "host/cli/options.hpp"
#include "host/number.hpp"
#include "host/tau_list.hpp"

namespace tauroa::cli {

std::string invocation::text() const {
    std::string all = "tauroa";
    for (const std::string& a : arguments) all += " " + a;
    return all;
}

named_values parse_named_values(const std::string& option, const std::vector<std::string>& texts) {
    named_values values;
    for (const std::string& text : texts) {
        const auto [name, value] = parse_assignment(option, text);
        values.emplace_back(name, parse_number(option + " " + name + ":", value));
    }
    return values;
}

map_request request_options::request() const {
    map_request r;
    r.game = find_game(game).name;
    r.tau = parse_tau_list(tau);
    r.gamma = parse_positive("--gamma", gamma);
    r.steps = static_cast<std::uint32_t>(
        parse_count("--steps", steps, 0, std::numeric_limits<std::uint32_t>::max()));
    r.tolerance = parse_positive("--tol", tolerance);
    r.update = parse_update(update);
    r.parameters = parse_named_values("--param", parameters);
    r.fixed = parse_named_values("--fix", fixed);
    for (const std::string& text : axes) r.axes.push_back(parse_axis(text));
    r.save_final = save_final;
    return completed(r);
}

}  // namespace tauroa::cli
