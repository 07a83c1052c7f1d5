#include "host/cli/commands.hpp"
#include "host/cli/curve_options.hpp"

namespace tauroa::cli {
namespace {

void add_file_options(CLI::App& command, run_options& o, std::optional<std::string>& config) {
    command.add_option("-o,--output", o.output, "The HDF5 file to write");
    command.add_flag("--force", o.force, "Replace what exists; there is nothing to resume");
    command.add_flag("--quiet", o.quiet, help_quiet);
    command.add_option("--config", config, help_config);
}

}  // namespace

void add_trajectory(CLI::App& app, action& chosen, const invocation& by) {
    auto* command =
        app.add_subcommand("trajectory", "Iterate from some starts and keep what lies on the way");
    auto o = std::make_shared<trajectory_options>();
    add_game_options(*command, o->game);
    command
        ->add_option(
            "--start", o->starts,
            "NAME=VALUE,... for every variable, or @FILE.toml that holds NAME = VALUE; any number of them")
        ->allow_extra_args(false);
    command->add_option("--tau", o->tau, help_tau);
    command->add_option("--gamma", o->gamma, help_gamma);
    command->add_option("--steps", o->steps, "The horizon K");
    command->add_option("--every", o->every, "Keep x_0, x_N, x_2N, ...")->capture_default_str();
    command->add_option("--update", o->update, help_update)->capture_default_str();
    command->add_option("--param", o->parameters, help_param)->allow_extra_args(false);
    command->add_option("--tol", o->tolerance, "At a critical point within this distance")
        ->capture_default_str();
    add_file_options(*command, o->run, o->config);
    command->footer(
        "Example: tauroa trajectory torus --start x1=2,x2=-1 --start x1=1.9,x2=-2.1 --tau 1,2,5,10 --gamma "
        "0.001 "
        "--steps 200000 --every 100 --update alternating -o paths.h5");
    command->callback([&chosen, by, o, command] {
        if (o->config) fill_from(*o->config, trajectory_keys, *command);
        chosen = [o, by] { run_trajectory_command(*o, by); };
    });
}

void add_spectrum(CLI::App& app, action& chosen, const invocation& by) {
    auto* command = app.add_subcommand("spectrum", "Eigenvalues of J_tau at a critical point along tau");
    auto o = std::make_shared<spectrum_options>();
    add_game_options(*command, o->game);
    command->add_option("--point", o->point, "Index of the critical point; `tauroa equilibria` lists them");
    command->add_option("--tau", o->tau, help_tau);
    command->add_option("--param", o->parameters, help_param)->allow_extra_args(false);
    add_file_options(*command, o->run, o->config);
    command->footer("Example: tauroa spectrum polynomial --point 1 --tau 0.001:60:1000 -o spectrum.h5");
    command->callback([&chosen, by, o, command] {
        if (o->config) fill_from(*o->config, spectrum_keys, *command);
        chosen = [o, by] { run_spectrum_command(*o, by); };
    });
}

}  // namespace tauroa::cli
