#include "host/cli/commands.hpp"

namespace tauroa::cli {

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
    add_game_options(*command, o->game);
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
    add_game_options(*command, o->game);
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

}  // namespace tauroa::cli
