#include "host/text_game/game_file.hpp"

#include <algorithm>
#include <cmath>

#include "host/text_game/limits.hpp"
#include "host/text_game/tokens.hpp"
#include "host/text_game/toml_reading.hpp"

namespace tauroa::text_game {
namespace {

class reader {
  public:
    explicit reader(const source& from) : from_(&from), file_(parse_toml(from)) {}

    text_game read() {
        refuse_other_names(*from_, file_, "a game",
                           {"name", "reference", "player1", "player2", "parameters", "definitions", "cost"});
        read_titles();
        read_player("player1");
        game_.n1 = static_cast<int>(game_.variables.size());
        read_player("player2");
        if (has("parameters")) read_parameters();
        if (has("definitions")) read_definitions();
        read_costs();
        return std::move(game_);
    }

  private:
    [[nodiscard]] bool has(std::string_view name) const { return file_.contains(name); }

    /// A top-level entry that there has to be. `like` shows what is missing.
    [[nodiscard]] entry required(const std::string& name, const std::string& like) const {
        for (entry& e : entries_of(*from_, file_))
            if (e.name == name) return e;
        from_->refuse(place{1, 1}, "the file has no " + name + "; expected " + like);
    }

    void read_titles() {
        const entry name = required("name", "name = \"my-game\"");
        game_.name = text_of(*from_, name, longest_name);
        game_.name_at = begin_of(*from_, name.value->source());
        const auto allowed = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                   c == '_';
        };
        if (game_.name.empty() || !std::all_of(game_.name.begin(), game_.name.end(), allowed))
            from_->refuse(game_.name_at, "expected a name of letters, digits, - and _");
        if (has("reference")) game_.reference = text_of(*from_, required("reference", ""), longest_reference);
    }

    /// Makes the name of an entry stand for a node.
    void declare(const entry& e, node meaning) {
        if (!is_name(e.name))
            from_->refuse(e.at, quoted(e.name) +
                                    " can be no name; expected a letter, then letters, digits and _, " +
                                    std::to_string(longest_name) + " in all at most");
        if (is_reserved(e.name))
            from_->refuse(e.at, quoted(e.name) + " has a meaning already; expected another name");
        if (!scope_.emplace(e.name, meaning).second)
            from_->refuse(e.at, quoted(e.name) + " is declared twice; expected another name");
    }

    [[nodiscard]] std::vector<entry> entries_within(const std::string& name, std::size_t most) const {
        auto all = entries_of(*from_, table_of(*from_, required(name, "[" + name + "]")));
        if (all.size() > most)
            from_->refuse(all[most].at,
                          "expected at most " + std::to_string(most) + " entries in [" + name + "]");
        return all;
    }

    void read_player(const std::string& player) {
        const auto variables = entries_within(player, most_variables);
        if (variables.empty())
            from_->refuse(required(player, "").at, "expected a variable in [" + player + "], as x = [-1, 1]");
        for (const entry& e : variables) {
            declare(e, game_.expressions.variable(static_cast<int>(game_.variables.size())));
            game_.variables.push_back(variable_of(e));
        }
    }

    [[nodiscard]] text_variable variable_of(const entry& e) const {
        text_variable v{e.name, 0.0, 0.0};
        if (e.value->is_array()) {
            read_window(v, e);
            return v;
        }
        const toml::table* table = e.value->as_table();
        if (table == nullptr)
            from_->refuse(begin_of(*from_, e.value->source()),
                          "expected a window [LOW, HIGH], or { window = ..., period = ... }");
        refuse_other_names(*from_, *table, "a variable", {"window", "period"});
        const auto settings = entries_of(*from_, *table);
        for (const entry& setting : settings)
            if (setting.name == "period") read_period(v, setting);
        for (const entry& setting : settings)
            if (setting.name == "window") read_window(v, setting);
        if (!(v.low < v.high))
            from_->refuse(e.at, quoted(e.name) + " needs a window [LOW, HIGH] or a period");
        return v;
    }

    void read_period(text_variable& v, const entry& e) const {
        v.period = number_of(*from_, e);
        if (!(v.period >= smallest_length && v.period <= largest_length))
            from_->refuse(begin_of(*from_, e.value->source()), "expected a period between 1e-9 and 1e9");
        v.low = -0.5 * v.period;
        v.high = 0.5 * v.period;
    }

    void read_window(text_variable& v, const entry& e) const {
        const toml::array* ends = e.value->as_array();
        const place at = begin_of(*from_, e.value->source());
        if (ends == nullptr || ends->size() != 2)
            from_->refuse(at, "expected a window of two numbers, [LOW, HIGH]");
        const auto end = [&](std::size_t i) {
            const toml::node& value = (*ends)[i];
            return number_of(*from_, {"the window", begin_of(*from_, value.source()), &value});
        };
        v.low = end(0);
        v.high = end(1);
        if (!(v.low < v.high)) from_->refuse(at, "expected a window whose first number is below its second");
        if (std::abs(v.low) > largest_length || std::abs(v.high) > largest_length)
            from_->refuse(at, "expected a window within [-1e9, 1e9]");
    }

    void read_parameters() {
        for (const entry& e : entries_within("parameters", most_parameters)) {
            declare(e, game_.expressions.parameter(static_cast<int>(game_.parameters.size())));
            game_.parameters.push_back({e.name, number_of(*from_, e)});
        }
    }

    void read_definitions() {
        for (const entry& e : entries_within("definitions", most_definitions))
            declare(e, expression_of(*from_, e, scope_, game_.expressions));
    }

    void read_costs() {
        const entry cost = required("cost", "[cost] with f = \"...\", or with f1 and f2");
        game_.costs_at = from_->described(cost.at);
        const toml::table& costs = table_of(*from_, cost);
        refuse_other_names(*from_, costs, "[cost]", {"f", "f1", "f2"});
        const bool zero_sum = costs.contains("f") && costs.size() == 1;
        if (!zero_sum && (costs.contains("f") || costs.size() != 2))
            from_->refuse(cost.at, "expected f alone in [cost], or both f1 and f2");
        for (const entry& e : entries_of(*from_, costs)) {
            const node f = expression_of(*from_, e, scope_, game_.expressions);
            if (e.name == "f2")
                game_.cost2 = f;
            else
                game_.cost1 = f;
        }
    }

    static constexpr double smallest_length = 1e-9, largest_length = 1e9;

    const source* from_;
    toml::table file_;
    scope scope_;
    text_game game_;
};

}  // namespace

text_game game_of(const source& from) { return reader(from).read(); }

}  // namespace tauroa::text_game
