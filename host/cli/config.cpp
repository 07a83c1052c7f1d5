#include "host/cli/config.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

#include "host/number.hpp"
#include "host/text_game/source.hpp"
#include "host/text_game/toml_guard.hpp"
#include "kernels/error.hpp"

namespace tauroa::cli {
namespace {

using texts = std::vector<std::string>;

bool is_in(std::span<const std::string_view> names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::optional<std::string> text_of(const toml::node& value) {
    if (const auto* text = value.as_string()) return text_game::moved_back(text->get());
    if (const auto* number = value.as_integer()) return std::to_string(number->get());
    if (const auto* number = value.as_floating_point()) return shortest(number->get());
    return std::nullopt;
}

std::string text_of(const std::string& key, const toml::node& value, bool is_list) {
    if (auto text = text_of(value)) return *text;
    throw user_error("--config: " + key + " must be text or a number" +
                     (is_list ? ", or a list of them" : ""));
}

/// A list's values; those of tau as one text.
texts list_of(const std::string& key, const toml::array& list) {
    texts values;
    for (const toml::node& item : list) values.push_back(text_of(key, item, true));
    if (key != "tau") return values;
    std::string joined;
    for (const std::string& v : values) {
        if (!joined.empty()) joined += ',';
        joined += v;
    }
    return {joined};
}

texts values_of(const std::string& key, const toml::node& value, const config_keys& of) {
    if (is_in(of.switches, key)) {
        const auto* on = value.as_boolean();
        if (on == nullptr) throw user_error("--config: " + key + " must be true or false");
        return on->get() ? texts{"true"} : texts{};
    }
    const bool is_list = is_in(of.lists, key);
    if (const auto* list = value.as_array(); list != nullptr && is_list) return list_of(key, *list);
    return {text_of(key, value, is_list)};
}

std::string read_text(const std::string& option, const std::string& path) {
    if (!std::filesystem::exists(path) || std::filesystem::is_directory(path))
        throw user_error(option + (path.empty() ? "(empty)" : path) + ": is no file; give a TOML file");
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    if (!file) throw user_error(option + path + ": cannot be read; give a TOML file");
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    return text.view().starts_with(byte_order_mark) ? text.str().substr(byte_order_mark.size()) : text.str();
}

/// The file's table. Its texts and names are moved out (host/text_game/toml_guard.hpp).
toml::table read(const std::string& option, const std::string& path) {
    const std::string text = read_text(option, path);
    const auto error_at = [&](std::size_t line, std::size_t column, std::string_view what) {
        return user_error(option + path + ": line " + std::to_string(line) + ", column " +
                          std::to_string(column) + ": " + std::string(what));
    };
    if (const auto wrong = text_game::defect_for_toml(text)) {
        const auto at = text_game::place_in(text, wrong->offset);
        throw error_at(at.line, at.column, wrong->expected);
    }
    try {
        return toml::parse(text_game::moved_out(text), path);
    } catch (const toml::parse_error& error) {
        const auto& at = error.source().begin;
        throw error_at(at.line, at.column, text_game::moved_back(error.description()));
    }
}

}  // namespace

std::vector<std::pair<std::string, texts>> read_config(const std::string& path, const config_keys& of) {
    std::vector<std::pair<std::string, texts>> settings;
    for (const auto& [node, value] : read("--config ", path)) {
        const std::string key = text_game::moved_back(node.str());
        if (!is_in(of.switches, key) && !is_in(of.lists, key) && !is_in(of.single_values, key))
            throw user_error("--config " + path + ": " + key + " is no setting of " +
                             std::string(of.command) + "; see " + std::string(of.command) + " --help");
        settings.emplace_back(key, values_of(key, value, of));
    }
    return settings;
}

std::vector<std::pair<std::string, std::string>> read_assignments(const std::string& option,
                                                                  const std::string& path) {
    std::vector<std::pair<std::string, std::string>> all;
    for (const auto& [node, value] : read(option, path)) {
        const std::string name = text_game::moved_back(node.str());
        const auto text = text_of(value);
        if (!text) throw user_error(option + path + ": " + name + " must be a number");
        all.emplace_back(name, *text);
    }
    return all;
}

}  // namespace tauroa::cli
