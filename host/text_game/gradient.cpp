#include "host/text_game/gradient.hpp"

#include "host/text_game/algebra.hpp"
#include "host/text_game/angles.hpp"
#include "host/text_game/dependence.hpp"
#include "host/text_game/limits.hpp"
#include "kernels/error.hpp"

namespace tauroa::text_game {
namespace {

/// One cost's derivatives.
class sweep_down {
  public:
    sweep_down(graph& in, int variables, int n1)
        : graph_(&in), algebra_(in), variables_(variables), depends_on_(dependence_of(in, n1)) {}

    /// [variables] by all variables of these players; 0 by the others.
    std::vector<node> derivatives(node cost, std::uint8_t players) {
        players_ = players;
        derivative_.assign(static_cast<std::size_t>(cost) + 1, {});
        add(cost, graph_->number(1.0));
        std::vector<node> by(static_cast<std::size_t>(variables_), graph_->number(0.0));
        for (node i = cost; i >= 0; --i) {
            const auto& terms = derivative_[static_cast<std::size_t>(i)];
            if (terms.empty()) continue;
            const node total = algebra_.sum(terms);
            const node_value v = (*graph_)[i];
            if (v.what == operation::variable)
                by[static_cast<std::size_t>(v.left)] = total;
            else
                hand_down(i, v, total);
        }
        return by;
    }

  private:
    /// One more term of the derivative by a node, where that is asked for.
    void add(node to, node term) {
        const auto i = static_cast<std::size_t>(to);
        if ((depends_on_[i] & players_) != 0) derivative_[i].push_back(term);
    }

    void hand_down(node i, const node_value& v, node by) {
        switch (v.what) {
            case operation::negate:
                return add(v.left, algebra_.negated(by));
            case operation::add:
                return add(v.left, by), add(v.right, by);
            case operation::subtract:
                return add(v.left, by), add(v.right, algebra_.negated(by));
            case operation::multiply:
                return of_product(v, by);
            case operation::divide:
                return of_quotient(i, v, by);
            default:
                return add(v.left, algebra_.product(by, slope(i, v)));
        }
    }

    void of_product(const node_value& v, node by) {
        if (v.left == v.right)
            return add(v.left, algebra_.product(graph_->multiply(graph_->number(2.0), by), v.left));
        add(v.left, algebra_.product(by, v.right));
        add(v.right, algebra_.product(by, v.left));
    }

    /// q = a / b: dq/da = 1 / b, dq/db = -q / b.
    void of_quotient(node i, const node_value& v, node by) {
        const node share = graph_->divide(by, v.right);
        add(v.left, share);
        add(v.right, algebra_.negated(algebra_.product(share, i)));
    }

    /// A function's derivative by its argument.
    node slope(node i, const node_value& v) {
        switch (v.what) {
            case operation::exp:
                return i;
            case operation::sin:
                return graph_->apply(operation::cos, v.left);
            case operation::cos:
                return graph_->negate(graph_->apply(operation::sin, v.left));
            case operation::softplus:
                return graph_->apply(operation::logistic, v.left);
            case operation::log:
                return graph_->divide(graph_->number(1.0), v.left);
            case operation::sqrt:
                return graph_->divide(graph_->number(0.5), i);
            default:  // logistic' x = logistic x logistic(-x)
                return graph_->multiply(i, graph_->apply(operation::logistic, graph_->negate(v.left)));
        }
    }

    graph* graph_;
    algebra algebra_;
    int variables_;
    std::uint8_t players_ = 0;
    std::vector<std::uint8_t> depends_on_;       // of the nodes that there were before
    std::vector<std::vector<node>> derivative_;  // by each of them, as terms of a sum
};

std::vector<node> gradient_in(graph& in, const text_game& game) {
    const auto n = static_cast<int>(game.variables.size());
    std::vector<node> costs{game.cost1};
    if (game.cost2) costs.push_back(*game.cost2);
    costs = with_angles_apart(in, costs, game.n1);
    std::vector<node> g;
    if (game.cost2) {
        g = sweep_down(in, n, game.n1).derivatives(costs[0], dependence::player1);
        const auto of2 = sweep_down(in, n, game.n1).derivatives(costs[1], dependence::player2);
        std::copy(of2.begin() + game.n1, of2.end(), g.begin() + game.n1);
    } else {
        g = sweep_down(in, n, game.n1).derivatives(costs[0], dependence::player1 | dependence::player2);
        for (auto i = static_cast<std::size_t>(game.n1); i < g.size(); ++i) g[i] = algebra(in).negated(g[i]);
    }
    return g;
}

}  // namespace

gradient_expressions gradient_of(const text_game& game) {
    gradient_expressions result{game.expressions, {}};
    try {
        result.g = gradient_in(result.expressions, game);
    } catch (const too_large& error) {
        throw user_error(game.costs_at + ": expected shorter costs, as their derivatives have " +
                         error.what() + ", " + std::to_string(most_nodes));
    }
    return result;
}

}  // namespace tauroa::text_game
