#pragma once

// --config FILE.toml: the flags of a command by their names, `game` for the game.

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tauroa::cli {

/// The settings that a command takes from a file.
struct config_keys {
    std::string_view command;
    std::span<const std::string_view> switches, lists, single_values;
};

namespace keys {
using names = std::string_view;
inline constexpr std::array<names, 7> sweep_switches{"dry-run", "force",  "labels-only", "plain",
                                                     "quiet",   "resume", "save-final"};
inline constexpr std::array<names, 4> sweep_lists{"axis", "fix", "param", "tau"};
inline constexpr std::array<names, 20> sweep_values{
    "at",   "backend", "decay",  "devices", "game",  "game-file", "game-text",  "gamma",   "noise", "output",
    "plot", "repeats", "sample", "seed",    "shard", "steps",     "stop-after", "threads", "tol",   "update"};
inline constexpr std::array<names, 2> curve_switches{"force", "quiet"};
inline constexpr std::array<names, 3> trajectory_lists{"param", "start", "tau"};
inline constexpr std::array<names, 9> trajectory_values{"every",  "game",  "game-file", "game-text", "gamma",
                                                        "output", "steps", "tol",       "update"};
inline constexpr std::array<names, 2> spectrum_lists{"param", "tau"};
inline constexpr std::array<names, 5> spectrum_values{"game", "game-file", "game-text", "output", "point"};
}  // namespace keys

inline constexpr config_keys sweep_keys{"sweep", keys::sweep_switches, keys::sweep_lists, keys::sweep_values};
inline constexpr config_keys trajectory_keys{"trajectory", keys::curve_switches, keys::trajectory_lists,
                                             keys::trajectory_values};
inline constexpr config_keys spectrum_keys{"spectrum", keys::curve_switches, keys::spectrum_lists,
                                           keys::spectrum_values};

/// The settings of a command in a TOML file: flag's name (without --; `game` for the game) and its values as
/// text. Throws user_error, with line and column where the file is no TOML.
std::vector<std::pair<std::string, std::vector<std::string>>> read_config(const std::string& path,
                                                                          const config_keys& of);

/// NAME = VALUE lines of a TOML file as texts. Throws user_error, which begins with `option`.
std::vector<std::pair<std::string, std::string>> read_assignments(const std::string& option,
                                                                  const std::string& path);

}  // namespace tauroa::cli
