#pragma once

// The run of one start of a game whose number of variables is known at run time only: the step of step.hpp and the label
// rule of arrival.hpp on arrays, bit for bit what they give for a game of the same gradient.

#include <vector>

#include "kernels/problem.hpp"
#include "kernels/run.hpp"
#include "kernels/sized_game.hpp"

namespace tauroa {

class start_queue;

/// x_k of one start, and how it goes on.
class sized_run {
  public:
    /// p.sized is given; its proofs are not used.
    explicit sized_run(const problem& p);

    /// x_0 from a start [n], which may lie anywhere.
    void begin(const double* start);
    /// x_0 of start i of a block.
    void begin(const start_block& starts, std::uint64_t i);

    /// x_k -> x_{k+1}.
    void step();
    /// Iterates from x_k until the start's end, or until x_until. Label `under_way`: not yet.
    outcome advance(std::uint32_t k, std::uint32_t until);

    [[nodiscard]] const std::vector<double>& x() const { return x_; }

    // what the label rule asks (label_by)
    static constexpr bool has_proofs = false;
    [[nodiscard]] std::ptrdiff_t variables() const { return static_cast<std::ptrdiff_t>(x_.size()); }
    [[nodiscard]] double squared_distance_to(const double* target) const;
    [[nodiscard]] bool is_bounded() const;

  private:
    [[nodiscard]] double kept(std::size_t i, double x) const;
    void move(std::size_t first, std::size_t last, double rate);

    const sized_gradient* game_;
    update_order update_;
    double rate1_, rate2_;
    arrival_rule rule_;
    std::vector<double> x_, g_;
};

/// Runs starts of the block from the queue until there are none left, in the calling thread (a lanes_function).
void run_sized(const problem& p, const start_block& starts, const results& to, start_queue& queue);

}  // namespace tauroa
