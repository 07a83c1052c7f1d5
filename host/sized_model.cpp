#include "host/sized_model.hpp"

#include "all_sized_games.hpp"
#include "host/normal.hpp"
#include "kernels/dual.hpp"

namespace tauroa {
namespace {

/// The info keeps the game, whose names it points to.
template <sized_game Game>
game_info info_of(std::shared_ptr<const Game> game) {
    game_info info{nullptr,           Game::name,         Game::reference,
                   Game::zero_sum,    game->n1(),         game->n2(),
                   game->variables(), game->parameters(), {}};
    info.note = Game::note;
    info.names = std::move(game);
    return info;
}

template <sized_game Game>
class gradient_of final : public sized_gradient {
  public:
    gradient_of(std::shared_ptr<const Game> game, std::vector<double> periods)
        : sized_gradient(game->n1(), std::move(periods)), game_(std::move(game)) {}
    void evaluate(const double* x, double* g) const override { game_->gradient(x, g); }

  private:
    std::shared_ptr<const Game> game_;
};

std::vector<double> values_of(const std::vector<parameter>& parameters) {
    std::vector<double> values;
    values.reserve(parameters.size());
    for (const parameter& p : parameters) values.push_back(p.value);
    return values;
}

std::vector<double> periods_of(const std::vector<variable>& variables) {
    std::vector<double> periods;
    periods.reserve(variables.size());
    for (const variable& v : variables) periods.push_back(v.period);
    return periods;
}

template <sized_game Game>
class sized_model final : public game_model {
  public:
    explicit sized_model(const std::shared_ptr<const Game>& game)
        : game_model(info_of(game), values_of(game->parameters())),
          game_(game),
          gradient_(game, periods_of(info().variables)) {}

    [[nodiscard]] const sized_gradient* sized() const override { return &gradient_; }

    [[nodiscard]] Eigen::VectorXd gradient(const Eigen::VectorXd& x) const override {
        Eigen::VectorXd g(x.size());
        game_->gradient(x.data(), g.data());
        return g;
    }

    /// Column by column, by derivatives in one direction.
    [[nodiscard]] Eigen::MatrixXd jacobian(const Eigen::VectorXd& x) const override {
        using number = dual<double, 1>;
        const Eigen::Index n = x.size();
        std::vector<number> at(x.begin(), x.end()), g(at);
        Eigen::MatrixXd j(n, n);
        for (Eigen::Index column = 0; column < n; ++column) {
            number& direction = at[static_cast<std::size_t>(column)];
            direction.derivative[0] = 1.0;
            game_->gradient(at.data(), g.data());
            direction.derivative[0] = 0.0;
            for (Eigen::Index row = 0; row < n; ++row)
                j(row, column) = g[static_cast<std::size_t>(row)].derivative[0];
        }
        return j;
    }

    [[nodiscard]] std::vector<known_point> known_points() const override { return game_->critical_points(); }

  private:
    std::shared_ptr<const Game> game_;
    gradient_of<Game> gradient_;
};

/// Calls f(std::type_identity<Game>{}) for every game.
template <class F, class... Games>
void for_each_game(game_list<Games...> /*games*/, F f) {
    (f(std::type_identity<Games>{}), ...);
}

}  // namespace

std::vector<game_info> sized_game_infos() {
    std::vector<game_info> all;
    for_each_game(all_sized_games{}, [&]<class Game>(std::type_identity<Game> /*game*/) {
        all.push_back(info_of(std::make_shared<const Game>(named_values{}, &standard_normal)));
    });
    return all;
}

std::unique_ptr<game_model> make_sized_game(const std::string& name, const named_values& given) {
    std::unique_ptr<game_model> made;
    for_each_game(all_sized_games{}, [&]<class Game>(std::type_identity<Game> /*game*/) {
        if (name == Game::name)
            made = std::make_unique<sized_model<Game>>(std::make_shared<const Game>(given, &standard_normal));
    });
    return made;
}

}  // namespace tauroa
