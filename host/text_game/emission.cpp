#include "host/text_game/emission.hpp"

#include <algorithm>

#include "host/text_game/dependence.hpp"
#include "host/text_game/gradient.hpp"
#include "host/text_game/statements.hpp"

namespace tauroa::text_game {
namespace {

std::string array_of(const std::string& type, const std::string& name, std::size_t size,
                     const std::string& values) {
    return "    static constexpr std::array<" + type + ", " + std::to_string(size) + "> " + name +
           (size == 0 ? "{};\n" : "{{" + values + "}};\n");
}

class definition {
  public:
    explicit definition(const text_game& game)
        : game_(&game),
          gradient_(gradient_of(game)),
          x_("[[maybe_unused]] const point<T, " + std::to_string(game.variables.size()) + ">& x"),
          p_("[[maybe_unused]] const point<double, " + std::to_string(game.parameters.size()) + ">& p") {
        find_terms();
    }

    [[nodiscard]] std::string text() const {
        return "namespace tauroa::games {\n\nstruct text {\n" + description() + costs() +
               (has_terms() ? terms() : "") + gradient() + "};\n\n}  // namespace tauroa::games\n";
    }

  private:
    /// Functions of one player's variables, and of no parameter, as refresh() is not told them: each as large as it is.
    void find_terms() {
        const graph& g = gradient_.expressions;
        const auto depends_on = dependence_of(g, game_->n1);
        kept_.assign(static_cast<std::size_t>(g.size()), false);
        for (node i = 0; i < g.size(); ++i) {
            const auto at = static_cast<std::size_t>(i);
            kept_[at] = is_function(g[i].what) &&
                        (depends_on[at] == dependence::player1 || depends_on[at] == dependence::player2);
        }
        const auto needed = needed_for(g, gradient_.g, kept_);
        for (node i = 0; i < g.size(); ++i) {
            const auto at = static_cast<std::size_t>(i);
            kept_[at] = kept_[at] && needed[at];
            if (kept_[at]) (depends_on[at] == dependence::player1 ? kept1_ : kept2_).push_back(i);
        }
    }

    [[nodiscard]] bool has_terms() const { return !kept1_.empty() || !kept2_.empty(); }

    [[nodiscard]] std::string description() const {
        const auto n2 = static_cast<int>(game_->variables.size()) - game_->n1;
        return "    static constexpr const char* name = \"text\";\n"
               "    static constexpr const char* reference = \"\";\n"
               "    static constexpr int n1 = " +
               std::to_string(game_->n1) + ", n2 = " + std::to_string(n2) + ";\n" + variables() +
               parameters();
    }

    [[nodiscard]] std::string variables() const {
        std::string all;
        for (const text_variable& v : game_->variables) {
            const auto i = static_cast<std::size_t>(&v - game_->variables.data());
            all += (i == 0 ? "{\"v" : ", {\"v") + std::to_string(i) + "\", " + hexadecimal(v.low) + ", " +
                   hexadecimal(v.high) + ", " + hexadecimal(v.period) + "}";
        }
        return array_of("variable", "variables", game_->variables.size(), all);
    }

    [[nodiscard]] std::string parameters() const {
        std::string all;
        for (const text_parameter& p : game_->parameters) {
            const auto i = static_cast<std::size_t>(&p - game_->parameters.data());
            all += (i == 0 ? "{\"p" : ", {\"p") + std::to_string(i) + "\", " + hexadecimal(p.value) + "}";
        }
        return array_of("parameter", "parameters", game_->parameters.size(), all);
    }

    [[nodiscard]] std::string cost(const std::string& name, node f) const {
        statement_writer writer(game_->expressions, false);
        const std::string lines = writer.statements({f});
        return "\n    template <class T>\n    TAUROA_HD static T " + name + "(" + x_ + ", " + p_ + ") {\n" +
               lines + "        return " + writer.value(f) + ";\n    }\n";
    }

    [[nodiscard]] std::string costs() const {
        if (!game_->cost2) return cost("cost", game_->cost1);
        return cost("cost1", game_->cost1) + cost("cost2", *game_->cost2);
    }

    /// The members of some terms, each once; `line` makes a line of one.
    template <class F>
    [[nodiscard]] std::string for_each_member(const std::vector<node>& kept, F line) const {
        const statement_writer writer(gradient_.expressions, true);
        std::string all, last;
        std::vector<std::string> seen;
        for (const node i : kept) {
            const std::string member = writer.member(i);
            if (std::find(seen.begin(), seen.end(), member) != seen.end()) continue;
            seen.push_back(member);
            all += line(member);
        }
        return all;
    }

    [[nodiscard]] std::string terms() const {
        const auto declaration = [](const std::string& member) {
            return "        " + std::string(member.front() == 's' ? "sine_cosine<T> " : "T ") + member +
                   ";\n";
        };
        return "\n    template <class T>\n    struct terms {\n" + for_each_member(kept1_, declaration) +
               for_each_member(kept2_, declaration) + "    };\n" + refresh("refresh1", kept1_) +
               refresh("refresh2", kept2_);
    }

    [[nodiscard]] std::string refresh(const std::string& name, const std::vector<node>& kept) const {
        statement_writer writer(gradient_.expressions, true);
        const std::string lines = writer.statements(kept);
        const auto assignment = [](const std::string& member) {
            return "        t." + member + " = " + member + ";\n";
        };
        return "    template <class T>\n    TAUROA_HD static void " + name + "(" + x_ +
               ", [[maybe_unused]] terms<T>& t) {\n" + lines + for_each_member(kept, assignment) + "    }\n";
    }

    [[nodiscard]] std::string gradient() const {
        statement_writer writer(gradient_.expressions, true, kept_);
        const std::string lines = writer.statements(gradient_.g);
        std::string values;
        for (const node g : gradient_.g) values += (values.empty() ? "" : ", ") + writer.value(g);
        return "\n    template <class T>\n    TAUROA_HD static point<T, " +
               std::to_string(gradient_.g.size()) + "> gradient(" + x_ + ", " +
               (has_terms() ? "const terms<T>& t" : "no_terms /*none*/") + ", " + p_ + ") {\n" + lines +
               "        return {{" + values + "}};\n    }\n";
    }

    const text_game* game_;
    gradient_expressions gradient_;
    std::string x_, p_;
    std::vector<bool> kept_;           // [nodes]
    std::vector<node> kept1_, kept2_;  // of each player
};

}  // namespace

std::string definition_of(const text_game& game) { return definition(game).text(); }

std::string header_of(const text_game& game) {
    return "#pragma once\n\n#include \"kernels/game.hpp\"\n#include \"kernels/logarithm.hpp\"\n#include "
           "\"kernels/logistic.hpp\"\n\n" +
           definition_of(game);
}

}  // namespace tauroa::text_game
