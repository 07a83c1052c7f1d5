#pragma once

// Vectors and matrices of intervals: the little algebra that proofs need, and a proof of positive definiteness,
//     R N R^T has a positive diagonal that dominates its rows  =>  every symmetric matrix in N is positive definite,
// for any R; the inverse of a Cholesky factor of N's middle makes R N R^T nearly the identity.

#include <Eigen/Core>

#include "host/enclosure.hpp"

namespace tauroa {

/// A vector [n], or a matrix [n, n], of doubles that are meant exactly.
box exactly(const Eigen::VectorXd& a);
interval_matrix exactly(const Eigen::MatrixXd& a);

/// All y with |y_i - x_i| <= radius.
box box_around(const Eigen::VectorXd& x, double radius);

/// The middle of a box, as a box of one point.
box middle_of(const box& of);
/// The middles of a matrix of intervals.
Eigen::MatrixXd middle_of(const interval_matrix& a);

interval dot(const box& a, const box& b);
box sum(const box& a, const box& b);
box scaled(double factor, const box& a);
interval_matrix transposed(const interval_matrix& a);
box product(const interval_matrix& a, const box& b);
interval_matrix product(const interval_matrix& a, const interval_matrix& b);

/// Whether every symmetric matrix in this one is proven to be positive definite.
bool positive_definite(const interval_matrix& symmetric);

}  // namespace tauroa
