#include "host/claims/claim.hpp"

#include "host/claims/findings.hpp"

namespace tauroa::claims {

void page::add(const std::string& says, const std::string& paper, std::function<finding(known_games&)> check,
               const std::string& why) {
    claims_.push_back({where_, figure_, game_, says, paper, std::move(check), why});
}

void page::rounded(const std::string& says, const std::string& paper,
                   const std::function<double(known_games&)>& ours, const std::string& why) {
    add(
        says, paper, [paper, ours](known_games& games) { return rounds_to(ours(games), paper); }, why);
}

std::vector<claim> joined(const std::vector<page>& pages) {
    std::vector<claim> all;
    for (const page& p : pages) all.insert(all.end(), p.claims().begin(), p.claims().end());
    return all;
}

std::vector<claim> all_claims() {
    std::vector<claim> all;
    for (auto* part :
         {theorem_claims, example_claims, rate_claims, dirac_gan_claims, appendix_j_claims, quadratic_claims,
          polynomial_4d_claims, polynomial_claims, torus_claims, torus_map_claims, covariance_gan_claims}) {
        const std::vector<claim> of_part = part();
        all.insert(all.end(), of_part.begin(), of_part.end());
    }
    return all;
}

}  // namespace tauroa::claims
