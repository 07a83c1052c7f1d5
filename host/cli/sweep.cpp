#include <algorithm>
#include <chrono>
#include <cmath>
#include <iomanip>
#include <iostream>

#include "host/cli/map_description.hpp"
#include "host/cli/options.hpp"
#include "host/cli/progress_line.hpp"
#include "host/number.hpp"
#include "host/tau_list.hpp"
#include "kernels/error.hpp"
#include "output/map_writer.hpp"
#include "version.hpp"

namespace tauroa::cli {
namespace {

using clock = std::chrono::steady_clock;

constexpr std::uint64_t most_threads = 4096, most_devices = 1023;

double seconds_since(clock::time_point begun) {
    return std::chrono::duration<double>(clock::now() - begun).count();
}

/// What was understood, on standard error.
void echo(const sweep_plan& plan, const backend& with) {
    const map_request& r = plan.request;
    std::cerr << r.game << ", " << to_string(r.update) << ", gamma = " << shortest(r.gamma)
              << ", K = " << r.steps << ", tol = " << shortest(r.tolerance) << '\n';
    for (const axis& a : r.axes) std::cerr << "axis " << to_string(a) << '\n';
    for (const auto& [name, value] : r.fixed)
        std::cerr << "fixed " << name << " = " << shortest(value) << '\n';
    std::cerr << r.tau.size() << " tau: " << to_string(r.tau) << '\n';
    std::cerr << "backend " << with.name() << " (" << with.device() << "), " << with.threads() << " thread"
              << (with.threads() == 1 ? "" : "s") << '\n';
}

/// The same request on a coarse grid with a short horizon: its steps a second, and its steps a start up to
/// the horizon.
struct rehearsal {
    double steps_per_second = 0.0, steps_per_start = 0.0;
};

rehearsal rehearse(const sweep_plan& plan, backend& with) {
    constexpr std::uint64_t most_starts_an_axis = 24;
    constexpr std::uint32_t short_horizon = 4096;
    map_request small = plan.request;
    for (axis& a : small.axes) a.count = std::min(a.count, most_starts_an_axis);
    if (small.tau.size() > 4) small.tau.resize(4);
    small.steps = std::min(small.steps, short_horizon);
    const sweep_plan rehearsed = plan_of(small);
    progress done;
    double left = 0.0;  // steps that those not yet arrived may still take
    const auto begun = clock::now();
    run_sweep(rehearsed, with, done, [&](const tile& t) {
        left += static_cast<double>(std::count(t.label.begin(), t.label.end(), not_arrived)) *
                (static_cast<double>(plan.request.steps) - small.steps);
    });
    const auto steps = static_cast<double>(done.steps.load());
    return {steps / seconds_since(begun), (steps + left) / static_cast<double>(rehearsed.starts())};
}

/// --dry-run: starts, memory, file size, predicted time; on standard output, nothing written.
void predict(const sweep_plan& plan, backend& with) {
    const auto starts = static_cast<double>(plan.starts());
    const auto n = static_cast<double>(plan.base.size());
    const double cell =
        sizeof(std::int16_t) + sizeof(std::uint32_t) + (plan.request.save_final ? 8.0 * n : 0.0);
    const double tile_cells = static_cast<double>(std::min(plan.rows(), tile_rows)) *
                              static_cast<double>(std::min(plan.columns(), tile_columns));
    const rehearsal r = rehearse(plan, with);
    const double seconds = r.steps_per_second > 0.0 ? starts * r.steps_per_start / r.steps_per_second : 0.0;
    std::cout << "starts: " << plan.starts() << '\n'
              << std::fixed << std::setprecision(0) << "memory: about "
              << std::ceil(2.0 * tile_cells * cell / 1e6) + 30.0 << " MB\n"
              << "file size: at most " << std::ceil(starts * cell / 1e6)
              << " MB, compressed usually far less\n"
              << "predicted time: at most about " << std::ceil(seconds) << " s\n";
}

map_provenance provenance_of(const backend& with, const invocation& by, const std::vector<std::string>& notes,
                             const progress& done, clock::time_point begun) {
    return {program_version, git_commit,           with.name(),       with.device(), by.text(),
            with.threads(),  seconds_since(begun), done.steps.load(), notes};
}

void refuse_what_comes_later(const std::vector<std::pair<const char*, bool>>& given) {
    for (const auto& [name, is_given] : given)
        if (is_given)
            throw user_error(std::string(name) + ": not in this version of tauroa yet; leave it out");
}

}  // namespace

std::unique_ptr<backend> backend_of(const run_options& options) {
    const auto threads = options.threads ? parse_count("--threads", *options.threads, 1, most_threads) : 0;
    std::vector<int> devices;
    if (options.devices)
        for (const std::string& number : split(*options.devices, ','))
            devices.push_back(static_cast<int>(parse_count("--devices", number, 0, most_devices)));
    return make_backend(options.backend, static_cast<int>(threads), devices);
}

void carry_out(const sweep_plan& plan, backend& with, const run_options& options, const invocation& by,
               const std::vector<std::string>& notes) {
    const auto begun = clock::now();
    map_writer writer(options.output.value(), options.force, describe(plan));
    if (!options.quiet) echo(plan, with);
    progress done;
    {
        const progress_line line(done, plan.starts(), options.quiet);
        run_sweep(plan, with, done, [&](const tile& t) {
            writer.write({t.tau, t.row, t.rows, t.column, t.columns, t.label.data(), t.iterations.data(),
                          t.final_state.data(), t.tally.data()});
        });
    }
    writer.finish(provenance_of(with, by, notes, done, begun));
    if (!options.quiet)
        std::cerr << "wrote " << *options.output << " in " << std::fixed << std::setprecision(1)
                  << seconds_since(begun) << " s" << std::defaultfloat << '\n';
}

void run_sweep_command(const sweep_options& o, const invocation& by) {
    refuse_what_comes_later({{"--resume", o.resume}, {"--stop-after", o.stop_after.has_value()}});
    const map_request request = o.request.request();
    if (!o.run.output && !o.run.dry_run) throw user_error("-o FILE.h5 is missing: say where the map goes");
    const sweep_plan plan = plan_of(request);
    const auto with = backend_of(o.run);
    if (!o.run.dry_run) return carry_out(plan, *with, o.run, by, {});
    if (!o.run.quiet) echo(plan, *with);
    predict(plan, *with);
}

}  // namespace tauroa::cli
