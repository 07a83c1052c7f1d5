#include <algorithm>
#include <iomanip>
#include <iostream>
#include <limits>
#include <sstream>

#include "host/cli/onset_report.hpp"
#include "host/cli/options.hpp"
#include "host/cli/point_text.hpp"
#include "host/number.hpp"
#include "host/request.hpp"
#include "host/tau_list.hpp"
#include "kernels/error.hpp"

namespace tauroa::cli {
namespace {

using json = nlohmann::ordered_json;

/// Small enough that the update is linear as far as starts are followed, large enough that rounding is nothing beside it.
double checked_radius(const game_info& info, const std::string& text) {
    const double radius = parse_positive("--radius", text);
    const double least = 1e-9 * info.scale(), most = 1e-3 * info.scale();
    if (radius < least || radius > most)
        throw user_error("--radius " + text + ": for " + info.name + ", use " + shortest(least) + " to " +
                         shortest(most));
    return radius;
}

double checked_width(const std::string& text) {
    const double width = parse_positive("--width", text);
    if (width >= 1.0) throw user_error("--width " + text + ": must be below 1");
    return width;
}

std::vector<double> checked_scan(const std::string& text) {
    std::vector<double> tau = parse_tau_list(text);
    if (tau.size() < 2)
        throw user_error("--tau " + text +
                         ": one value has nothing to bisect; give two or more, as in LO:HI:N:log");
    return tau;
}

/// As long in the time of the continuous limit, gamma K, whatever gamma, where nothing else is asked for.
std::uint32_t steps_of(const std::optional<std::string>& text, double gamma) {
    constexpr auto most = std::numeric_limits<std::uint32_t>::max();
    constexpr double time = 1e4;
    if (text) return static_cast<std::uint32_t>(parse_count("--steps", *text, 1, most));
    return static_cast<std::uint32_t>(std::clamp(time / gamma, 1.0, static_cast<double>(most)));
}

/// Neighbourhoods have starts along every variable, and windows of so many variables need a scan.
void check_variables(const game_info& info) {
    constexpr int most = 50;
    if (info.n() > most)
        throw user_error("onset " + info.name + ": has " + std::to_string(info.n()) +
                         " variables with these parameters; use at most " + std::to_string(most));
}

onset_request request_of(const onset_options& o) {
    onset_request r;
    r.game = make_game(o.game.chosen(), parse_named_values("--param", o.parameters));
    check_variables(r.game->info());
    r.gamma = parse_positive("--gamma", needed(o.gamma, "--gamma", "player 1's learning rate"));
    r.update = parse_update(o.update);
    r.tau = checked_scan(o.tau);
    r.steps = steps_of(o.steps, r.gamma);
    r.radius = checked_radius(r.game->info(), o.radius);
    r.width = checked_width(o.width);
    check_rates(r.game->info(), r.gamma, r.tau.back());
    r.threads = make_backend("cpu", parse_threads(o.threads))->threads();
    return r;
}

json edge_json(const compared_edge& e) {
    const auto difference = e.difference();
    return {{"captured_at", e.captured_at},
            {"not_captured_at", e.not_captured_at},
            {"predicted", e.predicted ? json(*e.predicted) : json(nullptr)},
            {"difference", difference ? json(*difference) : json(nullptr)}};
}

json point_json(const point_onset& p, std::size_t index) {
    json measured = json::array();
    for (const capture_window& w : p.measured)
        measured.push_back(
            {{"opens", w.opens ? edge_json(compared_opening(*w.opens, p.attraction)) : json(nullptr)},
             {"closes", w.closes ? edge_json(compared_closing(*w.closes, p.attraction)) : json(nullptr)}});
    return {{"index", index},
            {"point", std::vector<double>(p.point.location.begin(), p.point.location.end())},
            {"kind", kind_names.at(static_cast<std::size_t>(p.point.kind))},
            {"tau_star", p.point.tau_star ? json(*p.point.tau_star) : json(nullptr)},
            {"stable_windows", to_json(p.point.windows.windows)},
            {"windows_by", window_method_names.at(static_cast<std::size_t>(p.point.windows.method))},
            {"attraction_windows", to_json(p.attraction.windows)},
            {"attraction_by", window_method_names.at(static_cast<std::size_t>(p.attraction.method))},
            {"measured_windows", measured}};
}

void print_json(const onset_request& r, const std::vector<point_onset>& found) {
    json points = json::array();
    for (std::size_t j = 0; j < found.size(); ++j) points.push_back(point_json(found[j], j));
    const json all{{"game", r.game->info().name},
                   {"parameters", parameters_json(*r.game)},
                   {"update", to_string(r.update)},
                   {"gamma", r.gamma},
                   {"steps", r.steps},
                   {"radius", r.radius},
                   {"width", r.width},
                   {"tau", r.tau},
                   {"points", points}};
    std::cout << all.dump(2) << '\n';
}

std::string per_cent_above(double tau, double reference) {
    std::ostringstream text;
    text << std::showpos << std::fixed << std::setprecision(2) << 100.0 * (tau / reference - 1.0) << " %";
    return text.str();
}

/// A measured end of a window, and how far it is from what is predicted.
void print_edge(const std::string& what, const compared_edge& e) {
    std::cout << "       " << what << " tau = " << e.captured_at << " (not at " << e.not_captured_at << ")";
    if (e.predicted)
        std::cout << "; spectral radius crosses 1 at " << *e.predicted << ": "
                  << per_cent_above(e.captured_at, *e.predicted);
    else
        std::cout << "; no such end is predicted";
}

void print_window(const onset_request& r, const point_onset& p, const capture_window& w) {
    if (w.opens) {
        const compared_edge opening = compared_opening(*w.opens, p.attraction);
        print_edge("captures from", opening);
        const bool last = &w == &p.measured.back();
        if (last && p.point.tau_star && *p.point.tau_star > 0.0)
            std::cout << "; tau*: " << per_cent_above(opening.captured_at, *p.point.tau_star);
        std::cout << '\n';
    } else {
        std::cout << "       captures at the smallest tau, " << r.tau.front() << '\n';
    }
    if (w.closes) {
        print_edge("captures up to", compared_closing(*w.closes, p.attraction));
        std::cout << '\n';
    } else {
        std::cout << "       captures at the largest tau, " << r.tau.back() << '\n';
    }
}

void print_text(const onset_request& r, const std::vector<point_onset>& found) {
    std::cout << r.game->info().name << ", " << to_string(r.update) << ", gamma = " << shortest(r.gamma)
              << "; starts " << shortest(r.radius) << " from each point, " << r.tau.size() << " tau from "
              << shortest(r.tau.front()) << " to " << shortest(r.tau.back()) << ", then bisection to "
              << 100.0 * r.width << " %\n"
              << std::setprecision(7);
    for (std::size_t j = 0; j < found.size(); ++j) {
        const point_onset& p = found[j];
        std::cout << std::setw(3) << j << "  " << text_of(p.point.location) << "  "
                  << kind_names.at(static_cast<std::size_t>(p.point.kind));
        if (p.point.tau_star) std::cout << ", tau* = " << *p.point.tau_star;
        std::cout << "\n       stable for " << text_of(p.point.windows.windows)
                  << "; spectral radius below 1 for " << text_of(p.attraction.windows) << '\n';
        if (p.measured.empty()) std::cout << "       captures at no tau looked at\n";
        for (const capture_window& w : p.measured) print_window(r, p, w);
    }
}

}  // namespace

void run_onset(const onset_options& o) {
    const onset_request request = request_of(o);
    const auto found = onsets_of(request);
    o.as_json ? print_json(request, found) : print_text(request, found);
}

}  // namespace tauroa::cli
