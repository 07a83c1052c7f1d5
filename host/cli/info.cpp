#include <algorithm>
#include <iomanip>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <utility>

#include "host/cli/curve_info.hpp"
#include "host/cli/info_text.hpp"
#include "host/cli/measures_report.hpp"
#include "host/cli/options.hpp"
#include "host/cli/point_text.hpp"
#include "host/cli/proven.hpp"
#include "host/cli/run_text.hpp"
#include "host/number.hpp"
#include "host/tau_list.hpp"
#include "kernels/error.hpp"
#include "output/curve_reader.hpp"
#include "output/journal.hpp"
#include "output/map_reader.hpp"
#include "output/sample_file.hpp"

namespace tauroa::cli {
namespace {

using json = nlohmann::ordered_json;

std::string outcome_name(const map_summary& s, std::size_t outcome) {
    const std::size_t m = s.about.points(), n = s.about.variables.size();
    if (outcome == m) return "not arrived";
    if (outcome == m + 1) return "diverged";
    if (outcome == m + 2) return "escaped";
    std::ostringstream text;
    text << std::fixed << std::setprecision(6) << outcome << " (";
    for (std::size_t i = 0; i < shown_of(n); ++i)
        text << (i == 0 ? "" : ", ") << s.about.equilibria.location[outcome * n + i];
    if (shown_of(n) < n) text << ", and " << n - shown_of(n) << " more";
    text << ") " << s.about.equilibria.kind_names[s.about.equilibria.kind[outcome]];
    return text.str();
}

axis axis_of(const map_axis& a) { return {a.name, a.at.front(), a.at.back(), a.at.size()}; }

void print_sample(const map_description& d) {
    if (!d.sample) return;
    std::cout << d.sample->count << " starts at random, seed " << d.sample->seed
              << "; +-: standard error sqrt(p (1 - p) / N)\n";
    print_lines(std::cout, sampled_ranges(d),
                [](const variable_range& r) { return "uniform " + to_string(r); });
}

void print_noise(const map_description& d) {
    if (!d.noise) return;
    std::cout << "noise " << shortest(d.noise->sigma) << " in each coordinate, gamma_k = gamma / (k + 1)^"
              << shortest(d.noise->decay) << ", " << d.noise->repeats << " repeats, seed " << d.noise->seed
              << "\nshares: of all runs, by where they stay until K; +-: standard error\n";
}

/// The share of an outcome at a tau, and its standard error; 0 where none is known.
std::pair<double, double> share_of(const map_summary& s, std::size_t tau, std::size_t outcome) {
    const std::size_t place = tau * s.counts.size() + outcome;
    const double share = static_cast<double>(s.counts.count[place]) / static_cast<double>(s.about.runs());
    if (s.about.noise) return {share, s.share_error[place]};
    return {share, s.about.sample ? share_error(share, s.about.sample->count) : 0.0};
}

/// A share in per cent; with a sample or noise, with its standard error to two digits.
std::string share_text(const map_summary& s, std::size_t tau, std::size_t outcome) {
    const auto [share, error] = share_of(s, tau, outcome);
    std::ostringstream text;
    text << std::setw(8) << std::fixed << std::setprecision(2) << 100.0 * share << " %";
    if (s.about.sample || s.about.noise) text << " +- " << std::defaultfloat << 100.0 * error << " %";
    return text.str();
}

void print_text(const map_summary& s, const std::string& path) {
    const map_description& d = s.about;
    std::cout << path << ": " << d.game << ", " << d.update << ", gamma = " << shortest(d.gamma)
              << ", K = " << d.steps << ", tol = " << shortest(d.tolerance) << '\n';
    print_game_text(d.game_text, path);
    if (d.parameters != "{}") std::cout << "parameters: " << d.parameters << '\n';
    for (const map_axis& a : d.axes) std::cout << "axis " << to_string(axis_of(a)) << '\n';
    print_sample(d);
    print_noise(d);
    if (d.fixed != "{}") std::cout << "fixed: " << d.fixed << '\n';
    for (std::size_t t = 0; t < d.tau.size(); ++t) {
        std::cout << "tau = " << shortest(d.tau[t]) << '\n';
        for (std::size_t i = 0; i < s.counts.size(); ++i) {
            const std::uint64_t count = s.counts.count[t * s.counts.size() + i];
            if (count == 0) continue;
            std::cout << std::setw(12) << count << share_text(s, t, i) << "  " << outcome_name(s, i)
                      << (i < d.points() ? basin_report(s, t, i) : "") << '\n';
        }
        std::cout << boundary_report(s, t);
    }
    if (!d.noise) std::cout << measures_legend();
    print_proven(d);
    print_provenance(s.by, s.digest);
}

json shares_as_json(const map_summary& s) {
    const map_description& d = s.about;
    json shares = json::array();
    for (std::size_t t = 0; t < d.tau.size(); ++t) {
        json counts = json::array(), share = json::array(), error = json::array();
        for (std::size_t i = 0; i < s.counts.size(); ++i) {
            const std::uint64_t count = s.counts.count[t * s.counts.size() + i];
            const auto [p, of_p] = share_of(s, t, i);
            counts.push_back(count);
            share.push_back(p);
            error.push_back(of_p);
        }
        shares.push_back({{"tau", d.tau[t]}, {"count", counts}, {"share", share}});
        if (d.sample || d.noise) shares.back()["share_error"] = error;
    }
    return shares;
}

/// null of a grid.
json sample_as_json(const map_description& d) {
    if (!d.sample) return nullptr;
    json ranges = json::array();
    for (const variable_range& r : sampled_ranges(d))
        ranges.push_back({{"name", r.name}, {"low", r.low}, {"high", r.high}});
    return {{"count", d.sample->count}, {"seed", d.sample->seed}, {"ranges", ranges}};
}

/// null without.
json noise_as_json(const map_description& d) {
    if (!d.noise) return nullptr;
    return {{"sigma", d.noise->sigma},
            {"decay", d.noise->decay},
            {"repeats", d.noise->repeats},
            {"seed", d.noise->seed}};
}

void print_json(const map_summary& s) {
    const map_description& d = s.about;
    json axes = json::array(), outcomes = json::array();
    for (const map_axis& a : d.axes)
        axes.push_back(
            {{"name", a.name}, {"low", a.at.front()}, {"high", a.at.back()}, {"count", a.at.size()}});
    for (std::size_t i = 0; i < s.counts.size(); ++i)
        outcomes.push_back({{"label", s.counts.outcome[i]}, {"meaning", outcome_name(s, i)}});
    json all{{"kind_of_file", "sweep"},
             {"schema_version", s.schema_version},
             {"game", d.game},
             {"parameters", object_of(d.parameters)},
             {"fixed", object_of(d.fixed)},
             {"update", d.update},
             {"gamma", d.gamma},
             {"steps", d.steps},
             {"tol", d.tolerance},
             {"save_final", d.save_final},
             {"axes", axes},
             {"sample", sample_as_json(d)},
             {"noise", noise_as_json(d)},
             {"outcomes", outcomes},
             {"shares", shares_as_json(s)},
             {"measures", measures_as_json(s)},
             {"proofs", d.proofs()},
             {"iterations_hold", d.iterations_hold()},
             {"proven", half_spaces_as_json(d)},
             {"arrival_tests", arrival_tests_as_json(d)},
             {"capture", capture_as_json(d)},
             {"provenance", provenance_as_json(s.by)},
             {"digest", s.digest}};
    add_game_text(all, d.game_text);
    std::cout << all.dump(2, ' ', false, json::error_handler_t::replace) << '\n';
}

void info_of_sweep(const info_options& o) {
    const map_summary s = read_summary(o.path);
    if (o.verify) verify_digest(o.path, s.digest);
    if (o.as_json) return print_json(s);
    if (o.as_toml)
        std::cout << request_text(s.about) << '\n';
    else
        print_text(s, o.path);
}

}  // namespace

void run_info(const info_options& o) {
    if (journal::is_at(o.path))
        throw user_error(
            o.path +
            ": is a part of a sweep, or what is finished of one; `merge` makes a map of all parts, "
            "`sweep --resume` goes on with an unfinished one");
    const std::string kind = kind_of_file(o.path);
    if (kind == "trajectory") return info_of_trajectories(o);
    if (kind == "spectrum") return info_of_spectrum(o);
    info_of_sweep(o);
}

}  // namespace tauroa::cli
