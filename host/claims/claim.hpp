#pragma once

// The numerical claims of the paper (Fiez and Ratliff, ICLR 2021) that its games allow to be looked at, each with what is
// computed for it: nothing of ours is stored, every value is worked out when it is asked for.
// A value that the paper rounds is agreed with where ours rounds to it at the paper's digits.

#include <functional>
#include <string>
#include <vector>

#include "host/claims/known_games.hpp"

namespace tauroa::claims {

/// What was computed for a claim.
struct finding {
    std::string ours;
    bool agrees = false;
};

struct claim {
    std::string where;   ///< section, example, theorem or appendix of the paper
    std::string figure;  ///< fig1 ... fig11; empty where there is none
    std::string game;    ///< empty: all of them
    std::string says;    ///< what is claimed, in a few words
    std::string paper;   ///< the paper's value
    std::function<finding(known_games&)> check;
    std::string why;  ///< said where it does not agree
};

/// Claims of one place of the paper about one game.
class page {
  public:
    page(std::string where, std::string game, std::string figure = "")
        : where_(std::move(where)), figure_(std::move(figure)), game_(std::move(game)) {}

    void add(const std::string& says, const std::string& paper, std::function<finding(known_games&)> check,
             const std::string& why = "");
    /// A number that the paper gives as this decimal text.
    void rounded(const std::string& says, const std::string& paper,
                 const std::function<double(known_games&)>& ours, const std::string& why = "");
    /// The claims that follow belong to this figure; empty: to none.
    void of_figure(const std::string& figure) { figure_ = figure; }

    [[nodiscard]] const std::vector<claim>& claims() const { return claims_; }

  private:
    std::string where_, figure_, game_;
    std::vector<claim> claims_;
};

/// All of them, in the paper's order.
std::vector<claim> all_claims();

std::vector<claim> joined(const std::vector<page>& pages);

std::vector<claim> theorem_claims();
std::vector<claim> rate_claims();
std::vector<claim> example_claims();
std::vector<claim> dirac_gan_claims();
std::vector<claim> appendix_j_claims();
std::vector<claim> quadratic_claims();
std::vector<claim> polynomial_4d_claims();
std::vector<claim> polynomial_claims();
std::vector<claim> torus_claims();
std::vector<claim> torus_map_claims();
std::vector<claim> covariance_gan_claims();

}  // namespace tauroa::claims
