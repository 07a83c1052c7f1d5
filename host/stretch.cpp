#include "host/stretch.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "host/interval_algebra.hpp"

namespace tauroa {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// ||M||_2 <= sqrt(||M||_1 ||M||_inf).
double norm_bound(const interval_matrix& m) {
    double rows = 0.0, columns = 0.0;
    for (std::size_t i = 0; i < m.size(); ++i) {
        interval row(0.0), column(0.0);
        for (std::size_t j = 0; j < m.size(); ++j) {
            row = row + interval(m[i][j].magnitude());
            column = column + interval(m[j][i].magnitude());
        }
        rows = std::fmax(rows, row.high());
        columns = std::fmax(columns, column.high());
    }
    return detail::above(std::sqrt((interval(rows) * interval(columns)).high()));
}

/// e: how much a step's rounding and x* not being exactly at rest may add.
interval error_of_step(const exact_update& update, const Eigen::VectorXd& x, const box& ball) {
    const double rounding = update.game->update_rounding(update.rule, ball);
    interval sum = interval(static_cast<double>(x.size())) * interval(rounding);
    for (const interval& moved : update.movement(exactly(x))) sum = sum + interval(moved.magnitude());
    return sum;
}

/// The update on a ball.
struct update_on_ball {
    interval_matrix jacobian;  ///< [A]
    interval error;            ///< e
};

update_on_ball on_ball(const exact_update& update, const Eigen::VectorXd& x, double radius) {
    const box ball = box_around(x, radius);
    return {update.game->update_jacobian(update.rule, ball), error_of_step(update, x, ball)};
}

/// s_0, ..., s_steps.
std::vector<interval> stretches(const interval_matrix& a, std::uint32_t steps) {
    const auto n = static_cast<Eigen::Index>(a.size());
    interval_matrix power = exactly(Eigen::MatrixXd(Eigen::MatrixXd::Identity(n, n)));
    std::vector<interval> s{interval(1.0)};
    for (std::uint32_t m = 0; m < steps; ++m) {
        power = product(a, power);
        s.emplace_back(norm_bound(power));
    }
    return s;
}

/// How far a start that arrived can get, if it stays within the ball.
double reach_of(const update_on_ball& on, double tolerance, std::uint32_t steps) {
    const std::vector<interval> s = stretches(on.jacobian, steps);
    interval sum(0.0);
    double reach = tolerance;
    for (std::uint32_t m = 0; m < steps && reach < infinity; ++m) {
        sum = sum + s[m];
        reach = std::fmax(reach, (s[m + 1] * interval(tolerance) + on.error * sum).high());
    }
    return reach;
}

/// w.
double spread(const interval_matrix& a) {
    interval_matrix widths = a;
    for (box& row : widths)
        for (interval& entry : row) entry = interval(entry.width());
    return norm_bound(widths);
}

/// alpha, beta and eta, but for the roundings of sums of a thousand or so positive numbers.
struct off_straight {
    double by_change = 0.0, by_movement = 0.0, by_rounding = 0.0;
    void add(const off_straight& other) {
        by_change += other.by_change;
        by_movement += other.by_movement;
        by_rounding += other.by_rounding;
    }
};

/// Of x_0, ..., x_steps.
std::vector<off_straight> off_straight_until(const update_on_ball& on, std::uint32_t steps) {
    std::vector<double> s;
    for (const interval& bound : stretches(on.jacobian, steps)) s.push_back(bound.high());
    const double w = spread(on.jacobian), e = on.error.high();
    std::vector<double> error_of_m{0.0};  // beside s_i ||m_0||
    off_straight m;                       // what m_k is off m_0
    std::vector<off_straight> x(2);       // x_0 and x_1 are on the straight way
    for (std::uint32_t k = 0; k + 1 < steps; ++k) {
        off_straight c{s[k], 0.0, 0.0};
        for (std::uint32_t i = 0; i < k; ++i) {
            c.by_movement += s[k - 1 - i] * w * s[i];
            c.by_rounding += s[k - 1 - i] * (w * error_of_m[i] + 4.0 * e);
        }
        error_of_m.push_back(error_of_m.back() + 2.0 * e * s[k]);
        m.add(c);
        x.push_back(x.back());
        x.back().add(m);
    }
    return x;
}

/// What a computed distance may be in error: relatively, and, round a circle, by roundings of the period.
constexpr double relatively = 1e-9;
double across(const exact_update& update) {
    return 0x1p-50 * update.info->longest_period() * static_cast<double>(update.info->n());
}
/// What a distance may be that is computed as this one, or compared with it.
double widened(const exact_update& update, double distance) {
    return (1.0 + relatively) * (distance + across(update));
}

/// Whether a step on the ball leads less than half round every circle, so that a movement is known from its ends.
bool is_local(const exact_update& update, const update_on_ball& on, double radius) {
    const interval first(norm_bound(on.jacobian));
    const double movement = ((interval(1.0) + first) * interval(radius) + on.error).high();
    const auto& variables = update.info->variables;
    return std::all_of(variables.begin(), variables.end(),
                       [&](const variable& v) { return v.period == 0.0 || movement < 0.49 * v.period; });
}

/// Who passes by within so many steps.
passage passage_of(const exact_update& update, double tolerance, std::uint32_t steps, double radius,
                   const off_straight& off) {
    // Each of x_0 - x*, m, c and what is made of them: as computed, for the exact one.
    const interval wide(1.0 + relatively), rounded(across(update)), whole(static_cast<double>(steps));
    const interval by_change = wide * interval(off.by_change), by_movement = wide * interval(off.by_movement);
    const interval alpha = wide * by_change, beta = wide * (by_movement + interval(0x1p-49) * by_change);
    const interval eta = wide * interval(off.by_rounding) +
                         (interval(2.0) + whole + by_movement + interval(4.0) * by_change) * rounded;
    const interval a = wide * (interval(widened(update, tolerance)) + eta);
    const interval room = interval(radius) / wide - eta;
    const interval share(0.03125);  // r
    const interval by = wide * interval(2.0) * (interval(1.0) + interval(1.0) / share);
    const passage passing{(wide * (interval(1.0) + share) * a * a).high(), (by * alpha * alpha).high(),
                          (by * beta * beta).high(), (room * room / (interval(3.0) * wide)).low()};
    const bool proven = passing.nearest < infinity && passing.bend < infinity && passing.drift < infinity &&
                        room.low() > 0.0;  // not so with NaN
    return proven ? passing : passed_by_nobody;
}

}  // namespace

double watch_distance(const exact_update& update, const Eigen::VectorXd& point, double tolerance,
                      std::uint32_t steps) {
    constexpr int tries = 8;
    double radius = 2.0 * widened(update, tolerance);
    for (int i = 0; i < tries; ++i) {
        const double reach =
            widened(update, reach_of(on_ball(update, point, radius), widened(update, tolerance), steps));
        if (reach <= radius) return reach;
        radius = 1.5 * reach;
        if (!(radius < 1e3 * tolerance)) break;
    }
    return infinity;
}

passages_by_length passages_by(const exact_update& update, const Eigen::VectorXd& point, double tolerance,
                               std::uint32_t steps, double radius) {
    passages_by_length all;
    all.fill(passed_by_nobody);
    const update_on_ball on = on_ball(update, point, radius);
    if (!is_local(update, on, radius)) return all;
    const auto off = off_straight_until(on, steps << (passage_lengths - 1));
    for (std::size_t length = 0; length < all.size(); ++length) {
        const std::uint32_t within = steps << length;
        all[length] = passage_of(update, tolerance, within, radius, off[within]);
    }
    return all;
}

}  // namespace tauroa
