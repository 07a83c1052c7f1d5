// Commands, flags and help texts (INTERFACE.md).

#include <CLI/CLI.hpp>
#include <memory>

#include "host/cli/options.hpp"
#include "kernels/error.hpp"
#include "version.hpp"

namespace tauroa::cli {
namespace {

constexpr const char* help_game = "The game; `tauroa games` lists them";
constexpr const char* help_param = "NAME=VALUE, a parameter of the game";
constexpr const char* help_gamma = "Player 1's learning rate";
constexpr const char* help_tau = "Timescale separations: 1,2,5 or LO:HI:N or LO:HI:N:log";
constexpr const char* help_update = "simultaneous or alternating";
constexpr const char* help_threads = "Threads; default: the processors that the process may use";
constexpr const char* help_plain =
    "Iterate every start to its end; proofs say only how often to look for arrivals";
constexpr const char* help_labels_only = "Stop where the label is certain; iterations hold the step of that";

using action = std::function<void()>;

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
    command.add_flag("--quiet", o.quiet, "Nothing on standard error but errors");
}

void add_games(CLI::App& app, action& chosen) {
    auto* command = app.add_subcommand(
        "games", "Every game: variables, parameters with defaults, window, paper reference");
    auto o = std::make_shared<games_options>();
    command->add_flag("--json", o->as_json, "As JSON");
    command->footer("Example: tauroa games --json");
    command->callback([&chosen, o] { chosen = [o] { run_games(*o); }; });
}

void add_equilibria(CLI::App& app, action& chosen) {
    auto* command =
        app.add_subcommand("equilibria", "Critical points: kinds, tau*, stability windows, what attracts");
    auto o = std::make_shared<equilibria_options>();
    command->add_option("GAME", o->game, help_game)->required();
    command->add_option("--param", o->parameters, help_param)->allow_extra_args(false);
    command->add_option("--tau", o->tau, help_tau);
    command->add_option("--gamma", o->gamma, help_gamma);
    command->add_option("--update", o->update, help_update)->capture_default_str();
    command->add_flag("--json", o->as_json, "As JSON");
    command->footer("Example: tauroa equilibria torus --tau 1,2 --gamma 0.04 --update alternating --json");
    command->callback([&chosen, o] { chosen = [o] { run_equilibria(*o); }; });
}

void add_onset(CLI::App& app, action& chosen) {
    auto* command = app.add_subcommand(
        "onset",
        "Where in tau each critical point begins and ceases to capture a neighbourhood, by iteration");
    auto o = std::make_shared<onset_options>();
    command->add_option("GAME", o->game, help_game)->required();
    command->add_option("--gamma", o->gamma, help_gamma);
    command->add_option("--update", o->update, help_update)->capture_default_str();
    command->add_option("--param", o->parameters, help_param)->allow_extra_args(false);
    command->add_option("--tau", o->tau, "The tau to look at first; between them, bisection")
        ->capture_default_str();
    command->add_option("--steps", o->steps,
                        "Steps at most for each neighbourhood and tau; default: 10000 / gamma");
    command->add_option("--radius", o->radius, "Of the neighbourhood")->capture_default_str();
    command->add_option("--width", o->width, "Bisection ends at brackets of this relative width")
        ->capture_default_str();
    command->add_option("--threads", o->threads, help_threads);
    command->add_flag("--json", o->as_json, "As JSON");
    command->footer("Example: tauroa onset torus --gamma 0.04 --update alternating --tau 0.1:100:60:log");
    command->callback([&chosen, o] { chosen = [o] { run_onset(*o); }; });
}

void add_request_options(CLI::App& command, request_options& o) {
    command.add_option("GAME", o.game, help_game);
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
    command.add_option("--seed", o.seed, "Of --sample: a whole number below 2^64; default: 0");
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

/// Gives the options that the command line left out the values that a --config file has for them.
void fill_from(const std::string& path, CLI::App& command) {
    for (const auto& [key, values] : read_config(path)) {
        CLI::Option* option = command.get_option(key == "game" ? "GAME" : "--" + key);
        if (option->count() > 0) continue;
        for (const std::string& value : values) option->add_result(value);
        if (!values.empty()) option->run_callback();
    }
}

void add_sweep(CLI::App& app, action& chosen, const invocation& by) {
    auto* command =
        app.add_subcommand("sweep", "Compute a map: where every start of a grid ends, for several tau");
    auto o = std::make_shared<sweep_options>();
    add_request_options(*command, o->request);
    add_run_options(*command, o->run, "The HDF5 file to write");
    command->add_option("--shard", o->part,
                        "I/N: compute the I-th of N parts, as `tauroa merge` takes them; for job arrays");
    command->add_flag("--dry-run", o->dry_run,
                      "Print starts, memory, file size and predicted time, and stop");
    command->add_option("--config", o->config, "TOML file with the same keys as the flags; a flag wins");
    command->footer(
        "Example: tauroa sweep polynomial --tau 1,2,5,20 --gamma 0.001 --steps 75001 --update alternating "
        "--axis x1=-15:15:200 --axis x2=-15:15:200 -o map.h5");
    command->callback([&chosen, by, o, command] {
        if (o->config) fill_from(*o->config, *command);
        chosen = [o, by] { run_sweep_command(*o, by); };
    });
}

void add_reproduce(CLI::App& app, action& chosen, const invocation& by) {
    auto* command = app.add_subcommand("reproduce", "Compute a figure of the paper at its settings");
    auto o = std::make_shared<reproduce_options>();
    command->add_option("FIGURE", o->figure, "fig7b, fig8b or all")->required();
    command->add_option("--resolution", o->resolution, "Starts along each axis; default: the paper's");
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
    command->add_flag("--quiet", o->quiet, "Nothing on standard error but errors");
    command->footer("Example: tauroa merge part-1 part-2 part-3 part-4 -o map.h5");
    command->callback([&chosen, by, o] { chosen = [o, by] { run_merge(*o, by); }; });
}

void add_info(CLI::App& app, action& chosen) {
    auto* command = app.add_subcommand("info", "Settings, shares and provenance of a file");
    auto o = std::make_shared<info_options>();
    command->add_option("FILE", o->path, "The HDF5 file")->required();
    auto* as_json = command->add_flag("--json", o->as_json, "As JSON");
    command->add_flag("--toml", o->as_toml, "The request itself, for sweep --config")->excludes(as_json);
    command->add_flag("--verify", o->verify, "Read everything and compare it with the file's digest");
    command->footer("Example: tauroa info out/fig7b.h5");
    command->callback([&chosen, o] { chosen = [o] { run_info(*o); }; });
}

/// Says what commands there are where the first argument is none of them.
void check_command(const CLI::App& app, const std::vector<std::string>& typed) {
    const std::string first = typed.empty() ? "" : typed.front();
    std::string known;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
        if (command->get_name() == first) return;
        known += (known.empty() ? "" : ", ") + command->get_name();
    }
    if (first == "--help" || first == "-h" || first == "--version") return;
    for (const char* later : {"trajectory", "spectrum", "claims"})
        if (first == later)
            throw user_error("command " + first + ": not in this version of tauroa yet; there are " + known);
    throw user_error((first.empty() ? "a command is missing" : "no command " + first) + ": there are " +
                     known + "; see --help");
}

}  // namespace

std::function<void()> parse_command_line(const std::vector<std::string>& typed) {
    CLI::App app{"Regions of attraction of gradient descent-ascent with timescale separation", "tauroa"};
    app.set_version_flag("--version", std::string("tauroa ") + program_version + " (" + git_commit + ")");
    app.require_subcommand(1);
    app.footer(
        "Example: tauroa sweep torus --tau 1,2,5,10 --gamma 0.04 --steps 20001 --update alternating -o "
        "torus.h5");
    const invocation by{typed};
    action chosen;
    add_games(app, chosen);
    add_equilibria(app, chosen);
    add_onset(app, chosen);
    add_sweep(app, chosen, by);
    add_reproduce(app, chosen, by);
    add_merge(app, chosen, by);
    add_info(app, chosen);
    check_command(app, typed);
    std::vector<std::string> arguments(typed.rbegin(), typed.rend());  // as CLI11 takes them
    try {
        app.parse(arguments);
    } catch (const CLI::Success& asked) {  // --help, --version: printed, and that is all
        app.exit(asked);
        return [] {};
    } catch (const CLI::ParseError& wrong) {
        throw user_error(std::string(wrong.what()) + "; see --help");
    }
    return chosen;
}

}  // namespace tauroa::cli
