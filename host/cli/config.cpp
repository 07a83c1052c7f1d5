// --config FILE.toml: the flags of a sweep by their names, `game` for the game.

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "host/cli/options.hpp"
#include "host/number.hpp"
#include "kernels/error.hpp"

namespace tauroa::cli {
namespace {

using texts = std::vector<std::string>;

constexpr std::array switches{"dry-run", "force", "labels-only", "plain", "quiet", "resume", "save-final"};
constexpr std::array lists{"axis", "fix", "param", "tau"};
constexpr std::array single_values{"at",   "backend", "devices", "game",       "gamma",   "output", "sample",
                                   "seed", "shard",   "steps",   "stop-after", "threads", "tol",    "update"};

bool is_in(const auto& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string text_of(const std::string& key, const toml::node& value) {
    if (const auto* text = value.as_string()) return text->get();
    if (const auto* number = value.as_integer()) return std::to_string(number->get());
    if (const auto* number = value.as_floating_point()) return shortest(number->get());
    throw user_error("--config: " + key + " must be text or a number" +
                     (is_in(lists, key) ? ", or a list of them" : ""));
}

/// A list's values; those of tau as one text.
texts list_of(const std::string& key, const toml::array& list) {
    texts values;
    for (const toml::node& item : list) values.push_back(text_of(key, item));
    if (key != "tau") return values;
    std::string joined;
    for (const std::string& v : values) {
        if (!joined.empty()) joined += ',';
        joined += v;
    }
    return {joined};
}

texts values_of(const std::string& key, const toml::node& value) {
    if (is_in(switches, key)) {
        const auto* on = value.as_boolean();
        if (on == nullptr) throw user_error("--config: " + key + " must be true or false");
        return on->get() ? texts{"true"} : texts{};
    }
    if (const auto* list = value.as_array(); list != nullptr && is_in(lists, key)) return list_of(key, *list);
    return {text_of(key, value)};
}

toml::table read(const std::string& path) {
    if (!std::filesystem::exists(path) || std::filesystem::is_directory(path))
        throw user_error("--config " + (path.empty() ? "(empty)" : path) + ": is no file; give a TOML file");
    try {
        return toml::parse_file(path);
    } catch (const toml::parse_error& error) {
        const auto& at = error.source().begin;
        throw user_error("--config " + path + ": line " + std::to_string(at.line) + ", column " +
                         std::to_string(at.column) + ": " + std::string(error.description()));
    }
}

}  // namespace

std::vector<std::pair<std::string, texts>> read_config(const std::string& path) {
    std::vector<std::pair<std::string, texts>> settings;
    for (const auto& [node, value] : read(path)) {
        const std::string key(node.str());
        if (!is_in(switches, key) && !is_in(lists, key) && !is_in(single_values, key))
            throw user_error("--config " + path + ": " + key + " is no setting of sweep; see sweep --help");
        settings.emplace_back(key, values_of(key, value));
    }
    return settings;
}

}  // namespace tauroa::cli
