#include "host/cli/starts.hpp"

#include <optional>

#include "host/cli/config.hpp"
#include "host/number.hpp"
#include "kernels/error.hpp"

namespace tauroa::cli {
namespace {

using assignments = std::vector<std::pair<std::string, std::string>>;

constexpr const char* option = "--start ";

/// The names with these indices, the first few of many.
std::string names_of(const game_info& info, const std::vector<std::size_t>& which) {
    constexpr std::size_t most = 12;
    std::string text;
    for (std::size_t i = 0; i < which.size() && i < most; ++i)
        text += (i == 0 ? "" : ", ") + std::string(info.variables[which[i]].name);
    return which.size() > most ? text + ", ... (" + std::to_string(which.size()) + " in all)" : text;
}

std::string all_names(const game_info& info) {
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < info.variables.size(); ++i) all.push_back(i);
    return names_of(info, all);
}

assignments typed(const std::string& text) {
    assignments all;
    for (const std::string& part : split(text, ',')) all.push_back(parse_assignment("--start", part));
    return all;
}

}  // namespace

std::vector<double> parse_start(const game_info& info, const std::string& text) {
    const bool from_file = text.starts_with('@');
    std::vector<std::optional<double>> given(info.variables.size());
    for (const auto& [name, value] : from_file ? read_assignments(option, text.substr(1)) : typed(text)) {
        const int i = info.variable_index(name);
        if (i < 0)
            throw user_error(option + name + ": " + info.name + " has no such variable; it has " +
                             all_names(info));
        auto& place = given[static_cast<std::size_t>(i)];
        if (place) throw user_error(option + text + ": " + name + " is given twice; give it once");
        place = parse_number(option + name + ":", value);
    }
    std::vector<std::size_t> missing;
    std::vector<double> start;
    for (std::size_t i = 0; i < given.size(); ++i) {
        if (!given[i]) missing.push_back(i);
        start.push_back(given[i].value_or(0.0));
    }
    if (!missing.empty())
        throw user_error(option + text + ": says nothing of " + names_of(info, missing) +
                         "; give every variable of " + info.name + " (" + all_names(info) + ")");
    return start;
}

std::string start_text(const game_info& info, const std::vector<double>& x) {
    std::string text;
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (i > 0) text += ',';
        text.append(info.variables[i].name).append("=").append(shortest(x[i]));
    }
    return text;
}

}  // namespace tauroa::cli
