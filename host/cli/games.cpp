#include <iostream>
#include <nlohmann/json.hpp>

#include "host/cli/options.hpp"

namespace tauroa::cli {
namespace {

using json = nlohmann::ordered_json;

json to_json(const game_info& info) {
    json variables = json::array(), window = json::array(), parameters = json::object();
    for (int i = 0; i < info.n(); ++i) {
        const variable& v = info.variables[static_cast<std::size_t>(i)];
        variables.push_back({{"name", v.name},
                             {"player", i < info.n1 ? 1 : 2},
                             {"period", v.period > 0.0 ? json(v.period) : json(nullptr)}});
        window.push_back({v.low, v.high});
    }
    for (const parameter& p : info.parameters) parameters[p.name] = p.value;
    json all{{"name", info.name},         {"reference", info.reference},
             {"zero_sum", info.zero_sum}, {"variables", variables},
             {"window", window},          {"parameters", parameters}};
    if (!info.note.empty()) all["note"] = info.note;
    return all;
}

void print(const game_info& info) {
    std::cout << info.name << "  (" << info.reference << (info.zero_sum ? ")\n" : ", general-sum)\n");
    for (int i = 0; i < info.n(); ++i) {
        const variable& v = info.variables[static_cast<std::size_t>(i)];
        std::cout << "  " << v.name << "  player " << (i < info.n1 ? 1 : 2) << ", window [" << v.low << ", "
                  << v.high << "]";
        if (v.period > 0.0) std::cout << ", period " << v.period;
        std::cout << '\n';
    }
    for (const parameter& p : info.parameters) std::cout << "  --param " << p.name << "=" << p.value << '\n';
    if (!info.note.empty()) std::cout << "  --param " << info.note << '\n';
}

}  // namespace

void run_games(const games_options& o) {
    if (!o.as_json) {
        for (const game_info& info : all_game_infos()) print(info);
        return;
    }
    json all = json::array();
    for (const game_info& info : all_game_infos()) all.push_back(to_json(info));
    std::cout << all.dump(2) << '\n';
}

}  // namespace tauroa::cli
