#include "host/cli/session_text.hpp"

#include <algorithm>
#include <iostream>

#include "host/cli/point_text.hpp"
#include "host/number.hpp"
#include "host/tau_list.hpp"
#include "version.hpp"

namespace tauroa::cli {

void echo(const session& run, const map_request& r, const backend& with) {
    std::cerr << r.game.name << ", " << to_string(r.update) << ", gamma = " << shortest(r.gamma)
              << ", K = " << r.steps << ", tol = " << shortest(r.tolerance) << '\n';
    for (const axis& a : r.axes) std::cerr << "axis " << to_string(a) << '\n';
    if (r.sample) {
        std::cerr << r.sample->count << " starts at random, seed " << r.sample->seed << '\n';
        print_lines(std::cerr, r.sample->ranges,
                    [](const variable_range& v) { return "uniform " + to_string(v); });
    }
    if (r.noise)
        std::cerr << "noise " << shortest(r.noise->sigma) << ", decay " << shortest(r.noise->decay) << ", "
                  << r.noise->repeats << " repeats, seed " << r.noise->seed << '\n';
    print_lines(std::cerr, r.fixed,
                [](const auto& v) { return "fixed " + v.first + " = " + shortest(v.second); });
    std::cerr << r.tau.size() << " tau: " << to_string(r.tau) << '\n';
    std::cerr << "backend " << with.name() << " (" << with.device() << "), " << with.threads() << " thread"
              << (with.threads() == 1 ? "" : "s");
    if (const int size = run.all().size(); size > 1) std::cerr << ", " << size << " processes";
    std::cerr << '\n';
}

std::string resuming_command(invocation by) {
    std::erase(by.arguments, "--force");
    if (std::find(by.arguments.begin(), by.arguments.end(), "--resume") == by.arguments.end())
        by.arguments.emplace_back("--resume");
    return by.text();
}

map_provenance provenance_of(const invocation& by) {
    map_provenance who;
    who.version = program_version;
    who.commit = git_commit;
    who.command_line = by.text();
    return who;
}

map_provenance provenance_of(const session& run, const backend& with) {
    map_provenance by = provenance_of(run.by());
    by.backend = with.name();
    by.device = with.device();
    by.threads = with.threads();
    by.processes = run.all().size();
    return by;
}

}  // namespace tauroa::cli
