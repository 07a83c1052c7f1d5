#include "host/game_model.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "host/built_in_games.hpp"
#include "host/number.hpp"
#include "host/sized_model.hpp"
#include "kernels/error.hpp"

namespace tauroa {
namespace {

/// A game whose number of variables is known when it is compiled.
class table_model final : public game_model {
  public:
    table_model(const game_info& info, const std::vector<double>& parameters)
        : game_model(info, parameters) {}

    [[nodiscard]] Eigen::VectorXd gradient(const Eigen::VectorXd& x) const override {
        Eigen::VectorXd g(x.size());
        info().table->gradient(x.data(), parameters().data(), g.data());
        return g;
    }

    [[nodiscard]] Eigen::MatrixXd jacobian(const Eigen::VectorXd& x) const override {
        Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> j(x.size(), x.size());
        info().table->jacobian(x.data(), parameters().data(), j.data());
        return j;
    }
};

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
    return text.empty() ? "none" : text;
}

}  // namespace

int game_info::variable_index(const std::string& name_of_variable) const {
    for (std::size_t i = 0; i < variables.size(); ++i)
        if (variables[i].name == name_of_variable) return static_cast<int>(i);
    return -1;
}

double game_info::scale() const {
    double largest = 0.0;
    for (const variable& v : variables) largest = std::max({largest, std::abs(v.low), std::abs(v.high)});
    return largest;
}

double game_info::longest_period() const {
    double longest = 0.0;
    for (const variable& v : variables) longest = std::max(longest, v.period);
    return longest;
}

const std::vector<game_info>& all_game_infos() {
    static const std::vector<game_info> infos = [] {
        auto all = built_in_game_infos();
        for (game_info& info : sized_game_infos()) all.push_back(std::move(info));
        std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
        return all;
    }();
    return infos;
}

const game_info& find_game(const game_choice& game) {
    if (game.made) return *game.made;
    std::vector<std::string> known;
    for (const game_info& info : all_game_infos()) {
        if (info.name == game.name) return info;
        known.push_back(info.name);
    }
    throw user_error("no game " + game.name + ": there are " + joined(known));
}

Eigen::VectorXd game_model::difference(const Eigen::VectorXd& a, const Eigen::VectorXd& b) const {
    Eigen::VectorXd d = a - b;
    for (Eigen::Index i = 0; i < d.size(); ++i) {
        const double period = info().variables[static_cast<std::size_t>(i)].period;
        if (period > 0.0) d(i) -= period * std::nearbyint(d(i) / period);
    }
    return d;
}

std::unique_ptr<game_model> make_game(const game_choice& game, const named_values& given) {
    const game_info& info = find_game(game);
    if (info.table == nullptr) return make_sized_game(info.name, given);
    std::vector<double> values;
    std::vector<std::string> known;
    for (const parameter& p : info.parameters) {
        values.push_back(p.value);
        known.emplace_back(p.name);
    }
    std::set<std::string> seen;
    for (const auto& [key, value] : given) {
        const auto at = std::find(known.begin(), known.end(), key);
        if (at == known.end())
            throw user_error("--param " + key + ": " + info.name + " has no such parameter; it has " +
                             joined(known));
        if (!seen.insert(key).second) throw user_error("--param " + key + ": given twice");
        const auto index = static_cast<std::size_t>(at - known.begin());
        if (const double least = info.parameters[index].least; !(value >= least))
            throw user_error("--param " + key + "=" + shortest(value) + ": must be at least " +
                             shortest(least));
        values[index] = value;
    }
    return std::make_unique<table_model>(info, values);
}

}  // namespace tauroa
