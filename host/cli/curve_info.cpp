#include "host/cli/curve_info.hpp"

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "host/cli/curve_report.hpp"
#include "host/cli/curve_text.hpp"
#include "host/cli/info_text.hpp"
#include "host/cli/point_text.hpp"
#include "host/number.hpp"
#include "host/tau_list.hpp"
#include "kernels/error.hpp"
#include "output/curve_reader.hpp"

namespace tauroa::cli {
namespace {

using json = nlohmann::ordered_json;

constexpr std::size_t most_starts = 20, most_variables = 12;  // in a text

void print(const json& all) { std::cout << all.dump(2, ' ', false, json::error_handler_t::replace) << '\n'; }

json starts_as_json(const trajectory_tables& t) {
    json all = json::array();
    for (std::size_t i = 0; i < t.starts; ++i) {
        json start = json::object();
        for (std::size_t v = 0; v < t.variables.size(); ++v)
            start[t.variables[v]] = t.x[i * t.variables.size() + v];
        all.push_back(start);
    }
    return all;
}

std::string start_of(const trajectory_tables& t, std::size_t start) {
    std::string text;
    for (std::size_t v = 0; v < std::min(t.variables.size(), most_variables); ++v)
        text += (v == 0 ? "" : ",") + t.variables[v] + "=" + shortest(t.x[start * t.variables.size() + v]);
    return t.variables.size() > most_variables ? text + ",..." : text;
}

json ends_as_json(const trajectory_tables& t) {
    json all = json::array();
    for (std::size_t i = 0; i < t.end.size(); ++i)
        all.push_back({{"tau", t.tau[i / t.starts]},
                       {"start", i % t.starts},
                       {"end", t.end[i]},
                       {"distance", finite(t.distance[i])},
                       {"rate_measured", finite(t.rate_measured[i])},
                       {"rate_spectral", finite(t.rate_spectral[i])},
                       {"rate_theorem_4", finite(t.rate_theorem_4[i])},
                       {"rate_mended", finite(t.rate_mended[i])}});
    return all;
}

/// What every such file has, after what is its own.
void add_common(json& all, const curve_file& s) {
    all["groups"] = s.groups;
    all["provenance"] = provenance_as_json(s.by);
    all["digest"] = s.digest;
}

void print_common(const curve_file& s) {
    for (const std::string& group : s.groups) std::cout << "also holds " << group << '\n';
    print_provenance(s.by, s.digest);
}

void print_json(const trajectory_summary& s) {
    const trajectory_tables& t = s.about;
    json all{{"kind_of_file", "trajectory"},
             {"schema_version", trajectory_schema_version},
             {"game", t.game},
             {"parameters", object_of(t.parameters)},
             {"update", t.update},
             {"gamma", t.gamma},
             {"steps", t.steps},
             {"every", t.every},
             {"tol", t.tolerance},
             {"tau", t.tau},
             {"starts", starts_as_json(t)},
             {"ends", ends_as_json(t)}};
    if (!s.figure.empty()) all["figure"] = s.figure;
    add_game_text(all, t.game_text);
    add_common(all, s);
    print(all);
}

void print_text(const trajectory_summary& s, const std::string& path) {
    const trajectory_tables& t = s.about;
    std::cout << path << ": " << (s.figure.empty() ? "" : s.figure + ", ") << "trajectories of " << t.game
              << ", " << t.update << ", gamma = " << shortest(t.gamma) << ", K = " << t.steps << ", every "
              << t.every << ", tol = " << shortest(t.tolerance) << '\n';
    print_game_text(t.game_text, path);
    if (t.parameters != "{}") std::cout << "parameters: " << t.parameters << '\n';
    for (std::size_t i = 0; i < std::min(t.starts, most_starts); ++i)
        std::cout << "start " << i << ": " << start_of(t, i) << '\n';
    if (t.starts > most_starts) std::cout << "... " << t.starts << " starts in all\n";
    print_ends(t);
    print_common(s);
}

void print_json(const spectrum_summary& s) {
    const spectrum_tables& t = s.about;
    json windows = json::array(), onsets = json::array();
    for (std::size_t i = 0; i + 1 < t.window.size(); i += 2)
        windows.push_back({t.window[i], finite(t.window[i + 1])});
    for (std::size_t i = 0; i < t.real_at.size(); ++i)
        onsets.push_back({{"tau", t.real_at[i]}, {"becomes", t.becomes_real[i] != 0 ? "real" : "complex"}});
    json all{{"kind_of_file", "spectrum"},
             {"schema_version", spectrum_schema_version},
             {"game", t.game},
             {"parameters", object_of(t.parameters)},
             {"point", t.point},
             {"location", t.location},
             {"kind", t.kind},
             {"tau_star", finite(t.tau_star)},
             {"stable_windows", windows},
             {"windows_by", t.windows_by},
             {"real_at", t.onsets_known ? onsets : json(nullptr)},
             {"tau", t.tau}};
    add_game_text(all, t.game_text);
    add_common(all, s);
    print(all);
}

void print_text(const spectrum_summary& s, const std::string& path) {
    const spectrum_tables& t = s.about;
    std::cout << path << ": spectrum of " << t.game << " at " << t.tau.size() << " tau from "
              << shortest(t.tau.front()) << " to " << shortest(t.tau.back()) << '\n';
    print_game_text(t.game_text, path);
    if (t.parameters != "{}") std::cout << "parameters: " << t.parameters << '\n';
    print_spectrum(t);
    print_common(s);
}

bool is_figure(const trajectory_summary& s) { return !s.figure.empty(); }
bool is_figure(const spectrum_summary& /*s*/) { return false; }

void tell(const info_options& o, const auto& s) {
    if (o.verify) verify_digest(o.path, s.digest);
    if (o.as_json) return print_json(s);
    if (!o.as_toml) return print_text(s, o.path);
    if (is_figure(s))
        throw user_error(o.path +
                         ": --toml: a figure's file holds several requests; `tauroa reproduce` makes it");
    std::cout << request_text(request_of(s.about)) << '\n';
}

}  // namespace

void info_of_trajectories(const info_options& o) { tell(o, read_trajectory_summary(o.path)); }

void info_of_spectrum(const info_options& o) { tell(o, read_spectrum_summary(o.path)); }

}  // namespace tauroa::cli
