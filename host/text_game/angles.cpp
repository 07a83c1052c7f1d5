#include "host/text_game/angles.hpp"

#include <map>
#include <optional>
#include <set>

#include "host/text_game/dependence.hpp"

namespace tauroa::text_game {
namespace {

constexpr std::size_t most_terms = 64;

/// What player 1's and player 2's variables add to an angle.
struct parts {
    node of1, of2;
};

bool is_angle_function(operation what) { return what == operation::sin || what == operation::cos; }

class taker_apart {
  public:
    taker_apart(graph& in, int n1) : graph_(&in), n1_(n1) {}

    std::vector<node> apply(const std::vector<node>& roots) {
        find_angles(roots);
        if (split_.empty() || after_.size() > before_.size()) return roots;
        const node last = graph_->size();
        const auto needed = needed_for(*graph_, roots);
        std::vector<node> now(needed.size(), -1);
        for (node i = 0; i < last; ++i)
            if (needed[static_cast<std::size_t>(i)]) now[static_cast<std::size_t>(i)] = rewritten(i, now);
        std::vector<node> result;
        result.reserve(roots.size());
        for (const node root : roots) result.push_back(now[static_cast<std::size_t>(root)]);
        return result;
    }

  private:
    void find_angles(const std::vector<node>& roots) {
        depends_on_ = dependence_of(*graph_, n1_);
        const auto needed = needed_for(*graph_, roots);
        for (node i = 0; i < static_cast<node>(needed.size()); ++i) {
            const node_value v = (*graph_)[i];
            if (!needed[static_cast<std::size_t>(i)] || !is_angle_function(v.what)) continue;
            before_.insert(v.left);
            if (const auto two = split(v.left)) {
                split_.emplace(v.left, *two);
                after_.insert(angle_of(two->of1));
                after_.insert(angle_of(two->of2));
            } else {
                after_.insert(v.left);
            }
        }
    }

    /// The angle of which cos is taken for cos a: a or -a.
    node angle_of(node a) { return (*graph_)[graph_->apply(operation::cos, a)].left; }

    std::optional<parts> split(node angle) {
        constexpr std::uint8_t both = dependence::player1 | dependence::player2;
        parts two{graph_->number(0.0), graph_->number(0.0)};
        std::vector<std::pair<node, bool>> open{{angle, true}};  // with its sign
        for (std::size_t seen = 0; !open.empty(); ++seen) {
            const auto [i, plus] = open.back();
            open.pop_back();
            const node_value v = (*graph_)[i];
            const auto on = static_cast<std::uint8_t>(depends_on_[static_cast<std::size_t>(i)] & both);
            if (on != both) {
                node& to = on == dependence::player2 ? two.of2 : two.of1;
                to = plus ? graph_->add(to, i) : graph_->subtract(to, i);
            } else if (v.what == operation::negate) {
                open.emplace_back(v.left, !plus);
            } else if ((v.what == operation::add || v.what == operation::subtract) && seen < most_terms) {
                open.emplace_back(v.right, plus == (v.what == operation::add));
                open.emplace_back(v.left, plus);
            } else {
                return std::nullopt;
            }
        }
        if ((depends_on_[static_cast<std::size_t>(angle)] & both) != both) return std::nullopt;
        return two;
    }

    node rewritten(node i, const std::vector<node>& now) {
        const node_value v = (*graph_)[i];
        const auto at = [&](node a) { return a < 0 ? a : now[static_cast<std::size_t>(a)]; };
        if (is_angle_function(v.what))
            if (const auto two = split_.find(v.left); two != split_.end()) return apart(v.what, two->second);
        const bool is_leaf = arguments(v.what) == 0;
        return graph_->rebuilt(v, is_leaf ? v.left : at(v.left), at(v.right));
    }

    node apart(operation what, const parts& two) {
        graph& g = *graph_;
        const auto sine = [&](node a) { return g.apply(operation::sin, a); };
        const auto cosine = [&](node a) { return g.apply(operation::cos, a); };
        if (what == operation::sin)
            return g.add(g.multiply(sine(two.of1), cosine(two.of2)),
                         g.multiply(cosine(two.of1), sine(two.of2)));
        return g.subtract(g.multiply(cosine(two.of1), cosine(two.of2)),
                          g.multiply(sine(two.of1), sine(two.of2)));
    }

    graph* graph_;
    int n1_;
    std::vector<std::uint8_t> depends_on_;
    std::set<node> before_, after_;  // angles
    std::map<node, parts> split_;
};

}  // namespace

std::vector<node> with_angles_apart(graph& in, const std::vector<node>& roots, int n1) {
    return taker_apart(in, n1).apply(roots);
}

}  // namespace tauroa::text_game
