#pragma once

// Expressions as C++ statements, one a node: made of fixed words, indices and hexadecimal numbers only.
//     fused: sums of products by fma, and exp begun as soon as its argument is known but finished only when nothing that
//     does without it is left to do (kernels/elementary.hpp). Not fused: each operation as it was written.

#include <string>
#include <vector>

#include "host/text_game/graph.hpp"
#include "host/text_game/sign.hpp"

namespace tauroa::text_game {

class statement_writer {
  public:
    /// kept: [nodes] functions whose values stand in the game's terms `t`; or empty.
    statement_writer(const graph& from, bool fused, std::vector<bool> kept = {});

    /// The statements, each on a line, after which `value` of the roots can be used.
    std::string statements(const std::vector<node>& roots);

    /// What stands for a root, as a T.
    [[nodiscard]] std::string value(node i) const;

    /// The terms' member that keeps a function: both sin and cos of an angle are one.
    [[nodiscard]] std::string member(node i) const;

  private:
    [[nodiscard]] bool is_kept(node i) const { return !kept_.empty() && kept_[static_cast<std::size_t>(i)]; }
    /// Whether exp of it is begun and finished apart: it cannot overflow.
    [[nodiscard]] bool is_in_halves(node i) const;
    void find_uses(const std::vector<node>& roots);
    void find_order();
    void choose_fused(node sum);
    [[nodiscard]] bool can_be_fused(node product) const;
    [[nodiscard]] std::string uniform_value(node i) const;
    [[nodiscard]] std::string definition(node i) const;
    [[nodiscard]] std::string sum_of_product(node i) const;
    [[nodiscard]] std::string negated_value(node i) const;
    void write(node i, std::string& to);
    void write_begun(node argument, std::string& to) const;

    const graph* graph_;
    bool fused_;
    std::vector<bool> kept_;
    std::vector<sign> signs_;
    std::vector<bool> needed_;
    std::vector<int> uses_;
    std::vector<node> product_of_;     // [nodes] of a sum: the product that is computed with it, or -1
    std::vector<bool> within_;         // [nodes] of a product: computed with its sum
    std::vector<bool> angle_written_;  // [nodes]
    std::vector<node> order_;
};

/// A double that reads back to the bit, whatever follows or stands before it. Throws failure for one that is not finite.
std::string hexadecimal(double x);

}  // namespace tauroa::text_game
