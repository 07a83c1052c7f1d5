#include "host/capture_proof.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "host/linear_algebra.hpp"

namespace tauroa {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr int most_cells = 1500;          ///< looked at in one shell
constexpr int most_for_contraction = 64;  ///< where one cell does not do, hundreds seldom do
constexpr double too_wide = 3.0;  ///< range of V in a cell: such cells seldom do, they are halved at once
constexpr double slack = 1e-6;    ///< by which bounds of P are relaxed, so that they can be proven

/// The largest mu for which P - mu I is found to be positive definite; 0 where none is.
double proven_least(const MatrixXd& shape, const interval_matrix& p) {
    const double mu = smallest_symmetric_eigenvalue(shape) * (1.0 - slack);
    interval_matrix rest = p;
    for (std::size_t i = 0; i < p.size(); ++i) rest[i][i] = rest[i][i] - mu;
    return mu > 0.0 && positive_definite(rest) ? mu : 0.0;
}

/// r with P - e_i e_i^T / r^2 positive definite, so that |d_i| <= r sqrt(V); infinite where none is found.
double proven_reach(std::size_t i, double inverse_entry, const interval_matrix& p) {
    const double squared = inverse_entry * (1.0 + slack);
    interval_matrix rest = p;
    rest[i][i] = rest[i][i] - interval(1.0) / interval(squared);
    return squared > 0.0 && positive_definite(rest) ? detail::above(std::sqrt(squared)) : HUGE_VAL;
}

/// A bound of b e + h e^2 where |e| <= w.
interval highest_of_parabola(double b, double h, double w) {
    const interval slope(b), curvature(h), width(w);
    if (h < 0.0 && b < -2.0 * h * w * (1.0 + 1e-12))
        return slope * slope / (interval(-4.0) * curvature);  // wherever the top is
    return slope * width + curvature * width * width;
}

}  // namespace

/// What is known of a box of y, all x = m + U e_y, |e_y| <= w.
struct capture_proof::cell {
    box width;               ///< w, as [-w, w]
    box middle, all;         ///< m; every x in it
    box d, pd;               ///< d = m - x*, P d
    interval v;              ///< V(m)
    double lowest, highest;  ///< bounds of V in it
};

capture_proof::capture_proof(const exact_update& update, const VectorXd& x_star, const MatrixXd& shape)
    : update_(update), centre_(exactly(x_star)), p_(exactly(shape)), reach_(x_star.size()) {
    const auto factor = cholesky_factor(shape);
    if (!factor) return;
    const MatrixXd one = MatrixXd::Identity(shape.rows(), shape.rows()), inverse = solve(shape, one);
    const MatrixXd round = solve(factor->transpose(), one), slope = middle_of(update.slope(centre_));
    const MatrixXd rise = shape * slope + slope.transpose() * shape + slope.transpose() * shape * slope;
    u_ = exactly(MatrixXd(round * symmetric_eigenvectors(round.transpose() * rise * round)));
    ut_ = transposed(u_);
    utpu_ = product(product(ut_, p_), u_);
    for (std::size_t i = 0; i < p_.size(); ++i) {
        const auto k = static_cast<Eigen::Index>(i);
        reach_[k] = proven_reach(i, inverse(k, k), p_);
        reach_of_y_ = std::fmax(reach_of_y_, proven_reach(i, 1.0, utpu_));
    }
    if (reach_.allFinite() && std::isfinite(reach_of_y_)) least_ = proven_least(shape, p_);
}

box capture_proof::around(double level) const {
    box result;
    for (std::size_t i = 0; i < centre_.size(); ++i) {
        const interval radius =
            interval(reach_[static_cast<Eigen::Index>(i)]) * detail::above(std::sqrt(level));
        result.push_back(centre_[i] + around_zero(radius.high()));
    }
    return result;
}

