#include "host/request.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

#include "host/number.hpp"
#include "kernels/error.hpp"

namespace tauroa {
namespace {

constexpr std::uint64_t default_axis_count = 200;

std::string names_of(const game_info& info) {
    std::string text;
    for (const variable& v : info.variables) text += (text.empty() ? "" : ", ") + std::string(v.name);
    constexpr std::size_t most = 200;
    if (text.size() <= most) return text;
    return text.substr(0, text.rfind(", ", most)) + ", ..., " + info.variables.back().name;
}

/// Marks the variable as spoken for; throws where there is none, or where it already was.
void claim(const game_info& info, std::set<std::string>& taken, const std::string& option,
           const std::string& name) {
    if (info.variable_index(name) < 0)
        throw user_error(option + " " + name + ": " + info.name + " has no such variable; it has " +
                         names_of(info));
    if (!taken.insert(name).second)
        throw user_error(option + " " + name + ": this variable is already given by --axis or --fix");
}

/// The variables that neither --axis nor --fix speaks of.
std::vector<const variable*> open_variables(const game_info& info, const map_request& request,
                                            const auto& spanned) {
    std::set<std::string> taken;
    for (const auto& s : spanned) claim(info, taken, "--axis", s.name);
    for (const auto& [name, value] : request.fixed) claim(info, taken, "--fix", name);
    std::vector<const variable*> open;
    for (const variable& v : info.variables)
        if (!taken.contains(v.name)) open.push_back(&v);
    return open;
}

void complete_axes(const game_info& info, map_request& request) {
    const auto open = open_variables(info, request, request.axes);
    if (request.axes.size() > 2)
        throw user_error("--axis " + request.axes[2].name +
                         ": a map has one or two axes; fix the others with --fix");
    if (open.empty() && !request.axes.empty()) return;
    if (!request.axes.empty() || open.empty() || open.size() > 2)
        throw user_error("variable " + std::string(open.empty() ? "(all fixed)" : open.front()->name) +
                         ": give every variable of " + info.name + " (" + names_of(info) +
                         ") by --axis NAME=LO:HI:N, one or two, or --fix NAME=VALUE");
    for (const variable* v : open) request.axes.push_back({v->name, v->low, v->high, default_axis_count});
}

/// In the game's order: which starts there are does not depend on the order of the options.
void complete_ranges(const game_info& info, const named_values& fixed, sample_request& sample,
                     const std::vector<const variable*>& open) {
    for (const variable* v : open) sample.ranges.push_back({v->name, v->low, v->high});
    if (sample.ranges.empty())
        throw user_error("--fix " + fixed.front().first + ": --sample needs a variable of " + info.name +
                         " (" + names_of(info) + ") that is not fixed");
    std::sort(sample.ranges.begin(), sample.ranges.end(), [&](const auto& a, const auto& b) {
        return info.variable_index(a.name) < info.variable_index(b.name);
    });
}

void check_size(const map_request& request) {
    auto cells = static_cast<double>(request.tau.size());
    for (const axis& a : request.axes) cells *= static_cast<double>(a.count);
    if (request.sample) cells *= static_cast<double>(request.sample->count);
    if (cells > static_cast<double>(most_cells_in_a_file))
        throw user_error((request.sample ? "--sample" : "--axis") + std::string(" and --tau ask for ") +
                         shortest(cells) + " cells; at most " + std::to_string(most_cells_in_a_file) +
                         " in one file");
}

/// Axes whose ends are so close that double precision has not N numbers between them would repeat starts.
void check_coordinates(const game_info& info, const map_request& request) {
    for (const axis& a : request.axes) {
        check_reach(info, "--axis", a.name, a.low);
        check_reach(info, "--axis", a.name, a.high);
        const auto at = linspace(a.low, a.high, a.count);
        if (std::adjacent_find(at.begin(), at.end(), std::greater_equal<>()) != at.end())
            throw user_error("--axis " + to_string(a) +
                             ": double precision has not that many numbers from LO to HI");
    }
    if (request.sample)
        for (const variable_range& r : request.sample->ranges) {
            check_reach(info, "--axis", r.name, r.low);
            check_reach(info, "--axis", r.name, r.high);
        }
    for (const auto& [name, value] : request.fixed) check_reach(info, "--fix", name, value);
}

/// The same request is the same file: fixed variables in the game's order, no -0.
void normalise(const game_info& info, map_request& request) {
    std::sort(request.fixed.begin(), request.fixed.end(), [&](const auto& a, const auto& b) {
        return info.variable_index(a.first) < info.variable_index(b.first);
    });
    for (auto& [name, value] : request.fixed) value += 0.0;
    for (auto& [name, value] : request.parameters) value += 0.0;
    const auto without_minus_zero = [](auto& range) {
        range.low += 0.0;
        range.high += 0.0;
    };
    for (axis& a : request.axes) without_minus_zero(a);
    if (request.sample)
        for (variable_range& r : request.sample->ranges) without_minus_zero(r);
}

}  // namespace

const char* to_string(update_order update) {
    return update == update_order::simultaneous ? "simultaneous" : "alternating";
}

update_order parse_update(const std::string& name) {
    if (name == "simultaneous") return update_order::simultaneous;
    if (name == "alternating") return update_order::alternating;
    throw user_error("--update " + name + ": use simultaneous or alternating");
}

void check_rates(const game_info& info, double gamma, double largest_tau) {
    const double rate = gamma * std::max(1.0, largest_tau);
    if (!std::isfinite(rate))
        throw user_error("--gamma " + shortest(gamma) + ": gamma times tau is not finite");
    const bool periodic = std::any_of(info.variables.begin(), info.variables.end(),
                                      [](const variable& v) { return v.period > 0.0; });
    if (periodic && rate > largest_periodic_rate)
        throw user_error("--gamma " + shortest(gamma) + ": gamma times tau is " + shortest(rate) + "; for " +
                         info.name + ", whose variables are angles, at most " +
                         shortest(largest_periodic_rate));
}

double smallest_tolerance(const game_info& info) { return 1e-12 * info.scale(); }

void check_reach(const game_info& info, const std::string& option, const std::string& name, double value) {
    constexpr double most_periods = 1e6;
    const variable& v = info.variables[static_cast<std::size_t>(info.variable_index(name))];
    if (v.period > 0.0 && std::abs(value) > most_periods * v.period)
        throw user_error(option + " " + name + ": " + shortest(value) + " is more than 1e6 periods out");
}

void check_tolerance(const game_info& info, double tolerance) {
    const std::string given = "--tol " + shortest(tolerance);
    if (tolerance < smallest_tolerance(info))
        throw user_error(given + ": below 1e-12 of the scale of " + info.name +
                         ", where iteration in double precision need not arrive; use at least " +
                         shortest(smallest_tolerance(info)));
    if (!(tolerance <= divergence_bound))
        throw user_error(given + ": beyond " + shortest(divergence_bound) +
                         ", where starts count as diverged; use at most that");
}

map_request completed(map_request request) {
    const auto game = make_game(request.game, request.parameters);  // checks the parameters' names
    const game_info& info = game->info();
    if (request.plain && request.labels_only)
        throw user_error(
            "--plain and --labels-only: labels are certain early only by proofs; use one of them");
    if (game->sized() != nullptr) {
        if (request.labels_only)
            throw user_error("--labels-only: nothing is proven of " + info.name +
                             ", whose number of variables depends on its parameters; leave it out");
        request.plain = true;
    }
    if (request.sample)
        complete_ranges(info, request.fixed, *request.sample,
                        open_variables(info, request, request.sample->ranges));
    else
        complete_axes(info, request);
    normalise(info, request);
    check_size(request);
    check_coordinates(info, request);
    check_rates(info, request.gamma, request.tau.back());
    check_tolerance(info, request.tolerance);
    return request;
}

}  // namespace tauroa
