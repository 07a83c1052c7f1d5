// The command `reproduce`: the paper's figures at its settings.

#include "host/cli/reproduce.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "host/cli/options.hpp"
#include "host/number.hpp"
#include "kernels/error.hpp"
#include "output/output_files.hpp"

namespace tauroa::cli {
namespace {

struct chosen_figures {
    std::vector<map_figure> maps;
    std::vector<curve_figure> curves;
};

chosen_figures figures_named(const std::string& name) {
    chosen_figures chosen{map_figures(), curve_figures()};
    if (name == "all") return chosen;
    std::string known = "all";
    for (const curve_figure& f : chosen.curves) known += ", " + f.name;
    for (const map_figure& f : chosen.maps) known += ", " + f.name;
    const auto other = [&](const auto& f) { return f.name != name; };
    std::erase_if(chosen.maps, other);
    std::erase_if(chosen.curves, other);
    if (chosen.maps.empty() && chosen.curves.empty())
        throw user_error("no figure " + name + ": there are " + known);
    return chosen;
}

/// Maps have a grid of starts and use proofs; other figures are refused what speaks of these.
void check_for_curves(const reproduce_options& o, const chosen_figures& chosen) {
    if (!chosen.maps.empty()) return;
    const std::string option = o.resolution    ? "--resolution " + *o.resolution
                               : o.plain       ? "--plain"
                               : o.labels_only ? "--labels-only"
                                               : "";
    if (!option.empty())
        throw user_error(option + ": " + o.figure + " is no map; use it with fig7b, fig8b or all");
}

map_request request_of(const map_figure& f, const reproduce_options& o) {
    map_request r = f.request;
    r.plain = o.plain;
    r.labels_only = o.labels_only;
    if (!o.resolution) return r;
    for (axis& a : r.axes) a.count = parse_count("--resolution", *o.resolution, 2, max_axis_count);
    return r;
}

void make_directory(const std::string& path) {
    std::error_code error;
    std::filesystem::create_directories(path, error);
    if (error || !std::filesystem::is_directory(path))
        throw user_error("-o " + path + ": cannot be made a directory" +
                         (error ? " (" + error.message() + ")" : ""));
}

void tell_notes(const session& run, const auto& figure) {
    if (run.talks())
        for (const std::string& note : figure.notes) std::cerr << figure.name << ": " << note << '\n';
}

}  // namespace

std::string target_of(const std::string& figure, const run_options& options) {
    return (std::filesystem::path(options.output.value()) / (figure + ".h5")).string();
}

void run_reproduce(const reproduce_options& o, const invocation& by) {
    const chosen_figures chosen = figures_named(o.figure);
    check_for_curves(o, chosen);
    session run(o.run, by);
    const auto with = run.make_backend();
    const bool fresh = !o.run.force && !o.run.resume;
    std::vector<sweep_plan> drafts;
    for (const map_figure& f : chosen.maps) {
        if (fresh) refuse_what_is_there(target_of(f.name, o.run));
        drafts.push_back(draft_of(request_of(f, o)));
    }
    for (const curve_figure& f : chosen.curves)
        if (fresh) refuse_what_is_there(target_of(f.name, o.run));
    make_directory(o.run.output.value());
    for (const curve_figure& f : chosen.curves) {
        make_figure(run, f, target_of(f.name, o.run));
        tell_notes(run, f);
    }
    for (std::size_t i = 0; i < chosen.maps.size(); ++i) {
        const map_figure& f = chosen.maps[i];
        carry_out(run, std::move(drafts[i]), *with, target_of(f.name, o.run), std::nullopt, f.notes);
        tell_notes(run, f);
    }
}

}  // namespace tauroa::cli
