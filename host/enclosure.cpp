#include "host/enclosure.hpp"

#include "all_games.hpp"
#include "host/rounded.hpp"
#include "kernels/dual.hpp"
#include "kernels/step.hpp"

namespace tauroa {
namespace {

template <game Game>
class enclosure final : public game_enclosure {
  public:
    explicit enclosure(const std::vector<double>& parameters) {
        for (int i = 0; i < static_cast<int>(parameters.size()); ++i)
            parameters_[i] = parameters[static_cast<std::size_t>(i)];
    }

    [[nodiscard]] box gradient(const box& x) const override {
        const auto s = state_at<Game, interval>(point_of<interval>(x));
        const auto g = tauroa::gradient<Game>(s.x, s.terms, parameters_);
        return {g.at, g.at + n};
    }

    [[nodiscard]] interval_matrix jacobian(const box& x) const override {
        const auto s = state_at<Game, derivative>(variables_at(x));
        return rows_of(tauroa::gradient<Game>(s.x, s.terms, parameters_));
    }

    [[nodiscard]] std::vector<interval_matrix> second_derivative(const box& x,
                                                                 const interval_matrix& w) const override {
        using second = dual<derivative, n>;
        point<second, n> at;
        for (int i = 0; i < n; ++i) {
            at[i] = second(0.0);
            at[i].value.value = x[static_cast<std::size_t>(i)];
            for (int b = 0; b < n; ++b)
                at[i].value.derivative[b] = at[i].derivative[b].value =
                    w[static_cast<std::size_t>(i)][static_cast<std::size_t>(b)];
        }
        // from the cost, which adds angles before it takes their sines: a gradient by hand may multiply sines instead
        const auto g = automatic_gradient<Game>(at, parameters_);
        std::vector<interval_matrix> of(n);
        for (int i = 0; i < n; ++i)
            for (int b = 0; b < n; ++b)
                of[static_cast<std::size_t>(i)].emplace_back(g[i].derivative[b].derivative,
                                                             g[i].derivative[b].derivative + n);
        return of;
    }

    [[nodiscard]] interval_matrix update_jacobian(const update_rule& rule, const box& x) const override {
        return rows_of(stepped(rule, variables_at(x)));
    }

    [[nodiscard]] double update_rounding(const update_rule& rule, const box& x) const override {
        const auto next = stepped(rule, point_of<rounded>(x));
        double worst = 0.0;
        for (int i = 0; i < n; ++i) worst = std::fmax(worst, next[i].error());
        return worst;
    }

  private:
    static constexpr int n = dimension<Game>;
    using derivative = dual<interval, n>;

    template <class T>
    static point<T, n> point_of(const box& x) {
        point<T, n> at;
        for (int i = 0; i < n; ++i) at[i] = T(x[static_cast<std::size_t>(i)]);
        return at;
    }
    static point<derivative, n> variables_at(const box& x) {
        point<derivative, n> at;
        for (int i = 0; i < n; ++i) at[i] = derivative::variable(x[static_cast<std::size_t>(i)], i);
        return at;
    }
    static interval_matrix rows_of(const point<derivative, n>& values) {
        interval_matrix rows;
        for (int i = 0; i < n; ++i) rows.emplace_back(values[i].derivative, values[i].derivative + n);
        return rows;
    }

    /// One step of the kernels, from x.
    template <class T>
    point<T, n> stepped(const update_rule& rule, const point<T, n>& x) const {
        const dynamics<Game> d{rule.gamma, rule.gamma * rule.tau, parameters_};
        auto s = state_at<Game, T>(x);
        visit_update(rule.update, [&](auto update) { step<update(), Game>(s, d); });
        return s.x;
    }

    parameter_values<Game> parameters_;
};

}  // namespace

std::unique_ptr<game_enclosure> enclosure_of(const game_model& game) {
    std::unique_ptr<game_enclosure> made;
    visit_game(all_games{}, game.info().index, [&]<class Game>(std::type_identity<Game> /*game*/) {
        made = std::make_unique<enclosure<Game>>(game.parameters());
    });
    return made;
}

}  // namespace tauroa
