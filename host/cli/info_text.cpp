#include "host/cli/info_text.hpp"

#include <algorithm>
#include <iomanip>
#include <iostream>

#include "kernels/error.hpp"
#include "output/map_reader.hpp"

namespace tauroa::cli {

using json = nlohmann::ordered_json;

void verify_digest(const std::string& path, const std::string& digest) {
    if (!digest_holds(path)) throw failure(path + ": its content does not have its digest " + digest);
}

void print_game_text(const std::string& text, const std::string& path) {
    if (text.empty()) return;
    std::cout << "game as text, " << std::count(text.begin(), text.end(), '\n') << " lines: --game-file "
              << path << " takes it from here\n";
}

void add_game_text(json& to, const std::string& text) {
    if (!text.empty()) to["game_file"] = text;
}

void print_provenance(const map_provenance& by, const std::string& digest) {
    std::cout << "computed by tauroa " << by.version << " (" << by.commit << "), backend " << by.backend
              << " (" << by.device << "), " << by.threads << " threads, in " << std::setprecision(3)
              << by.wall_seconds << " s, " << static_cast<double>(by.steps_computed) << " steps\n"
              << "command: " << by.command_line << '\n';
    for (const std::string& note : by.notes) std::cout << "note: " << note << '\n';
    std::cout << "digest: " << digest << '\n';
}

json provenance_as_json(const map_provenance& by) {
    return {{"version", by.version},
            {"git_commit", by.commit},
            {"backend", by.backend},
            {"device", by.device},
            {"threads", by.threads},
            {"processes", by.processes},
            {"command_line", by.command_line},
            {"wall_seconds", by.wall_seconds},
            {"steps_computed", by.steps_computed},
            {"notes", by.notes}};
}

json object_of(const std::string& text) {
    json object = json::parse(text, nullptr, false);
    if (!object.is_object())
        throw user_error("attribute parameters or fixed: " + text + " is no JSON object");
    return object;
}

}  // namespace tauroa::cli