capture_proof::cell capture_proof::cell_at(const box& y) const {
    cell at;
    box middle;
    for (const interval& side : y) {
        middle.emplace_back(side.middle());
        at.width.push_back(around_zero((side - middle.back()).magnitude()));
    }
    at.d = product(u_, middle);
    at.middle = sum(centre_, at.d);
    at.all = sum(centre_, product(u_, y));
    at.pd = product(p_, at.d);
    at.v = dot(at.d, at.pd);
    const interval tangent = at.v + interval(2.0) * dot(product(ut_, at.pd), at.width);
    at.lowest = tangent.low();  // V is convex
    at.highest = (tangent + dot(at.width, product(utpu_, at.width))).high();
    return at;
}

/// Depth first; a box in which V stays below inner or above outer is dropped, one that fails is halved.
template <class Test>
bool capture_proof::covered(double inner, double outer, int budget, const Test& test) {
    const double radius = (interval(reach_of_y_) * detail::above(std::sqrt(outer))).high();
    std::vector<box> open{box(p_.size(), around_zero(radius))};
    while (!open.empty()) {
        if (budget-- == 0 || cells_left_-- <= 0) return false;
        box y = std::move(open.back());
        open.pop_back();
        const cell at = cell_at(y);
        if (at.highest < inner || at.lowest > outer || test(at)) continue;
        const auto widest =
            std::max_element(y.begin(), y.end(), [](auto& a, auto& b) { return a.width() < b.width(); });
        const interval side = *widest;
        if (!(side.low() < side.middle() && side.middle() < side.high())) return false;
        *widest = {side.low(), side.middle()};
        open.push_back(y);
        *widest = {side.middle(), side.high()};
        open.push_back(std::move(y));
    }
    return true;
}

/// W <= 0 on the box: point 1 of the header.
bool capture_proof::falls(const cell& at, double s) const {
    if (at.highest > too_wide * std::fmax(at.lowest, 0.0)) return false;
    const box delta = update_.movement(at.middle), pdelta = product(p_, delta);
    const interval w = interval(2.0) * dot(at.pd, delta) + dot(delta, pdelta) + interval(s) * at.v;
    if (!(w.high() <= 0.0)) return false;
    const interval_matrix g = update_.slope(at.all), gt = transposed(g), pg = product(p_, g);
    const box b = sum(scaled(2.0, sum(pdelta, product(gt, sum(at.pd, pdelta)))), scaled(2.0 * s, at.pd));
    const interval_matrix h = product(product(ut_, rise(pg, gt, s)), u_);
    const box slopes = product(ut_, b);
    interval total = w;
    for (std::size_t i = 0; i < h.size(); ++i) {
        total = total + highest_of_parabola(slopes[i].magnitude(), h[i][i].high(), at.width[i].high());
        for (std::size_t j = 0; j < h.size(); ++j)
            if (j != i) total = total + h[i][j] * at.width[i] * at.width[j];
    }
    return total.high() <= 0.0;
}

/// Point 2 of the header.
bool capture_proof::contracts(const cell& at, double s) const {
    const interval_matrix g = update_.slope(at.all);
    interval_matrix rest = rise(product(p_, g), transposed(g), s);
    for (box& row : rest)
        for (interval& entry : row) entry = -entry;
    return positive_definite(rest);
}

/// s P + P G + G^T P + G^T P G, from P G and G^T.
interval_matrix capture_proof::rise(const interval_matrix& pg, const interval_matrix& gt, double s) const {
    interval_matrix h = product(gt, pg);
    for (std::size_t i = 0; i < h.size(); ++i)
        for (std::size_t j = 0; j < h.size(); ++j)
            h[i][j] = h[i][j] + pg[i][j] + pg[j][i] + interval(s) * p_[i][j];
    return h;
}

bool capture_proof::shell_falls(double inner, double outer, double s) {
    return covered(inner, outer, most_cells, [&](const cell& at) { return falls(at, s); });
}

bool capture_proof::contracts(double level, double s) {
    return covered(0.0, level, most_for_contraction, [&](const cell& at) { return contracts(at, s); });
}

}  // namespace tauroa
