#include "host/cli/run_text.hpp"

#include <toml++/toml.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "host/grid.hpp"
#include "host/number.hpp"
#include "host/tau_list.hpp"
#include "host/text_game/content_key.hpp"
#include "host/tiling.hpp"
#include "kernels/error.hpp"
#include "version.hpp"

namespace tauroa::cli {
namespace {

toml::array array_of(const std::vector<std::string>& texts) {
    toml::array all;
    for (const std::string& text : texts) all.push_back(text);
    return all;
}

/// As --axis takes them: of a sample, the ranges of the variables that are not fixed.
toml::array axis_texts(const map_description& d) {
    toml::array axes;
    for (const map_axis& a : d.axes)
        axes.push_back(to_string(axis{a.name, a.at.front(), a.at.back(), a.at.size()}));
    for (const variable_range& r : sampled_ranges(d)) axes.push_back(to_string(r));
    return axes;
}

toml::table request_table(const map_description& d) {
    toml::array tau;
    for (const double t : d.tau) tau.push_back(shortest(t));
    toml::table request{{"tau", tau},
                        {"gamma", shortest(d.gamma)},
                        {"steps", std::to_string(d.steps)},
                        {"tol", shortest(d.tolerance)},
                        {"update", d.update},
                        {"axis", axis_texts(d)}};
    if (d.game_text.empty())
        request.insert("game", d.game);
    else
        request.insert("game-text", d.game_text);
    if (d.sample) {
        request.insert("sample", std::to_string(d.sample->count));
        request.insert("seed", std::to_string(d.sample->seed));
    }
    if (d.noise) {
        request.insert("noise", shortest(d.noise->sigma));
        request.insert("decay", shortest(d.noise->decay));
        request.insert("repeats", std::to_string(d.noise->repeats));
        request.insert_or_assign("seed", std::to_string(d.noise->seed));
    }
    if (const auto parameters = assignments(d.parameters); !parameters.empty())
        request.insert("param", array_of(parameters));
    if (const auto fixed = assignments(d.fixed); !fixed.empty()) request.insert("fix", array_of(fixed));
    if (d.save_final) request.insert("save-final", true);
    if (d.plain) request.insert("plain", true);
    if (d.labels_only) request.insert("labels-only", true);
    return request;
}

std::string text_of(const auto& node) {
    std::ostringstream text;
    text << node;
    return text.str();
}

toml::table parsed(const std::string& text, const std::string& from) {
    try {
        return toml::parse(text);
    } catch (const toml::parse_error&) {
        throw user_error(from + ": does not say what it is a part of; it is no journal of a sweep");
    }
}

std::vector<std::string> texts_of(const toml::table& in, const char* key) {
    std::vector<std::string> all;
    if (const auto* list = in[key].as_array())
        for (const toml::node& item : *list) all.push_back(item.value_or(std::string()));
    return all;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string all;
    for (const std::string& p : parts) all += (all.empty() ? "" : ",") + p;
    return all;
}

request_options options_of(const toml::table& in) {
    request_options o;
    const auto text = [&](const char* key) { return in[key].value_or(std::string()); };
    if (in.contains("game")) o.game.name = text("game");
    if (in.contains("game-text")) o.game.text = text("game-text");
    o.tau = joined(texts_of(in, "tau"));
    o.gamma = text("gamma");
    o.steps = text("steps");
    o.tolerance = text("tol");
    o.update = text("update");
    if (in.contains("sample")) o.sample = text("sample");
    if (in.contains("seed")) o.seed = text("seed");
    if (in.contains("noise")) {
        o.noise = text("noise");
        o.decay = text("decay");
        o.repeats = text("repeats");
    }
    o.axes = texts_of(in, "axis");
    o.fixed = texts_of(in, "fix");
    o.parameters = texts_of(in, "param");
    o.save_final = in["save-final"].value_or(false);
    o.plain = in["plain"].value_or(false);
    o.labels_only = in["labels-only"].value_or(false);
    return o;
}

/// A setting as the command line has it.
std::string shown(const toml::table& in, const std::string& key) {
    const auto at = in.find(key);
    if (at == in.end()) return "without " + key;
    if (key == "game-text")
        return "game-text with digest " + text_game::content_key("", in[key].value_or(std::string()));
    if (at->second.is_array()) return key + " = " + joined(texts_of(in, key.c_str()));
    if (at->second.is_boolean()) return "with " + key;
    return key + " = " + in[key].value_or(std::string());
}

}  // namespace

std::vector<std::string> assignments(const std::string& object) {
    std::vector<std::string> all;
    const auto values = nlohmann::ordered_json::parse(object, nullptr, false);
    if (!values.is_object())
        throw user_error("attribute parameters or fixed: " + object + " is no JSON object");
    for (auto at = values.begin(); at != values.end(); ++at) {
        if (!at.value().is_number())
            throw user_error("attribute parameters or fixed: " + object + " holds more than numbers");
        all.push_back(at.key() + "=" + shortest(at.value().get<double>()));
    }
    return all;
}

std::vector<variable_range> sampled_ranges(const map_description& about) {
    std::vector<variable_range> all;
    for (std::size_t v = 0; about.sample && v < about.variables.size(); ++v)
        if (about.sample->low[v] < about.sample->high[v])
            all.push_back({about.variables[v], about.sample->low[v], about.sample->high[v]});
    return all;
}

std::string request_text(const map_description& about) { return text_of(request_table(about)); }

std::string run_text(const map_description& about, const shard& part) {
    toml::table run = request_table(about);
    run.insert("program", std::string("tauroa ") + program_version);
    run.insert("schema", std::to_string(map_schema_version));
    const tiling cut(about.layers(), about.rows(), about.columns());
    run.insert("strips", std::to_string(cut.strips()));  // another cutting numbers them otherwise
    run.insert("shard", std::to_string(part.index) + "/" + std::to_string(part.count));
    return text_of(run);
}

run_identity parse_run_text(const std::string& text, const std::string& from) {
    const toml::table run = parsed(text, from);
    const std::string program = run["program"].value_or(std::string("another program"));
    const std::string ours = std::string("tauroa ") + program_version;
    if (program != ours || run["schema"].value_or(std::string()) != std::to_string(map_schema_version))
        throw user_error(from + ": was made by " + program + "; this is " + ours +
                         (program == ours ? " with another file format" : ""));
    return {options_of(run).request(), parse_shard(from + ": shard", run["shard"].value_or(std::string()))};
}

std::string difference(const std::string& there, const std::string& here) {
    const toml::table a = parsed(there, "the earlier run"), b = parsed(here, "this run");
    for (const toml::table* keys : {&a, &b})
        for (const auto& [key, value] : *keys) {
            const std::string name(key.str());
            if (shown(a, name) != shown(b, name)) return shown(a, name) + ", not " + shown(b, name);
        }
    return "";
}

shard parse_shard(const std::string& option, const std::string& text) {
    constexpr std::uint64_t most = 100'000;
    const std::vector<std::string> parts = split(text, '/');
    if (parts.size() != 2)
        throw user_error(option + " " + text + ": give I/N, say 2/4 for the second of four parts");
    const std::string what = option + " " + text + ":";
    const std::uint64_t count = parse_count(what, parts[1], 1, most);
    return {parse_count(what, parts[0], 1, count), count};
}

}  // namespace tauroa::cli
