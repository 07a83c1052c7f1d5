#pragma once

// The cpu backend's loop for one thread, with noise (kernels/noisy_run.hpp). As many starts as a pack has lanes run
// from x_0 to x_K together, so that all have the same k, and one learning rate serves them all. Those that diverge are
// recorded and stay in their lanes, unheeded.

#include "kernels/lane_bits.hpp"
#include "kernels/noisy_run.hpp"
#include "kernels/pack.hpp"
#include "kernels/start_queue.hpp"

namespace tauroa {

template <class Isa, update_order update, game Game>
class noisy_lanes {
  public:
    noisy_lanes(const problem& p, const start_block& starts, const results& to, start_queue& queue)
        : with_(stochastic_of(p)),
          dynamics_(dynamics_of<Game>(p)),
          rule_(arrival_rule_of(p)),
          starts_(&starts),
          to_(&to),
          queue_(&queue) {}

    /// Runs starts from the queue until there are none left.
    void run() {
        while (gather() && !queue_->stopped()) run_together();
        queue_->finished(finished_, finished_steps_);
    }

  private:
    static constexpr int n = dimension<Game>;
    using real = pack<Isa, Isa::vectors_with_noise>;
    static constexpr int width = real::width;
    static_assert(width <= 64, "a lane is a bit of a mask");

    /// Takes starts for all lanes, as far as there are any; false where there are none.
    bool gather() {
        queue_->finished(finished_, finished_steps_);
        finished_ = finished_steps_ = 0;
        live_ = 0;
        for (int lane = 0; lane < width; ++lane) {
            if (first_ == last_) {
                last_ = queue_->take(first_);
                last_ += first_;
                if (first_ == last_) break;
            }
            put(lane, first_++);
            live_ |= bit(lane);
        }
        return live_ != 0;
    }

    void put(int lane, std::uint64_t start) {
        start_[lane] = start;
        number_[lane] = static_cast<double>(number_of_start(*starts_, start));  // below 2^40
        const auto s = start_of<Game>(*starts_, start);
        for (int v = 0; v < n; ++v) x_[v][lane] = s.x[v];
    }

    void run_together() {
        point<real, n> x;
        for (int v = 0; v < n; ++v) x[v] = real::load(x_[v]);
        auto s = state_at<Game, real>(x);
        stay<real> last;
        for (std::uint32_t k = 0;; ++k) {
            look(s.x, last, k);
            if (k == rule_.horizon || live_ == 0) break;
            if (k % width == 0) {
                if (queue_->stopped()) return;
                compute_factors(k);
            }
            move(s, k);
        }
        retire(s.x, last);
    }

    /// Notes where the starts are at x_k, and records those that have diverged.
    void look(const point<real, n>& x, stay<real>& last, std::uint32_t k) {
        last.look(place_at<Game>(x, rule_), k);
        const std::uint64_t free = (last.place < real(0.0)).bits(), over = free & ~bounded<Game>(x).bits();
        if ((live_ & over) == 0) return;
        for (int v = 0; v < n; ++v) x[v].store(x_[v]);
        for (int lane = 0; lane < width; ++lane)
            if ((live_ & over & bit(lane)) != 0) record_lane(lane, {diverged, k}, k);
        live_ &= ~over;
    }

    /// Those of steps k, ..., k + width - 1.
    void compute_factors(std::uint32_t k) {
        for (int j = 0; j < width; ++j) factor_[j] = static_cast<double>(k) + static_cast<double>(j + 1);
        decay_factor(real::load(factor_), with_.of.decay).store(factor_);
    }

    void move(state<Game, real>& s, std::uint32_t k) {
        set_rates(dynamics_, with_, factor_[k % width]);
        const auto w = noise_at<philox, n, real>(word_of(real::load(number_)), k, with_.of);
        step<update, Game>(s, dynamics_, disturbed_by<real, n>{w, dynamics_.rate1});
    }

    /// Records the starts that have reached the horizon.
    void retire(const point<real, n>& x, const stay<real>& last) {
        alignas(64) double place[width], since[width];
        for (int v = 0; v < n; ++v) x[v].store(x_[v]);
        last.place.store(place);
        last.since.store(since);
        for (int lane = 0; lane < width; ++lane)
            if ((live_ & bit(lane)) != 0)
                record_lane(lane, outcome_of({place[lane], since[lane]}, rule_), rule_.horizon);
    }

    /// steps: how many were computed for it.
    void record_lane(int lane, const outcome& o, std::uint32_t steps) {
        point<double, n> x;
        for (int v = 0; v < n; ++v) x[v] = x_[v][lane];
        record<Game>(*to_, start_[lane], o.label, o.steps, x);
        finished_ += 1;
        finished_steps_ += steps;
    }

    stochastic with_;
    dynamics<Game> dynamics_;
    arrival_rule rule_;
    const start_block* starts_;
    const results* to_;
    start_queue* queue_;

    alignas(64) double x_[n][width] = {}, number_[width] = {}, factor_[width] = {};
    std::uint64_t start_[width] = {};
    std::uint64_t live_ = 0;              // lanes whose starts are not recorded yet
    std::uint64_t first_ = 0, last_ = 0;  // taken from the queue, not yet in a lane
    std::uint64_t finished_ = 0, finished_steps_ = 0;
};

}  // namespace tauroa
