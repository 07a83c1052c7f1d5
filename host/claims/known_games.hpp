#pragma once

// What claims ask of a game: its critical points, spectra there, where starts end, how many starts of a grid end where.

#include <complex>
#include <cstdint>
#include <list>
#include <map>
#include <string>

#include "host/theory.hpp"

namespace tauroa::claims {

using spectrum = std::vector<std::complex<double>>;

/// x as a vector [n].
Eigen::VectorXd vector(const std::vector<double>& x);

/// A game with its critical points.
struct known_game {
    std::unique_ptr<game_model> model;
    std::vector<equilibrium> points;

    [[nodiscard]] int n1() const { return model->info().n1; }
    /// The index of the critical point within `tolerance` of x; -1 where there is none.
    [[nodiscard]] int index_at(const Eigen::VectorXd& x, double tolerance) const;
};

/// A critical point of a game.
struct subject {
    const known_game* game;
    const equilibrium* point;

    [[nodiscard]] const Eigen::MatrixXd& jacobian() const { return point->jacobian; }
    /// The eigenvalues of J_tau [n], by real, then imaginary part.
    [[nodiscard]] spectrum eigenvalues(double tau) const;
    [[nodiscard]] double least_real_part(double tau) const;
    [[nodiscard]] double largest_imaginary_part(double tau) const;
    /// D11, D12, D22 of a zero-sum game, and S1 = D11 - D12 D22^-1 D12^T.
    [[nodiscard]] Eigen::MatrixXd d11() const;
    [[nodiscard]] Eigen::MatrixXd d12() const;
    [[nodiscard]] Eigen::MatrixXd d22() const;
    [[nodiscard]] Eigen::MatrixXd schur() const;
};

/// tau-GDA with these settings.
struct run {
    double tau, gamma;
    std::uint32_t steps;
    update_order update = update_order::simultaneous;
};

/// The rows x_0, x_every, ... [1 + steps / every][n]; NaN once diverged.
Eigen::MatrixXd trajectory(const known_game& game, const Eigen::VectorXd& start, const run& with,
                           std::uint32_t every);

/// x_K.
Eigen::VectorXd end_of(const known_game& game, const Eigen::VectorXd& start, const run& with);

/// A map over the game's whole window.
struct map_settings {
    std::string game;
    std::uint64_t resolution;
    std::vector<double> tau;
    double gamma;
    std::uint32_t steps;
    double tolerance;
    update_order update;
    bool operator==(const map_settings&) const = default;
};

/// How many starts end at each critical point, then with -1, -2, -3: [tau][points + 3] (kernels/tally.hpp).
using map_counts = std::vector<std::vector<std::uint64_t>>;

/// Games and maps, worked out when they are first asked for.
class known_games {
  public:
    const known_game& game(const std::string& name, const named_values& parameters = {});
    /// The critical point within 0.01 of x. Throws failure where there is none.
    subject point(const std::string& name, const std::vector<double>& x, const named_values& parameters = {});
    /// By the backend cpu.
    const map_counts& counts(const map_settings& of);

  private:
    std::map<std::pair<std::string, named_values>, known_game> games_;
    std::list<std::pair<map_settings, map_counts>> maps_;
};

}  // namespace tauroa::claims
