// tauroa claims: every numerical claim of the paper beside what is computed for it.

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>

#include "host/claims/claim.hpp"
#include "host/cli/commands.hpp"
#include "kernels/error.hpp"

namespace tauroa::cli {
namespace {

using claims::claim;
using claims::finding;
using json = nlohmann::ordered_json;

struct claims_options {
    std::optional<std::string> game, figure;
    bool disagreeing = false, as_json = false, as_markdown = false;
};

constexpr const char* head =
    "Claims of the paper beside what is computed now. A rounded value is agreed with where ours rounds to it "
    "at the "
    "paper's digits.";

struct checked {
    claim of;
    finding found;
    [[nodiscard]] std::string why() const { return found.agrees ? "" : of.why; }
};

/// Leaves those whose `field` is the given text; throws user_error, saying what there is, where that is none.
void keep(std::vector<claim>& all, const std::string& option, const std::string& wanted,
          std::string claim::*field) {
    std::vector<std::string> known;
    for (const claim& c : all)
        if (!(c.*field).empty() && std::find(known.begin(), known.end(), c.*field) == known.end())
            known.push_back(c.*field);
    std::erase_if(all, [&](const claim& c) { return c.*field != wanted; });
    if (!all.empty()) return;
    std::sort(known.begin(), known.end());
    std::string list;
    for (const std::string& k : known) list += (list.empty() ? "" : ", ") + k;
    throw user_error(option + " " + wanted + ": no claim is about it; there are " + list);
}

std::vector<checked> check(const claims_options& o) {
    std::vector<claim> wanted = claims::all_claims();
    if (o.game) keep(wanted, "--game", *o.game, &claim::game);
    if (o.figure) keep(wanted, "--figure", *o.figure, &claim::figure);
    claims::known_games games;
    std::vector<checked> all;
    for (const claim& c : wanted) {
        finding found = c.check(games);
        if (!o.disagreeing || !found.agrees) all.push_back({c, std::move(found)});
    }
    return all;
}

void print_json(const std::vector<checked>& all) {
    json lines = json::array();
    std::size_t agreeing = 0;
    for (const checked& c : all) {
        agreeing += c.found.agrees ? 1 : 0;
        const auto or_null = [](const std::string& text) {
            return text.empty() ? json(nullptr) : json(text);
        };
        lines.push_back({{"where", c.of.where},
                         {"figure", or_null(c.of.figure)},
                         {"game", or_null(c.of.game)},
                         {"claim", c.of.says},
                         {"paper", c.of.paper},
                         {"ours", c.found.ours},
                         {"agrees", c.found.agrees},
                         {"why", or_null(c.why())}});
    }
    const json whole{{"claims", lines}, {"agreeing", agreeing}, {"disagreeing", all.size() - agreeing}};
    std::cout << whole.dump(2) << '\n';
}

void print_markdown(const std::vector<checked>& all) {
    std::cout << head
              << "\n\n| where | claim | the paper | ours | agrees | why |\n|---|---|---|---|---|---|\n";
    for (const checked& c : all) {
        const auto cell = [](const std::string& text) {
            std::string out;
            for (const char c : text) {
                if (c == '|') out += '\\';
                out += c;
            }
            return out + " | ";
        };
        std::cout << "| " << cell(c.of.where + (c.of.figure.empty() ? "" : ", " + c.of.figure))
                  << cell((c.of.game.empty() ? "" : c.of.game + ": ") + c.of.says) << cell(c.of.paper)
                  << cell(c.found.ours) << cell(c.found.agrees ? "yes" : "**no**") << cell(c.why()) << '\n';
    }
}

/// The text cut at blanks into lines of at most `width`, the first after `label`, the others below it.
void print_wrapped(const std::string& label, const std::string& text) {
    constexpr std::size_t width = 140;
    std::string rest = text;
    std::string before = label;
    while (rest.size() > width) {
        std::size_t cut = rest.rfind(' ', width);
        if (cut == std::string::npos) cut = width;
        std::cout << before << rest.substr(0, cut) << '\n';
        rest.erase(0, std::min(cut + 1, rest.size()));
        before.assign(label.size(), ' ');
    }
    std::cout << before << rest << '\n';
}

void print_table(const std::vector<checked>& all) {
    std::cout << head << '\n';
    std::string place;
    std::size_t agreeing = 0;
    for (const checked& c : all) {
        const std::string here = c.of.where + (c.of.figure.empty() ? "" : ", " + c.of.figure) +
                                 (c.of.game.empty() ? "" : ": " + c.of.game);
        if (here != place) std::cout << '\n' << here << '\n';
        place = here;
        agreeing += c.found.agrees ? 1 : 0;
        print_wrapped(c.found.agrees ? "  yes  " : "  NO   ", c.of.says);
        if (!c.of.paper.empty()) print_wrapped("         paper  ", c.of.paper);
        print_wrapped("         ours   ", c.found.ours);
        if (!c.why().empty()) print_wrapped("         why    ", c.why());
    }
    std::cout << '\n'
              << all.size() << " claims: " << agreeing << " agree, " << all.size() - agreeing << " do not\n";
}

void run_claims(const claims_options& o) {
    const std::vector<checked> all = check(o);
    if (o.as_json)
        print_json(all);
    else if (o.as_markdown)
        print_markdown(all);
    else
        print_table(all);
}

}  // namespace

void add_claims(CLI::App& app, action& chosen) {
    auto* command =
        app.add_subcommand("claims", "Every numerical claim of the paper beside what is computed");
    auto o = std::make_shared<claims_options>();
    command->add_option("--game", o->game, "Only claims about this game");
    command->add_option("--figure", o->figure,
                        "Only claims that belong to this figure: fig1, fig4 ... fig11");
    command->add_flag("--disagreeing", o->disagreeing, "Only claims that do not agree");
    command->add_flag("--json", o->as_json, "As JSON")
        ->excludes(command->add_flag("--markdown", o->as_markdown, "As a table in Markdown"));
    command->footer("Example: tauroa claims --game torus --disagreeing");
    command->callback([&chosen, o] { chosen = [o] { run_claims(*o); }; });
}

}  // namespace tauroa::cli
