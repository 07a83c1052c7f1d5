#pragma once

// The cpu backend's loop for one thread: a pack of starts, each in its lane, stepped together. A lane whose
// start has ended is refilled from the queue at once, so that no vector runs for one last start. Every lane
// has its own k: the group's clock less the time at which its start came in.

#include "all_games.hpp"
#include "kernels/lanes_function.hpp"
#include "kernels/pack.hpp"
#include "kernels/run.hpp"
#include "kernels/start_queue.hpp"

namespace tauroa {

template <class Isa, update_order update, game Game>
class lanes {
  public:
    lanes(const problem& p, const start_block& starts, const results& to, start_queue& queue)
        : dynamics_(dynamics_of<Game>(p)),
          rule_(arrival_rule_of(p)),
          steps_(p.steps),
          starts_(&starts),
          to_(&to),
          queue_(&queue) {}

    /// Runs starts from the queue until there are none left.
    void run() {
        for (int lane = 0; lane < width; ++lane) refill(lane);
        load();
        while (live_ != 0) {
            const std::uint32_t over = ended();
            if (over != 0) {
                replace(over);
            } else {
                step<update, Game>(state_, dynamics_);
                ++clock_;
            }
        }
        queue_->finished(finished_, finished_steps_);
    }

  private:
    static constexpr int n = dimension<Game>;
    static constexpr int width = Isa::width;
    using real = pack<Isa>;

    /// Lanes whose start has ended, as bits.
    [[nodiscard]] std::uint32_t ended() const {
        std::uint32_t over = live_ & ~goes_on<Game>(state_.x, rule_).bits();
        if (clock_ == next_horizon_)
            for (int lane = 0; lane < width; ++lane)
                if (clock_ - begun_[lane] == steps_) over |= live_ & (1U << static_cast<unsigned>(lane));
        return over;
    }

    /// Records the ended lanes' starts and takes new ones into the lanes.
    void replace(std::uint32_t over) {
        for (int i = 0; i < n; ++i) state_.x[i].store(x_[i]);
        for (int lane = 0; lane < width; ++lane) {
            if ((over >> static_cast<unsigned>(lane) & 1U) == 0) continue;
            retire(lane);
            refill(lane);
        }
        load();
    }

    void retire(int lane) {
        point<double, n> x;
        for (int i = 0; i < n; ++i) x[i] = x_[i][lane];
        const auto k = static_cast<std::uint32_t>(clock_ - begun_[lane]);
        record<Game>(*to_, start_[lane], {label_at<Game>(x, rule_), k}, x);
        finished_ += 1;
        finished_steps_ += k;
    }

    void refill(int lane) {
        if (first_ == last_) {
            queue_->finished(finished_, finished_steps_);
            finished_ = finished_steps_ = 0;
            last_ = queue_->take(first_);
            last_ += first_;
        }
        const std::uint32_t bit = 1U << static_cast<unsigned>(lane);
        live_ = first_ == last_ ? live_ & ~bit : live_ | bit;
        if (first_ == last_) return;
        start_[lane] = first_++;
        begun_[lane] = clock_;
        const auto s = start_of<Game>(*starts_, start_[lane]);
        for (int i = 0; i < n; ++i) x_[i][lane] = s.x[i];
    }

    /// The pack's state from the lanes' coordinates, and when the next live lane reaches its horizon.
    void load() {
        point<real, n> x;
        for (int i = 0; i < n; ++i) x[i] = real::load(x_[i]);
        state_ = state_at<Game, real>(x);
        next_horizon_ = ~std::uint64_t{0};
        for (int lane = 0; lane < width; ++lane) {
            const bool live = (live_ >> static_cast<unsigned>(lane) & 1U) != 0;
            if (live && begun_[lane] + steps_ < next_horizon_) next_horizon_ = begun_[lane] + steps_;
        }
    }

    dynamics<Game> dynamics_;
    arrival_rule rule_;
    std::uint64_t steps_;
    const start_block* starts_;
    const results* to_;
    start_queue* queue_;

    state<Game, real> state_;
    alignas(64) double x_[n][width] = {};
    std::uint64_t start_[width] = {}, begun_[width] = {};
    std::uint32_t live_ = 0;
    std::uint64_t clock_ = 0, next_horizon_ = 0;
    std::uint64_t first_ = 0, last_ = 0;  // taken from the queue, not yet in a lane
    std::uint64_t finished_ = 0, finished_steps_ = 0;
};

/// A lanes_function.
template <class Isa>
void run_lanes(const problem& p, const start_block& starts, const results& to, start_queue& queue) {
    visit_game(all_games{}, p.game, [&]<class Game>(std::type_identity<Game> /*game*/) {
        visit_update(p.update, [&](auto update) { lanes<Isa, update(), Game>(p, starts, to, queue).run(); });
    });
}

}  // namespace tauroa
