#pragma once

// The commands and their options as they were typed. Options stay text until a command turns them into
// values, by the same functions wherever they come from, so that every message names its value. Only
// commands.hpp and what includes it know CLI11.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "host/cli/game_option.hpp"
#include "host/request.hpp"

namespace tauroa::cli {

/// What the command line was, for the record.
struct invocation {
    std::vector<std::string> arguments;  ///< without the program's name
    [[nodiscard]] std::string text() const;
};

/// What decides a map.
struct request_options {
    game_option game;
    std::optional<std::string> tau, gamma, steps, sample, seed, at, noise, decay, repeats;
    std::string update = "simultaneous", tolerance = "1e-3";
    std::vector<std::string> axes, fixed, parameters;
    bool save_final = false, plain = false, labels_only = false;

    /// The request that they make, not yet completed (draft_of does that). Throws user_error.
    [[nodiscard]] map_request request() const;
};

/// How a request is carried out.
struct run_options {
    std::string backend = "auto";
    std::optional<std::string> threads, devices, output, stop_after;
    bool force = false, resume = false, quiet = false;
};

struct games_options {
    bool as_json = false;
};

struct equilibria_options {
    game_option game;
    std::string update = "simultaneous";
    std::optional<std::string> tau, gamma;
    std::vector<std::string> parameters;
    bool as_json = false;
};

struct onset_options {
    game_option game;
    std::string update = "simultaneous", tau = "0.05:100:60:log";
    std::string radius = "1e-6", width = "2e-3";
    std::optional<std::string> gamma, steps, threads;
    std::vector<std::string> parameters;
    bool as_json = false;
};

struct sweep_options {
    request_options request;
    run_options run;
    bool dry_run = false;
    std::optional<std::string> config, part, figure;  ///< --config, --shard, --plot
};

struct merge_options {
    std::vector<std::string> parts;
    std::optional<std::string> output;
    bool force = false, quiet = false;
};

struct reproduce_options {
    std::string figure;
    std::optional<std::string> resolution;
    bool plain = false, labels_only = false;
    run_options run;
};

struct info_options {
    std::string path;
    bool as_json = false, as_toml = false, verify = false;
};

void run_games(const games_options& o);
void run_equilibria(const equilibria_options& o);
void run_onset(const onset_options& o);
void run_sweep_command(const sweep_options& o, const invocation& by);
void run_reproduce(const reproduce_options& o, const invocation& by);
void run_info(const info_options& o);
void run_merge(const merge_options& o, const invocation& by);

/// The command that the arguments ask for, ready to run; nothing where they ask for help or the version,
/// which is then printed. Throws user_error.
std::function<void()> parse_command_line(const std::vector<std::string>& typed);

/// NAME=VALUE pairs with numbers as values.
named_values parse_named_values(const std::string& option, const std::vector<std::string>& texts);

/// --threads; 0 where it is not given: all that the process may use. Throws user_error.
int parse_threads(const std::optional<std::string>& text);

/// The text of an option that has to be there; throws user_error, saying what to give.
const std::string& needed(const std::optional<std::string>& text, const std::string& option,
                          const std::string& what);

}  // namespace tauroa::cli
