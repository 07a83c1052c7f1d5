#include "host/cli/commands.hpp"

namespace tauroa::cli {
namespace {

constexpr const char* help_plain =
    "Iterate every start to its end; proofs say only how often to look for arrivals";
constexpr const char* help_labels_only = "Stop where the label is certain; iterations hold the step of that";

void add_run_options(CLI::App& command, run_options& o, const char* what_output) {
    command.add_option("-o,--output", o.output, what_output);
    command.add_option("--backend", o.backend, "auto, cpu, cuda or reference")->capture_default_str();
    command.add_option("--threads", o.threads, help_threads);
    command.add_option("--devices", o.devices, "GPUs to use, by number: 0,2; default: all that are visible");
    command.add_flag("--force", o.force, "Replace what exists")
        ->excludes(
            command.add_flag("--resume", o.resume, "Go on where an earlier run of the same request stopped"));
    command.add_option("--stop-after", o.stop_after,
                       "Stop after this time: 90s, 15m, 2.5h, 1:30:00; --resume goes on");
    command.add_flag("--quiet", o.quiet, help_quiet);
}

void add_request_options(CLI::App& command, request_options& o) {
    add_game_options(command, o.game);
    command.add_option("--tau", o.tau, help_tau);
    command.add_option("--gamma", o.gamma, help_gamma);
    command.add_option("--steps", o.steps, "The horizon K: steps at most for each start");
    command
        .add_option("--axis", o.axes,
                    "NAME=LO:HI:N, one or two, the first across; default: the game's window, 200 x 200; with "
                    "--sample: NAME=LO:HI, any of them")
        ->allow_extra_args(false);
    command.add_option(
        "--sample", o.sample,
        "N starts at random, uniform in --axis or the window of every variable, in place of a grid");
    command.add_option("--seed", o.seed, "Of --sample and --noise: a whole number below 2^64; default: 0");
    command.add_option(
        "--noise", o.noise,
        "SIGMA: stochastic tau-GDA (the paper's eq. 26): every step adds -gamma_k w, w normal with this "
        "standard deviation in each coordinate; a label is where a run stays until K");
    command.add_option("--decay", o.decay,
                       "BETA, of --noise: gamma_k = gamma / (k + 1)^BETA, 0 to 1; default: 0, no decay. "
                       "Proposition H.1 asks "
                       "for BETA > 0, Theorem H.1 for BETA > 1/2");
    command.add_option("--repeats", o.repeats, "R, of --noise: independent runs of every start; default: 1");
    command.add_option("--fix", o.fixed, "NAME=VALUE for every other variable")->allow_extra_args(false);
    command.add_option("--at", o.at,
                       "I: every variable given by neither --axis nor --fix is that of critical point I, as "
                       "`tauroa equilibria` numbers them");
    command.add_option("--param", o.parameters, help_param)->allow_extra_args(false);
    command.add_option("--tol", o.tolerance, "Arrival within this distance")->capture_default_str();
    command.add_option("--update", o.update, help_update)->capture_default_str();
    command.add_flag("--save-final", o.save_final, "Keep the last state of every start");
    command.add_flag("--plain", o.plain, help_plain);
    command.add_flag("--labels-only", o.labels_only, help_labels_only);
}

}  // namespace

void add_sweep(CLI::App& app, action& chosen, const invocation& by) {
    auto* command =
        app.add_subcommand("sweep", "Compute a map: where every start of a grid ends, for several tau");
    auto o = std::make_shared<sweep_options>();
    add_request_options(*command, o->request);
    add_run_options(*command, o->run, "The HDF5 file to write");
    command->add_option("--shard", o->part,
                        "I/N: compute the I-th of N parts, as `tauroa merge` takes them; for job arrays");
    command->add_option("--plot", o->figure,
                        "FIGURE.png, .pdf or .svg: then draw the map, as `output/plot.py` does");
    command->add_flag("--dry-run", o->dry_run,
                      "Print starts, memory, file size and predicted time, and stop");
    command->add_option("--config", o->config, help_config);
    command->footer(
        "Example: tauroa sweep polynomial --tau 1,2,5,20 --gamma 0.001 --steps 75001 --update alternating "
        "--axis x1=-15:15:200 --axis x2=-15:15:200 -o map.h5");
    command->callback([&chosen, by, o, command] {
        if (o->config) fill_from(*o->config, sweep_keys, *command);
        chosen = [o, by] { run_sweep_command(*o, by); };
    });
}

void add_reproduce(CLI::App& app, action& chosen, const invocation& by) {
    auto* command = app.add_subcommand("reproduce", "Compute a figure of the paper at its settings");
    auto o = std::make_shared<reproduce_options>();
    command
        ->add_option("FIGURE", o->figure,
                     "fig1, fig4, fig5, fig6, fig7a, fig7b, fig8a, fig8b, fig9, fig10, fig11 or all")
        ->required();
    command->add_option("--resolution", o->resolution,
                        "Of maps: starts along each axis; default: the paper's");
    command->add_flag("--plain", o->plain, help_plain);
    command->add_flag("--labels-only", o->labels_only, help_labels_only);
    add_run_options(*command, o->run, "The directory to write into; made where it is not");
    command->get_option("--output")->required();
    command->footer("Example: tauroa reproduce fig7b -o out");
    command->callback([&chosen, by, o] { chosen = [o, by] { run_reproduce(*o, by); }; });
}

void add_merge(CLI::App& app, action& chosen, const invocation& by) {
    auto* command = app.add_subcommand("merge", "Join the parts of a sweep (sweep --shard) into one file");
    auto o = std::make_shared<merge_options>();
    command->add_option("FILE", o->parts, "All parts, in any order")->required();
    command->add_option("-o,--output", o->output, "The HDF5 file to write");
    command->add_flag("--force", o->force, "Replace what exists");
    command->add_flag("--quiet", o->quiet, help_quiet);
    command->footer("Example: tauroa merge part-1 part-2 part-3 part-4 -o map.h5");
    command->callback([&chosen, by, o] { chosen = [o, by] { run_merge(*o, by); }; });
}

}  // namespace tauroa::cli
