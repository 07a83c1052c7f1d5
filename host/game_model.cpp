#include "host/game_model.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "all_games.hpp"
#include "host/number.hpp"
#include "host/sized_model.hpp"
#include "kernels/error.hpp"

namespace tauroa {
namespace {

template <game Game>
std::vector<direction> escapes_of() {
    if constexpr (requires { Game::escapes; })
        return {Game::escapes.begin(), Game::escapes.end()};
    else
        return {};
}

template <game Game>
game_info info_of(int index) {
    return {index,
            Game::name,
            Game::reference,
            zero_sum<Game>,
            Game::n1,
            Game::n2,
            {Game::variables.begin(), Game::variables.end()},
            {Game::parameters.begin(), Game::parameters.end()},
            escapes_of<Game>()};
}

template <class... Games>
std::vector<game_info> infos_of(game_list<Games...> /*games*/) {
    int index = 0;
    return {info_of<Games>(index++)...};
}

template <game Game>
class model final : public game_model {
  public:
    model(const game_info& info, const std::vector<double>& parameters) : game_model(info, parameters) {
        for (int i = 0; i < static_cast<int>(parameters.size()); ++i)
            values_[i] = parameters[static_cast<std::size_t>(i)];
    }

    [[nodiscard]] Eigen::VectorXd gradient(const Eigen::VectorXd& x) const override {
        point<double, n> at;
        for (int i = 0; i < n; ++i) at[i] = x(i);
        const auto g = automatic_gradient<Game>(at, values_);
        return Eigen::Map<const Eigen::VectorXd>(g.at, n);
    }

    [[nodiscard]] Eigen::MatrixXd jacobian(const Eigen::VectorXd& x) const override {
        point<dual<double, n>, n> at;
        for (int i = 0; i < n; ++i) at[i] = dual<double, n>::variable(x(i), i);
        const auto g = automatic_gradient<Game>(at, values_);
        Eigen::MatrixXd j(n, n);
        for (int row = 0; row < n; ++row)
            for (int column = 0; column < n; ++column) j(row, column) = g[row].derivative[column];
        return j;
    }

  private:
    static constexpr int n = dimension<Game>;
    parameter_values<Game> values_{};
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
        auto all = infos_of(all_games{});
        for (game_info& info : sized_game_infos()) all.push_back(std::move(info));
        std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
        return all;
    }();
    return infos;
}

const game_info& find_game(const std::string& name) {
    std::vector<std::string> known;
    for (const game_info& info : all_game_infos()) {
        if (info.name == name) return info;
        known.push_back(info.name);
    }
    throw user_error("no game " + name + ": there are " + joined(known));
}

Eigen::VectorXd game_model::difference(const Eigen::VectorXd& a, const Eigen::VectorXd& b) const {
    Eigen::VectorXd d = a - b;
    for (Eigen::Index i = 0; i < d.size(); ++i) {
        const double period = info().variables[static_cast<std::size_t>(i)].period;
        if (period > 0.0) d(i) -= period * std::nearbyint(d(i) / period);
    }
    return d;
}

std::unique_ptr<game_model> make_game(const std::string& name, const named_values& given) {
    const game_info& info = find_game(name);
    if (auto sized = make_sized_game(name, given)) return sized;
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
            throw user_error("--param " + key + ": " + name + " has no such parameter; it has " +
                             joined(known));
        if (!seen.insert(key).second) throw user_error("--param " + key + ": given twice");
        const auto index = static_cast<std::size_t>(at - known.begin());
        if (const double least = info.parameters[index].least; !(value >= least))
            throw user_error("--param " + key + "=" + shortest(value) + ": must be at least " +
                             shortest(least));
        values[index] = value;
    }
    std::unique_ptr<game_model> made;
    visit_game(all_games{}, info.index, [&]<class Game>(std::type_identity<Game> /*game*/) {
        made = std::make_unique<model<Game>>(info, values);
    });
    return made;
}

}  // namespace tauroa
