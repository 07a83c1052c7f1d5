// The command line as a whole (INTERFACE.md): which commands there are, and what was asked for.

#include "host/cli/commands.hpp"
#include "kernels/error.hpp"
#include "version.hpp"

namespace tauroa::cli {
namespace {

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
    throw user_error((first.empty() ? "a command is missing" : "no command " + first) + ": there are " +
                     known + "; see --help");
}

}  // namespace

void add_game_options(CLI::App& command, game_option& o) {
    command.add_option("GAME", o.name, help_game);
    command.add_option("--game-file", o.file, help_game_file);
    command.add_option("--game-text", o.text)->group("");  // of --config files that `info --toml` wrote
}

void fill_from(const std::string& path, const config_keys& keys, CLI::App& command) {
    for (const auto& [key, values] : read_config(path, keys)) {
        CLI::Option* option = command.get_option(key == "game" ? "GAME" : "--" + key);
        if (option->count() > 0) continue;
        for (const std::string& value : values) option->add_result(value);
        if (!values.empty()) option->run_callback();
    }
}

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
    add_trajectory(app, chosen, by);
    add_spectrum(app, chosen, by);
    add_reproduce(app, chosen, by);
    add_merge(app, chosen, by);
    add_info(app, chosen);
    add_claims(app, chosen);
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
