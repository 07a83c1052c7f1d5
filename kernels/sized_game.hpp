#pragma once

// Games whose number of variables depends on their parameters, beside those of kernels/game.hpp, whose number is known
// when the program is compiled. They are run start by start (kernels/sized_run.hpp): no vectors, no GPU, no proofs. The
// build takes a header in games/ for one of these where it includes this file. Such a game is a type with
//     name, reference          text, static
//     zero_sum                 whether f2 = -f1, static
//     note                     text, static: what --param takes beside `parameters`, one line
//     Game(given, normal)      made from the parameters that were given; throws user_error. It stays where it is made.
//     n1(), n2()               numbers of variables of player 1 and player 2
//     variables()              vector of variable [n1 + n2], player 1's first; their names live as long as the game
//     parameters()             vector of parameter, with values: those that make the same game again; names likewise
//     gradient(x, g)           g(x) [n1 + n2], for numbers T = double and dual<double, 1>; its double result must have
//                              the same bits everywhere: fma is written out, the order of all sums is fixed
//     critical_points()        vector of known_point: those that are known of the theory

#include <concepts>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "kernels/game.hpp"

namespace tauroa {

/// Named values of parameters, or of variables.
using named_values = std::vector<std::pair<std::string, double>>;

/// A source of standard normal numbers: the index-th of those that belong to a seed.
using normal_source = double (*)(std::uint64_t seed, std::uint64_t index);

/// A critical point that a game knows of.
struct known_point {
    std::vector<double> x;  ///< [n1 + n2]
    bool isolated = true;   ///< false: stands for a continuum of critical points
};

template <class Game>
concept sized_game = requires(const Game game, const double* x, double* g, const dual<double, 1>* dual_x,
                              dual<double, 1>* dual_g, const named_values& given, normal_source normal) {
    Game(given, normal);
    { Game::zero_sum } -> std::convertible_to<bool>;
    { Game::note } -> std::convertible_to<const char*>;
    { game.n1() } -> std::same_as<int>;
    { game.n2() } -> std::same_as<int>;
    { game.variables() } -> std::same_as<std::vector<variable>>;
    { game.parameters() } -> std::same_as<std::vector<parameter>>;
    { game.critical_points() } -> std::same_as<std::vector<known_point>>;
    game.gradient(x, g);
    game.gradient(dual_x, dual_g);
};

/// The gradient of such a game at its parameters, as a run reads it (problem::sized). From any thread.
class sized_gradient {
  public:
    sized_gradient(int of_player_1, std::vector<double> periods)
        : n1_(of_player_1), periods_(std::move(periods)) {}
    sized_gradient(const sized_gradient&) = delete;
    sized_gradient& operator=(const sized_gradient&) = delete;
    sized_gradient(sized_gradient&&) = delete;
    sized_gradient& operator=(sized_gradient&&) = delete;
    virtual ~sized_gradient() = default;

    [[nodiscard]] std::size_t n1() const { return static_cast<std::size_t>(n1_); }
    [[nodiscard]] std::size_t n() const { return periods_.size(); }
    /// Of variable i; 0: a line.
    [[nodiscard]] double period(std::size_t i) const { return periods_[i]; }

    /// g(x): x, g [n].
    virtual void evaluate(const double* x, double* g) const = 0;

  private:
    int n1_;
    std::vector<double> periods_;
};

}  // namespace tauroa
