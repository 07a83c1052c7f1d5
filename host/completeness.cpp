#include "host/completeness.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "host/interval_algebra.hpp"
#include "host/linear_algebra.hpp"

namespace tauroa {
namespace {

constexpr int most_variables = 4;
constexpr std::uint64_t most_boxes = 200'000;
constexpr double window_margin = 1e-9;  // of its width: as far as find_critical_points lists points
constexpr double least_box = 1e-12;     // of the scale: where bisection gives up
constexpr double nearest_zero = 1e-12, farthest_zero = 1e-6;  // of the scale: from a point of the list
constexpr double period_margin = 1e-3;  // of the period: how far beyond it points are looked at once more

// Each comparison is false for NaN, and so nothing is proven by one.
bool apart(const box& a, const box& b) {
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i].high() < b[i].low() || b[i].high() < a[i].low()) return true;
    return false;
}
bool within(const box& a, const box& b) {
    const auto inside = [](auto& p, auto& q) { return q.low() <= p.low() && p.high() <= q.high(); };
    return std::equal(a.begin(), a.end(), b.begin(), inside);
}
bool in_interior(const box& a, const box& b) {
    const auto inside = [](auto& p, auto& q) { return q.low() < p.low() && p.high() < q.high(); };
    return std::equal(a.begin(), a.end(), b.begin(), inside);
}

/// Y, about the inverse of a matrix of intervals [n, n]; nothing where it has none.
std::optional<interval_matrix> inverse_of_middle(const interval_matrix& a) {
    const Eigen::MatrixXd middle = middle_of(a);
    const Eigen::MatrixXd inverse = solve(middle, Eigen::MatrixXd::Identity(middle.rows(), middle.cols()));
    return inverse.allFinite() ? std::optional(exactly(inverse)) : std::nullopt;
}

/// I - Y A.
interval_matrix contraction(const interval_matrix& y, const interval_matrix& a) {
    interval_matrix result = product(y, a);
    for (std::size_t i = 0; i < a.size(); ++i)
        for (std::size_t j = 0; j < a.size(); ++j) result[i][j] = interval(i == j ? 1.0 : 0.0) - result[i][j];
    return result;
}

/// K(x), for J = Dg(x).
box krawczyk(const game_enclosure& game, const box& x, const interval_matrix& j, const interval_matrix& y) {
    const box middle = middle_of(x), newton = product(y, game.gradient(middle));
    box from_middle = x, k = middle;
    for (std::size_t i = 0; i < x.size(); ++i) {
        from_middle[i] = x[i] - middle[i];
        k[i] = middle[i] - newton[i];
    }
    return sum(k, product(contraction(y, j), from_middle));
}

bool has_one_zero(const game_enclosure& game, const box& x) {
    const interval_matrix j = game.jacobian(x);
    const auto y = inverse_of_middle(j);
    return y && in_interior(krawczyk(game, x, j, *y), x);
}

bool has_at_most_one_zero(const game_enclosure& game, const box& x) {
    const interval_matrix j = game.jacobian(x);
    const auto y = inverse_of_middle(j);
    if (!y) return false;
    for (const box& row : contraction(*y, j)) {
        interval norm(0.0);
        for (const interval& element : row) norm = norm + element.magnitude();
        if (!(norm.high() < 1.0)) return false;
    }
    return true;
}

/// Whether it is certain that g has no zero in x.
bool excludes_zeros(const game_enclosure& game, const box& x) {
    if (apart(game.gradient(x), box(x.size(), interval(0.0)))) return true;
    const interval_matrix j = game.jacobian(x);
    const auto y = inverse_of_middle(j);
    return y && apart(krawczyk(game, x, j, *y), x);
}

/// A point of the list, or a turn of it, proven to lie within farthest_zero of a zero.
struct isolated_zero {
    std::size_t index;  ///< of the point
    Eigen::VectorXd at;
    box alone;  ///< where the zero is the only one
};

