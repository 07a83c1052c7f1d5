#pragma once

// Sums and products rearranged for speed, as only gradients are: results differ by roundings from the order written.
//     products: c a^i b^j ...: one number in front, what holds only parameters next to it, powers by squaring
//     sums:     equal products taken together; then, greedily, the factor of most terms taken out of them,
//               E (x (c1 a + c2 b) + c3 y) for c1 E x a + c2 E x b + c3 E y (Breuer, "Generation of optimal code for
//               expressions via factorization", CACM 12(6), 1969)

#include <utility>
#include <vector>

#include "host/text_game/graph.hpp"

namespace tauroa::text_game {

/// coefficient * product of node^exponent, nodes ascending.
struct monomial {
    double coefficient = 1.0;
    std::vector<std::pair<node, int>> factors{};
};

class algebra {
  public:
    /// in: what is built is built there; outlives the algebra.
    explicit algebra(graph& in) : graph_(&in) {}

    node product(node a, node b);
    node negated(node a);
    node sum(const std::vector<node>& terms);

  private:
    /// A node's factors, as far as they are few.
    const monomial& factors_of(node a);
    [[nodiscard]] monomial found_factors(node a) const;
    node built(const monomial& m);
    node sum_of(std::vector<monomial> terms);
    node plain_sum(std::vector<monomial> terms);

    graph* graph_;
    std::vector<monomial> known_;  // of the first nodes
};

}  // namespace tauroa::text_game
