// The paper's figures: for each, the request at the paper's settings (SPEC.md section 3) and what is to be
// said where the paper's text and its own code disagree.

#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>

#include "host/cli/options.hpp"
#include "host/cli/session.hpp"
#include "host/number.hpp"
#include "kernels/error.hpp"
#include "output/output_files.hpp"

namespace tauroa::cli {
namespace {

struct figure {
    const char* name;
    const char* game;
    std::array<double, 4> tau;
    double gamma;
    std::uint32_t steps;
    double tolerance;
    std::uint64_t resolution;
    std::vector<std::string> notes;
};

std::vector<figure> figures() {
    const std::string order =
        "The paper's map is made with the alternating update, as its authors' code does, not with eq. 2.";
    return {
        {"fig7b",
         "polynomial",
         {1, 2, 5, 20},
         0.001,
         75'001,
         1e-3,
         200,
         {order,
          "K.3 calls the other critical points unstable for every tau; (9.318, 9.318) is stable for tau < "
          "1."}},
        {"fig8b",
         "torus",
         {1, 2, 5, 10},
         0.04,
         20'001,
         1e-4,
         100,
         {order, "K.4 calls the other critical points unstable for every tau; (pi, 0) is stable for tau < 1.",
          "Most of what the paper leaves white at tau = 1 is the basin of the non-equilibrium (pi, 0), to "
          "which the "
          "alternating update with this learning rate is attracted."}}};
}

map_request request_of(const figure& f, const reproduce_options& o, std::uint64_t resolution) {
    map_request r;
    r.plain = o.plain;
    r.labels_only = o.labels_only;
    r.game = f.game;
    r.tau.assign(f.tau.begin(), f.tau.end());
    r.gamma = f.gamma;
    r.update = update_order::alternating;
    r.steps = f.steps;
    r.tolerance = f.tolerance;
    for (const variable& v : find_game(f.game).variables)
        r.axes.push_back({v.name, v.low, v.high, resolution});
    return r;
}

std::vector<figure> figures_named(const std::string& name) {
    std::vector<figure> all = figures();
    if (name == "all") return all;
    std::string known = "all";
    for (const figure& f : all) known += std::string(", ") + f.name;
    std::erase_if(all, [&](const figure& f) { return f.name != name; });
    if (all.empty()) throw user_error("no figure " + name + ": there are " + known);
    return all;
}

void make_directory(const std::string& path) {
    std::error_code error;
    std::filesystem::create_directories(path, error);
    if (error || !std::filesystem::is_directory(path))
        throw user_error("-o " + path + ": cannot be made a directory" +
                         (error ? " (" + error.message() + ")" : ""));
}

std::string target_of(const figure& f, const run_options& options) {
    return (std::filesystem::path(options.output.value()) / (std::string(f.name) + ".h5")).string();
}

}  // namespace

void run_reproduce(const reproduce_options& o, const invocation& by) {
    const auto chosen = figures_named(o.figure);
    const std::uint64_t resolution =
        o.resolution ? parse_count("--resolution", *o.resolution, 2, max_axis_count) : 0;
    session run(o.run, by);
    const auto with = run.make_backend();
    std::vector<sweep_plan> drafts;
    for (const figure& f : chosen) {
        if (!o.run.force && !o.run.resume) refuse_what_is_there(target_of(f, o.run));
        drafts.push_back(draft_of(request_of(f, o, resolution == 0 ? f.resolution : resolution)));
    }
    make_directory(o.run.output.value());
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        const figure& f = chosen[i];
        carry_out(run, std::move(drafts[i]), *with, target_of(f, o.run), std::nullopt, f.notes);
        if (run.talks())
            for (const std::string& note : f.notes) std::cerr << f.name << ": " << note << '\n';
    }
}

}  // namespace tauroa::cli