std::optional<isolated_zero> isolate(const game_enclosure& game, double scale, std::size_t index,
                                     const Eigen::VectorXd& at) {
    double radius = nearest_zero * scale;
    while (!has_one_zero(game, box_around(at, radius))) {
        radius *= 10.0;
        if (!(radius <= farthest_zero * scale)) return std::nullopt;
    }
    while (radius < scale && has_at_most_one_zero(game, box_around(at, 2.0 * radius))) radius *= 2.0;
    return isolated_zero{index, at, box_around(at, radius)};
}

/// Where zeros are looked for: the window, on a circle the line around it, and a little more.
box searched(const game_info& info) {
    box all;
    for (const variable& v : info.variables) {
        const interval side = v.period > 0.0 ? around_zero(0.5 * v.period) : interval(v.low, v.high);
        all.push_back(side + around_zero(window_margin * side.width()));
    }
    return all;
}

/// The point, and those of its turns around circles that lie near one period.
std::vector<Eigen::VectorXd> turns_of(const game_info& info, const Eigen::VectorXd& at) {
    std::vector<Eigen::VectorXd> turns{at};
    for (std::size_t i = 0; i < info.variables.size(); ++i) {
        const double period = info.variables[i].period;
        if (period == 0.0) continue;
        for (std::size_t k = turns.size(); k-- > 0;) {
            for (const double turn : {-period, period}) {
                Eigen::VectorXd turned = turns[k];
                turned(static_cast<Eigen::Index>(i)) += turn;
                if (std::abs(turned(static_cast<Eigen::Index>(i))) <= (0.5 + period_margin) * period)
                    turns.push_back(turned);
            }
        }
    }
    return turns;
}

/// The zeros that the points stand for; nothing where a point stands for none, or two for the same.
std::optional<std::vector<isolated_zero>> isolate_all(const game_info& info, const game_enclosure& game,
                                                      const std::vector<Eigen::VectorXd>& points) {
    std::vector<isolated_zero> zeros;
    for (std::size_t index = 0; index < points.size(); ++index) {
        for (const Eigen::VectorXd& at : turns_of(info, points[index])) {
            const auto isolated = isolate(game, info.scale(), index, at);
            if (!isolated) return std::nullopt;
            const auto may_be_same = [&](const isolated_zero& other) {
                const double distance = (other.at - at).lpNorm<Eigen::Infinity>();
                return other.index != index && !(distance > 4.0 * farthest_zero * info.scale());
            };
            if (std::any_of(zeros.begin(), zeros.end(), may_be_same)) return std::nullopt;
            zeros.push_back(*isolated);
        }
    }
    return zeros;
}

/// Puts both halves of x, cut across its longest side, in its place at the end of the stack.
void bisect_last(std::vector<box>& stack) {
    box other = stack.back();
    const auto by_width = [](const interval& a, const interval& b) { return a.width() < b.width(); };
    const auto longest = std::max_element(other.begin(), other.end(), by_width) - other.begin();
    const auto side = static_cast<std::size_t>(longest);
    const interval whole = other[side];
    stack.back()[side] = {whole.low(), whole.middle()};
    other[side] = {whole.middle(), whole.high()};
    stack.push_back(other);
}

double width_of(const box& x) {
    double width = 0.0;
    for (const interval& side : x) width = std::fmax(width, side.width());
    return width;
}

}  // namespace

completeness prove_complete(const game_info& info, const game_enclosure& game,
                            const std::vector<Eigen::VectorXd>& points) {
    completeness result;
    if (info.n() > most_variables) return result;
    const auto zeros = isolate_all(info, game, points);
    if (!zeros) return result;
    std::vector<box> stack{searched(info)};
    while (!stack.empty()) {
        if (++result.boxes > most_boxes) return result;
        const box& x = stack.back();
        const auto known = [&](const isolated_zero& z) { return within(x, z.alone); };
        if (std::any_of(zeros->begin(), zeros->end(), known) || excludes_zeros(game, x)) {
            stack.pop_back();
            continue;
        }
        if (width_of(x) < least_box * info.scale()) return result;
        bisect_last(stack);
    }
    result.proven = true;
    return result;
}

}  // namespace tauroa
