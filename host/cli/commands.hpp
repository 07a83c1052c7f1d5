#pragma once

// Commands, their flags and help texts (INTERFACE.md). Each function adds one command; where it is asked for, `chosen` becomes what
// runs it. Only these files know CLI11.

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>

#include "host/cli/config.hpp"
#include "host/cli/options.hpp"

namespace tauroa::cli {

using action = std::function<void()>;

inline constexpr const char* help_game = "The game; `tauroa games` lists them";
inline constexpr const char* help_game_file =
    "A game as text, a TOML file, in place of GAME; or a file of this program that holds one";
inline constexpr const char* help_param = "NAME=VALUE, a parameter of the game";
inline constexpr const char* help_gamma = "Player 1's learning rate";
inline constexpr const char* help_tau = "Timescale separations: 1,2,5 or LO:HI:N or LO:HI:N:log";
inline constexpr const char* help_update = "simultaneous or alternating";
inline constexpr const char* help_threads = "Threads; default: the processors that the process may use";
inline constexpr const char* help_quiet = "Nothing on standard error but errors";
inline constexpr const char* help_config = "TOML file with the same keys as the flags; a flag wins";

// theory_commands.cpp
void add_games(CLI::App& app, action& chosen);
void add_equilibria(CLI::App& app, action& chosen);
void add_onset(CLI::App& app, action& chosen);

// map_commands.cpp
void add_sweep(CLI::App& app, action& chosen, const invocation& by);
void add_reproduce(CLI::App& app, action& chosen, const invocation& by);
void add_merge(CLI::App& app, action& chosen, const invocation& by);

// curve_commands.cpp
void add_trajectory(CLI::App& app, action& chosen, const invocation& by);
void add_spectrum(CLI::App& app, action& chosen, const invocation& by);

// claims.cpp
void add_claims(CLI::App& app, action& chosen);

/// GAME and --game-file.
void add_game_options(CLI::App& command, game_option& o);

/// Gives the options that the command line left out the values that a --config file has for them.
void fill_from(const std::string& path, const config_keys& keys, CLI::App& command);

}  // namespace tauroa::cli
