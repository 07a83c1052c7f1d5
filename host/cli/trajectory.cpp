// The command `trajectory`.

#include <iostream>
#include <limits>

#include "host/cli/curve_options.hpp"
#include "host/cli/curve_report.hpp"
#include "host/cli/curve_session.hpp"
#include "host/cli/starts.hpp"
#include "host/cli/trajectory_description.hpp"
#include "host/number.hpp"
#include "host/tau_list.hpp"

namespace tauroa::cli {
namespace {

void echo(const trajectory_request& r) {
    std::cerr << r.game.name << ", " << to_string(r.update) << ", gamma = " << shortest(r.gamma)
              << ", K = " << r.steps << ", every " << r.every << '\n'
              << r.starts.size() << (r.starts.size() == 1 ? " start, " : " starts, ") << echo_of(r.tau)
              << '\n';
}

}  // namespace

trajectory_request trajectory_options::request() const {
    constexpr std::uint64_t most_steps = std::numeric_limits<std::uint32_t>::max();
    trajectory_request r;
    r.game = game.chosen();
    r.parameters = parse_named_values("--param", parameters);
    const auto model = make_game(r.game, r.parameters);
    for (const std::string& text : starts) r.starts.push_back(parse_start(model->info(), text));
    r.tau = parse_tau_list(needed(tau, "--tau", "1,2,5 or LO:HI:N or LO:HI:N:log"));
    r.gamma = parse_positive("--gamma", needed(gamma, "--gamma", "player 1's learning rate"));
    r.steps = static_cast<std::uint32_t>(
        parse_count("--steps", needed(steps, "--steps", "the horizon K"), 0, most_steps));
    r.every = parse_count("--every", every, 1, most_steps);
    r.update = parse_update(update);
    r.tolerance = parse_positive("--tol", tolerance);
    return r;
}

void run_trajectory_command(const trajectory_options& o, const invocation& by) {
    session run(o.run, by);
    together(run.all(), [&] {
        if (!run.all().leads()) return;
        const trajectory_request request = completed(o.request());
        check_new_file(o.run, "trajectory");
        if (run.talks()) echo(request);
        trajectories t = run_trajectories(request, run.told());
        check_stop(run);
        const std::uint64_t steps = std::uint64_t{request.steps} * t.ends.size();
        const trajectory_tables tables = describe(std::move(t));
        print_ends(tables);
        write_curves(
            run, *o.run.output, steps, {}, [&] { check_stop(run); },
            [&](hid_t root) { write_trajectories(root, tables, [&] { check_stop(run); }); });
    });
}

}  // namespace tauroa::cli
