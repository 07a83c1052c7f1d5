#include "host/stretch.hpp"

#include <cmath>

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

/// The bound if x stays within the ball.
double reach_within(const exact_update& update, const Eigen::VectorXd& x, double radius, double tolerance,
                    std::uint32_t steps) {
    const box ball = box_around(x, radius);
    const interval_matrix a = update.game->update_jacobian(update.rule, ball);
    const interval error = error_of_step(update, x, ball);
    interval_matrix power = exactly(Eigen::MatrixXd(Eigen::MatrixXd::Identity(x.size(), x.size())));
    interval sum(0.0);
    double reach = tolerance, norm = 1.0;
    for (std::uint32_t m = 0; m < steps && reach < infinity; ++m) {
        sum = sum + interval(norm);
        power = product(a, power);
        norm = norm_bound(power);
        reach = std::fmax(reach, (interval(norm) * interval(tolerance) + error * sum).high());
    }
    return reach;
}

}  // namespace

double watch_distance(const exact_update& update, const Eigen::VectorXd& point, double tolerance,
                      std::uint32_t steps) {
    constexpr int tries = 8;
    // What a computed distance may be in error: relatively, and, round a circle, by roundings of the period.
    const double across = 0x1p-50 * update.info->longest_period() * static_cast<double>(point.size());
    const auto widened = [across](double distance) { return (1.0 + 1e-9) * (distance + across); };
    double radius = 2.0 * widened(tolerance);
    for (int i = 0; i < tries; ++i) {
        const double reach = widened(reach_within(update, point, radius, widened(tolerance), steps));
        if (reach <= radius) return reach;
        radius = 1.5 * reach;
        if (!(radius < 1e3 * tolerance)) break;
    }
    return infinity;
}

}  // namespace tauroa
