#pragma once

// Comparisons of what was computed with what the paper says, and how values are written.

#include <string>

#include "host/claims/claim.hpp"

namespace tauroa::claims {

std::string text(double x, int digits = 6);
std::string text(const std::vector<double>& values, int digits = 6);
std::string text(const Eigen::VectorXd& x, int digits = 6);
std::string text(const spectrum& eigenvalues, int digits = 6);
std::string text(const std::vector<tau_window>& windows);
/// How often, of how many.
std::string of_total(std::size_t some, std::size_t all);

/// Whether a value rounds to the paper's decimal text at the text's digits.
finding rounds_to(double ours, const std::string& paper);

/// Whether every coordinate does, in the paper's order.
finding rounds_to(const Eigen::VectorXd& ours, const std::vector<std::string>& paper);

/// Whether two values agree to a relative 1e-9.
bool same(double ours, double paper);

/// Whether a matrix is the paper's, to 1e-9 of its largest entry.
finding is_matrix(const Eigen::MatrixXd& ours, const Eigen::MatrixXd& paper);
Eigen::MatrixXd diagonal(const std::vector<double>& entries);

/// The largest distance of an eigenvalue from the one of the formula's that is matched with it, relative to the largest.
double distance_between(const spectrum& ours, spectrum formula);

/// Whether the eigenvalues of J_tau are those of the paper's formula, to a relative 1e-6 (double eigenvalues are no more
/// certain), at every tau.
finding is_spectrum(const subject& at, const std::vector<double>& taus,
                    const std::function<spectrum(double)>& formula);

/// (a + sqrt(d)) / q and (a - sqrt(d)) / q.
spectrum pair(double a, double d, double q);
spectrum joined(spectrum a, const spectrum& b);

/// Whether it is stable for tau in one window with these ends, to a relative 1e-9.
finding is_stable_for(const subject& at, tau_window expected);

/// Whether values rise (or, descending, fall) from each to the next.
bool rises(const std::vector<double>& values);
bool falls(const std::vector<double>& values);

/// The eigenvalues of a symmetric matrix, ascending.
std::vector<double> symmetric_spectrum(const Eigen::MatrixXd& a);

/// Whether no critical point that is not an equilibrium is stable at any tau.
finding others_never_stable(const known_game& game);

/// Prop. I.1: whether, as tau grows, n1 eigenvalues of J_tau tend to S1's and n2, divided by tau, to -D22's, with an error
/// of O(1/tau): tau and 10 tau are looked at.
finding tends_to_schur(const subject& at, double tau);

/// The critical point at which x lies (within 1e-3), as text: its coordinates; `no critical point`; `diverged`.
std::string name_of_end(const known_game& game, const Eigen::VectorXd& x);

/// The same for ten times as many steps: a figure's last state is on its way, not at its end.
run longer(run with);

/// Where a start ends at several tau; agrees where the critical points are these ({}: at none).
finding ends_at(const known_game& game, const Eigen::VectorXd& start, const std::vector<double>& taus,
                run with, const std::vector<std::vector<double>>& expected);

}  // namespace tauroa::claims
