#include <limits>
#include <set>

#include "host/cli/options.hpp"
#include "host/critical_points.hpp"
#include "host/number.hpp"
#include "host/tau_list.hpp"
#include "kernels/error.hpp"

namespace tauroa::cli {

namespace {

/// As a shell reads it back.
std::string quoted(const std::string& argument) {
    std::string text = "'";
    for (const char c : argument) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return text + "'";
}

/// Fixes every variable that is neither on an axis nor fixed where critical point number `at` is.
void fix_at(const std::string& at, map_request& r) {
    const auto game = make_game(r.game, r.parameters);
    const auto points = find_critical_points(*game);
    if (points.empty())
        throw user_error("--at " + at + ": no critical point of " + r.game.name + " is known");
    std::set<std::string> given;
    for (const axis& a : r.axes) given.insert(a.name);
    if (r.sample)
        for (const variable_range& range : r.sample->ranges) given.insert(range.name);
    for (const auto& [name, value] : r.fixed) given.insert(name);
    const Eigen::VectorXd& x = points[parse_count("--at", at, 0, points.size() - 1)].location;
    for (int i = 0; i < game->info().n(); ++i) {
        const std::string name = game->info().variables[static_cast<std::size_t>(i)].name;
        if (!given.contains(name)) r.fixed.emplace_back(name, x(i));
    }
}

/// With it, --decay and --repeats have a meaning.
std::optional<noise_request> noise_of(const request_options& o, std::uint64_t seed) {
    for (const auto& [given, option] : {std::pair{&o.decay, "--decay "}, {&o.repeats, "--repeats "}})
        if (*given && !o.noise)
            throw user_error(option + **given + ": only with --noise SIGMA, stochastic tau-GDA");
    if (!o.noise) return std::nullopt;
    return noise_request{parse_number("--noise", *o.noise), o.decay ? parse_number("--decay", *o.decay) : 0.0,
                         o.repeats ? parse_count("--repeats", *o.repeats, 1, most_repeats) : 1, seed};
}

}  // namespace

std::string invocation::text() const {
    std::string all = "tauroa";
    for (const std::string& a : arguments) {
        const bool plain = !a.empty() && a.find_first_of(" \t\n'\"$&|;<>()*?[]#~`\\!{}") == std::string::npos;
        all += ' ';
        all += plain ? a : quoted(a);
    }
    return all;
}

int parse_threads(const std::optional<std::string>& text) {
    constexpr std::uint64_t most = 4096;
    return text ? static_cast<int>(parse_count("--threads", *text, 1, most)) : 0;
}

named_values parse_named_values(const std::string& option, const std::vector<std::string>& texts) {
    named_values values;
    for (const std::string& text : texts) {
        const auto [name, value] = parse_assignment(option, text);
        values.emplace_back(name, parse_number(option + " " + name + ":", value));
    }
    return values;
}

const std::string& needed(const std::optional<std::string>& text, const std::string& option,
                          const std::string& what) {
    if (!text) throw user_error(option + " is missing: give " + what);
    return *text;
}

map_request request_options::request() const {
    map_request r;
    r.game = game.chosen();
    r.tau = parse_tau_list(needed(tau, "--tau", "1,2,5 or LO:HI:N or LO:HI:N:log"));
    r.gamma = parse_positive("--gamma", needed(gamma, "--gamma", "player 1's learning rate"));
    r.steps = static_cast<std::uint32_t>(parse_count("--steps", needed(steps, "--steps", "the horizon K"), 0,
                                                     std::numeric_limits<std::uint32_t>::max()));
    r.tolerance = parse_positive("--tol", tolerance);
    r.update = parse_update(update);
    r.parameters = parse_named_values("--param", parameters);
    r.fixed = parse_named_values("--fix", fixed);
    if (seed && !sample && !noise)
        throw user_error("--seed " + *seed + ": only --sample N and --noise SIGMA draw numbers by a seed");
    const std::uint64_t of_seed = seed ? parse_count("--seed", *seed, 0) : 0;
    r.noise = noise_of(*this, of_seed);
    if (sample) {
        r.sample = {parse_count("--sample", *sample, 1, most_cells_in_a_file), of_seed, {}};
        for (const std::string& text : axes) r.sample->ranges.push_back(parse_range(text));
    } else {
        for (const std::string& text : axes) r.axes.push_back(parse_axis(text));
    }
    if (at) fix_at(*at, r);
    r.save_final = save_final;
    r.plain = plain;
    r.labels_only = labels_only;
    return r;
}

}  // namespace tauroa::cli
