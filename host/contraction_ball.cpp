#include "host/contraction_ball.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <queue>

#include "host/interval_algebra.hpp"
#include "host/stability.hpp"

namespace tauroa {
namespace {

constexpr int splits = 60;  // of cells of a ball
constexpr double infinity = std::numeric_limits<double>::infinity();

/// An upper bound of the root of a sum of squares.
double root_above(const interval& squares) {
    return squares.high() >= 0.0 ? detail::above(std::sqrt(squares.high())) : infinity;  // of NaN, too
}

/// A lower bound, to rounding, of ||z|| over the box.
double least_norm(const box& z) {
    double squares = 0.0;
    for (const interval& side : z) {
        const double least = std::max({0.0, side.low(), -side.high()});
        squares += least * least;
    }
    return std::sqrt(squares);
}

/// A part of the ball in the adapted norm's coordinates, and a bound of ||D^2 F|| there.
struct ball_cell {
    double bound;
    box z;
    std::size_t cuts;  ///< it was cut so many times, along one axis after the other
    friend bool operator<(const ball_cell& a, const ball_cell& b) { return a.bound < b.bound; }
};

std::array<box, 2> halves(const ball_cell& of) {
    std::array<box, 2> parts{of.z, of.z};
    const std::size_t axis = of.cuts % of.z.size();
    const interval side = of.z[axis];
    parts[0][axis] = {side.low(), side.middle()};
    parts[1][axis] = {side.middle(), side.high()};
    return parts;
}

/// C^-1 of an upper triangular C, by back substitution.
interval_matrix inverse_of_upper(const Eigen::MatrixXd& c) {
    const auto n = static_cast<std::size_t>(c.rows());
    const interval_matrix rows = exactly(c);
    interval_matrix w(n, box(n, interval(0.0)));
    for (std::size_t j = 0; j < n; ++j) {
        w[j][j] = interval(1.0) / rows[j][j];
        for (std::size_t i = j; i-- > 0;) {
            interval total = 0.0;
            for (std::size_t k = i + 1; k <= j; ++k) total = total + rows[i][k] * w[k][j];
            w[i][j] = -(total / rows[i][i]);
        }
    }
    return w;
}

/// The derivative D^2 F of the update in the coordinates z = C (x - x_star) of the adapted norm.
class whitened_update {
  public:
    whitened_update(const game_enclosure& game, const game_info& info, const update_rule& rule,
                    const Eigen::VectorXd& x_star, const Eigen::MatrixXd& c)
        : game_(&game), x_star_(exactly(x_star)), c_(exactly(c)), w_(inverse_of_upper(c)) {
        for (int i = 0; i < info.n(); ++i)
            rates_.push_back(i < info.n1 ? interval(rule.gamma) : interval(rule.gamma) * interval(rule.tau));
    }

    /// sum over a, b, c of |T_abc|^2 for every z in the cell.
    [[nodiscard]] interval squares(const box& cell) const {
        const auto seen = game_->second_derivative(sum(x_star_, product(w_, cell)), w_);
        const std::size_t n = w_.size();
        interval total = 0.0;
        for (std::size_t a = 0; a < n; ++a)
            for (std::size_t b = 0; b < n; ++b)
                for (std::size_t k = 0; k < n; ++k) {
                    interval t = 0.0;
                    for (std::size_t i = 0; i < n; ++i) t = t + c_[a][i] * (rates_[i] * seen[i][b][k]);
                    total = total + interval(t.magnitude()) * interval(t.magnitude());
                }
        return total;
    }

  private:
    const game_enclosure* game_;
    box x_star_;
    interval_matrix c_, w_;
    std::vector<interval> rates_;
};

}  // namespace

double lipschitz_bound(const game_enclosure& game, const game_info& info, const update_rule& rule,
                       const Eigen::VectorXd& x_star, const adapted_norm& norm, double radius) {
    const whitened_update update(game, info, rule, x_star, norm.c);
    std::priority_queue<ball_cell> cells;
    cells.push({infinity, box(static_cast<std::size_t>(info.n()), around_zero(radius)), 0});
    for (int i = 0; i < splits; ++i) {
        const ball_cell worst = cells.top();
        cells.pop();
        for (const box& half : halves(worst))
            if (least_norm(half) <= radius * (1.0 + 1e-12))
                cells.push({root_above(update.squares(half)), half, worst.cuts + 1});
    }
    return cells.top().bound;
}

std::optional<contraction_ball> contraction_ball_of(const game_enclosure& game, const game_info& info,
                                                    const update_rule& rule, const Eigen::VectorXd& x_star,
                                                    const Eigen::MatrixXd& jacobian, const local_rate& rate) {
    const Eigen::MatrixXd update = Eigen::MatrixXd::Identity(jacobian.rows(), jacobian.cols()) -
                                   rule.gamma * scaled_jacobian(jacobian, info.n1, rule.tau);
    const double fall = rate.alpha / rate.mended.beta;
    const auto norm = norm_adapted_to(update, std::sqrt(1.0 - 0.5 * fall));
    if (!norm) return std::nullopt;
    const auto lipschitz = [&](double radius) {
        return lipschitz_bound(game, info, rule, x_star, *norm, radius);
    };
    double low = 1e-15 * info.scale(), high = 1e6 * info.scale();
    if (lipschitz(high) == 0.0) return contraction_ball{0.0, infinity, norm->condition};
    const auto largest_with = [&](double l) { return rate.alpha / (4.0 * l * rate.mended.beta); };
    if (!(low <= largest_with(lipschitz(low)))) return std::nullopt;
    while (high > low * (1.0 + 1e-3)) {
        const double middle = std::sqrt(low * high);
        (middle <= largest_with(lipschitz(middle)) ? low : high) = middle;
    }
    const double l = lipschitz(high);  // its delta is below high
    return std::isfinite(l) ? contraction_ball{l, largest_with(l), norm->condition}
                            : contraction_ball{lipschitz(low), low, norm->condition};
}

}  // namespace tauroa
