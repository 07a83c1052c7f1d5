#include "host/interval_algebra.hpp"

#include <algorithm>

#include "host/linear_algebra.hpp"

namespace tauroa {

box exactly(const Eigen::VectorXd& a) { return {a.data(), a.data() + a.size()}; }

interval_matrix exactly(const Eigen::MatrixXd& a) {
    interval_matrix rows;
    for (Eigen::Index i = 0; i < a.rows(); ++i) rows.push_back(exactly(Eigen::VectorXd(a.row(i))));
    return rows;
}

box box_around(const Eigen::VectorXd& x, double radius) {
    box around = exactly(x);
    for (interval& side : around) side = side + around_zero(radius);
    return around;
}

box middle_of(const box& of) {
    box middle;
    middle.reserve(of.size());
    for (const interval& side : of) middle.emplace_back(side.middle());
    return middle;
}

Eigen::MatrixXd middle_of(const interval_matrix& a) {
    const auto n = static_cast<Eigen::Index>(a.size());
    Eigen::MatrixXd result(n, n);
    for (Eigen::Index i = 0; i < n; ++i)
        for (Eigen::Index j = 0; j < n; ++j)
            result(i, j) = a[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)].middle();
    return result;
}

interval dot(const box& a, const box& b) {
    interval total = a[0] * b[0];
    for (std::size_t i = 1; i < a.size(); ++i) total = total + a[i] * b[i];
    return total;
}

box sum(const box& a, const box& b) {
    box total = a;
    for (std::size_t i = 0; i < a.size(); ++i) total[i] = a[i] + b[i];
    return total;
}

box scaled(double factor, const box& a) {
    box result = a;
    for (interval& x : result) x = interval(factor) * x;
    return result;
}

interval_matrix transposed(const interval_matrix& a) {
    interval_matrix result = a;
    for (std::size_t i = 0; i < a.size(); ++i)
        for (std::size_t j = 0; j < a.size(); ++j) result[i][j] = a[j][i];
    return result;
}

box product(const interval_matrix& a, const box& b) {
    box result;
    result.reserve(a.size());
    for (const box& row : a) result.push_back(dot(row, b));
    return result;
}

interval_matrix product(const interval_matrix& a, const interval_matrix& b) {
    interval_matrix columns;
    columns.reserve(b.size());
    for (const box& column : transposed(b)) columns.push_back(product(a, column));
    return transposed(columns);
}

bool positive_definite(const interval_matrix& symmetric) {
    const Eigen::MatrixXd middle = middle_of(symmetric);
    const auto factor = cholesky_factor(middle);
    if (!factor) return false;
    const interval_matrix r =
        exactly(solve(*factor, Eigen::MatrixXd::Identity(middle.rows(), middle.cols())));
    const interval_matrix near_identity = product(product(r, symmetric), transposed(r));
    for (std::size_t i = 0; i < near_identity.size(); ++i) {
        interval beside = 0.0;
        for (std::size_t j = 0; j < near_identity.size(); ++j)
            if (j != i) beside = beside + interval(near_identity[i][j].magnitude());
        if (!(near_identity[i][i].low() > beside.high())) return false;
    }
    return true;
}

}  // namespace tauroa
