// --config FILE.toml: the flags of a sweep by their names, `game` for the game; a flag on the command line
// wins. Text, numbers and arrays become the flags' text; true means the flag without a value.

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "host/cli/options.hpp"
#include "host/number.hpp"
#include "kernels/error.hpp"

namespace tauroa::cli {
namespace {

using texts = std::vector<std::string>;

/// The flags that a file may give: those that decide a request or how it is run.
constexpr std::array settings{"axis",  "fix",     "param",   "tol",        "update", "gamma",  "steps", "tau",
                              "quiet", "backend", "threads", "save-final", "plain",  "output", "force"};

std::string text_of(const std::string& key, const toml::node& value) {
    if (const auto* text = value.as_string()) return text->get();
    if (const auto* number = value.as_integer()) return std::to_string(number->get());
    if (const auto* number = value.as_floating_point()) return shortest(number->get());
    throw user_error("--config: " + key +
                     " must be text, a number, true or false, or a list of texts or numbers");
}

/// A key's flag with its value or values; lists of tau are one value, other lists repeat the flag.
texts flags_of(const std::string& key, const toml::node& value) {
    const std::string flag = "--" + key;
    if (const auto* on = value.as_boolean()) return on->get() ? texts{flag} : texts{};
    const auto* list = value.as_array();
    if (list == nullptr) return {flag, text_of(key, value)};
    texts values;
    for (const toml::node& item : *list) values.push_back(text_of(key, item));
    if (key == "tau") {
        std::string joined;
        for (const std::string& v : values) joined += (joined.empty() ? "" : ",") + v;
        return {flag, joined};
    }
    texts flags;
    for (const std::string& v : values) flags.insert(flags.end(), {flag, v});
    return flags;
}

bool gives(const texts& arguments, const std::string& key) {
    return std::any_of(arguments.begin(), arguments.end(), [&](const std::string& a) {
        return a == "--" + key || a.starts_with("--" + key + "=") || (key == "output" && a.starts_with("-o"));
    });
}

toml::table read(const std::string& path) {
    try {
        return toml::parse_file(path);
    } catch (const toml::parse_error& error) {
        const auto& at = error.source().begin;
        throw user_error("--config " + path + ": line " + std::to_string(at.line) + ", column " +
                         std::to_string(at.column) + ": " + std::string(error.description()));
    }
}

/// FILE of the last `--config FILE` or `--config=FILE`; empty where there is none.
std::string config_of(const texts& arguments) {
    std::string path;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--config" && i + 1 < arguments.size()) path = arguments[i + 1];
        if (arguments[i].starts_with("--config=")) path = arguments[i].substr(9);
    }
    return path;
}

/// Whether the game stands on the command line: an argument that is no flag and no flag's value.
bool names_game(const texts& arguments) {
    static constexpr std::array switches{"--quiet",      "--force",   "--plain",
                                         "--save-final", "--dry-run", "--resume"};
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        if (!arguments[i].starts_with("-")) return true;
        const bool long_form = arguments[i].starts_with("--");
        const bool has_value =
            long_form ? arguments[i].find('=') != std::string::npos : arguments[i].size() > 2;
        if (!has_value && std::find(switches.begin(), switches.end(), arguments[i]) == switches.end()) ++i;
    }
    return false;
}

}  // namespace

std::vector<std::string> with_config(const std::vector<std::string>& arguments) {
    const std::string path = arguments.empty() || arguments[0] != "sweep" ? "" : config_of(arguments);
    if (path.empty()) return arguments;
    texts all{arguments[0]};
    for (const auto& [key_node, value] : read(path)) {
        const std::string key(key_node.str());
        if (key == "game") {
            if (!names_game(arguments)) all.push_back(text_of(key, value));
        } else if (std::find(settings.begin(), settings.end(), key) == settings.end()) {
            throw user_error("--config " + path + ": " + key + " is no setting of sweep; see sweep --help");
        } else if (!gives(arguments, key)) {
            const texts flags = flags_of(key, value);
            all.insert(all.end(), flags.begin(), flags.end());
        }
    }
    std::copy(arguments.begin() + 1, arguments.end(), std::back_inserter(all));
    return all;
}

}  // namespace tauroa::cli
