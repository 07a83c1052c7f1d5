#pragma once

// A game as the host sees it: chosen at run time by its name, with Eigen vectors; the gradient and the
// Jacobian come from the cost by automatic differentiation (kernels/dual.hpp).

#include <Eigen/Core>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "host/game_table.hpp"
#include "kernels/sized_game.hpp"

namespace tauroa {

/// What is known of a game: before its parameters are, or, where the number of variables depends on them, with them.
struct game_info {
    const game_table* table;  ///< null: one of all_sized_games
    std::string name, reference;
    bool zero_sum;
    int n1, n2;
    std::vector<variable> variables;      ///< [n1 + n2]
    std::vector<parameter> parameters;    ///< with their defaults
    std::vector<direction> escapes{};     ///< half-spaces that the game proposes (kernels/game.hpp)
    std::string note{};                   ///< what --param takes beside `parameters`
    std::shared_ptr<const void> names{};  ///< keeps those of variables and parameters made at run time
    std::string file{};                   ///< of a game made from text: the text; else empty

    [[nodiscard]] int n() const { return n1 + n2; }
    /// The index of the variable with this name; -1 where there is none.
    [[nodiscard]] int variable_index(const std::string& name_of_variable) const;
    /// The largest absolute coordinate of the default window: the length that tolerances are relative to.
    [[nodiscard]] double scale() const;
    /// Of the circles; 0 without any.
    [[nodiscard]] double longest_period() const;
};

/// A game as a request has it: one of the program's by its name, or one that was made from text.
struct game_choice {
    game_choice() = default;
    game_choice(std::string of_program) : name(std::move(of_program)) {}  // NOLINT: names stand for games
    game_choice(const char* of_program) : name(of_program) {}             // NOLINT
    explicit game_choice(std::shared_ptr<const game_info> of_text)
        : name(of_text->name), made(std::move(of_text)) {}

    std::string name;
    std::shared_ptr<const game_info> made{};  ///< null: one of the program's
};

/// All games of the program, sorted by name.
const std::vector<game_info>& all_game_infos();

/// The game that is meant; throws user_error, naming those that there are. As long as the choice lives.
const game_info& find_game(const game_choice& game);

/// A game at given parameters.
class game_model {
  public:
    game_model(const game_model&) = delete;
    game_model& operator=(const game_model&) = delete;
    game_model(game_model&&) = delete;
    game_model& operator=(game_model&&) = delete;
    virtual ~game_model() = default;

    [[nodiscard]] const game_info& info() const { return info_; }
    [[nodiscard]] const std::vector<double>& parameters() const { return parameters_; }

    /// g(x) [n].
    [[nodiscard]] virtual Eigen::VectorXd gradient(const Eigen::VectorXd& x) const = 0;
    /// J(x) = Dg(x) [n, n].
    [[nodiscard]] virtual Eigen::MatrixXd jacobian(const Eigen::VectorXd& x) const = 0;

    /// What runs it (problem::game); null where its number of variables depends on its parameters.
    [[nodiscard]] const game_runs* runs() const {
        return info_.table == nullptr ? nullptr : &info_.table->runs;
    }
    /// Of a game whose number of variables depends on its parameters: what runs read (problem::sized), while this lives, and
    /// the critical points that the game knows of. Null and empty for others.
    [[nodiscard]] virtual const sized_gradient* sized() const { return nullptr; }
    [[nodiscard]] virtual std::vector<known_point> known_points() const { return {}; }

    /// a - b [n], modulo the period on a circle.
    [[nodiscard]] Eigen::VectorXd difference(const Eigen::VectorXd& a, const Eigen::VectorXd& b) const;

  protected:
    game_model(game_info info, std::vector<double> parameters)
        : info_(std::move(info)), parameters_(std::move(parameters)) {}

  private:
    game_info info_;
    std::vector<double> parameters_;
};

/// The game with the given parameters, the others at their defaults. Throws user_error for a parameter that
/// it has not, that is given twice or that is below its least value.
std::unique_ptr<game_model> make_game(const game_choice& game, const named_values& given = {});

}  // namespace tauroa
