#pragma once

// The cpu backend's loop for one thread. Starts run in the lanes of a pack, a block of steps at a time; what is
// tested after a block tells, by test_interval's promise, whether a start can have ended in it. Those that can are taken
// out, with their state before the block, and run it once more with a test at every step, many together; their lanes
// get new starts at once. So the steps between are free of tests, and `iterations` is exact.

#include "kernels/flock.hpp"
#include "kernels/run.hpp"
#include "kernels/side_by_side.hpp"
#include "kernels/start_queue.hpp"

namespace tauroa {

template <class Isa, update_order update, game Game>
class lanes {
  public:
    lanes(const problem& p, const start_block& starts, const results& to, start_queue& queue)
        : dynamics_(dynamics_of<Game>(p)),
          rule_(arrival_rule_of(p)),
          interval_(p.interval),
          starts_(&starts),
          to_(&to),
          queue_(&queue) {
        if (interval_.steps == 1) interval_.squared_watch = &rule_.squared_tolerance;
    }

    /// Runs starts from the queue until there are none left.
    void run() {
        for (fill(); blind_.count + watched_.count > 0 && !queue_->stopped(); fill()) {
            if (blind_.count > 0) run_blind();
            while (watched_.count >= width || (blind_.count == 0 && watched_.count > 0)) run_watched();
        }
        queue_->finished(finished_, finished_steps_);
    }

  private:
    static constexpr int n = dimension<Game>;
    static constexpr flight best = flight_of<Game>(Isa::in_flight_for(update));
    static constexpr int vectors = best.packs * best.vectors;
    static constexpr int width = vectors * Isa::width;
    static_assert(width <= 64, "a lane is a bit of a mask");
    template <int count>
    using real = pack<Isa, count>;

    /// Calls f(lane) for every bit set, the highest first: a lane may then be removed.
    template <class F>
    static void for_each_lane(std::uint64_t bits, F f) {
        while (bits != 0) {
            const int lane = 63 - __builtin_clzll(bits);
            bits ^= std::uint64_t{1} << static_cast<unsigned>(lane);
            f(lane);
        }
    }
    static std::uint64_t first_lanes(int count) {
        return count == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << static_cast<unsigned>(count)) - 1;
    }

    /// Calls f with the number of vectors that so many starts need: all, or a quarter of them.
    template <class F>
    static void with_vectors(int count, F f) {
        constexpr int few = vectors >= 4 ? vectors / 4 : 1;
        if (count <= few * Isa::width)
            f(std::integral_constant<int, few>{});
        else
            f(std::integral_constant<int, vectors>{});
    }

    /// Gives every free lane a start, as long as there are any.
    void fill() {
        while (blind_.count < width) {
            if (first_ == last_ && !take_more()) return;
            const auto s = start_of<Game>(*starts_, first_);
            const std::int16_t label = label_at<Game>(s.x, 0, rule_);
            if (label == under_way)
                blind_.add(s.x, first_, 0);
            else
                retire(first_, label, 0, s.x);
            ++first_;
        }
    }

    bool take_more() {
        queue_->finished(finished_, finished_steps_);
        finished_ = finished_steps_ = 0;
        last_ = queue_->take(first_);
        last_ += first_;
        return first_ != last_;
    }

    void retire(std::uint64_t start, std::int16_t label, std::uint32_t k, const point<double, n>& x) {
        record<Game>(*to_, start, label, iterations_of({label, k}, rule_.horizon), x);
        finished_ += 1;
        finished_steps_ += k;
    }

    // --- blocks without tests

    void run_blind() {
        const std::uint32_t steps = interval_.steps;
        std::uint64_t clear = 0, inside = 0;
        with_vectors(blind_.count, [&](auto count) {
            const point<real<count>, n> x = block_of_steps<count>(steps);
            clear =
                clear_of<Game>(x, rule_.points, interval_.squared_watch, steps == 1 ? 0 : 1, interval_.bound)
                    .bits();
            inside = proven<count>(x);
        });
        const std::uint64_t suspects = ~clear | last_blocks(blind_, blind_.count, steps);
        for_each_lane((suspects | inside) & first_lanes(blind_.count),
                      [&](int lane) { settle(lane, (suspects >> static_cast<unsigned>(lane) & 1U) != 0); });
        for (int lane = 0; lane < blind_.count; ++lane) blind_.k[lane] += steps;
    }

    /// Those of the first `count` lanes, as bits, that reach the horizon within so many steps.
    template <int capacity>
    std::uint64_t last_blocks(const flock<n, capacity>& of, int count, std::uint32_t steps) const {
        std::uint32_t latest = 0;
        for (int lane = 0; lane < count; ++lane) latest = latest < of.k[lane] ? of.k[lane] : latest;
        std::uint64_t bits = 0;
        if (rule_.horizon - latest > steps) return bits;
        for (int lane = 0; lane < count; ++lane)
            if (rule_.horizon - of.k[lane] <= steps) bits |= std::uint64_t{1} << static_cast<unsigned>(lane);
        return bits;
    }

    /// One block for every lane of so many vectors; the states before it are kept.
    template <int count>
    point<real<count>, n> block_of_steps(std::uint32_t steps) {
        for (int i = 0; i < n; ++i) real<count>::load(blind_.x[i]).store(before_[i]);
        take_blind_steps<count>(blind_.x[0], dynamics_, steps);
        point<real<count>, n> x;
        for (int i = 0; i < n; ++i) x[i] = real<count>::load(blind_.x[i]);
        return x;
    }

    /// Out of line: what stands around it would take registers.
    template <int count>
    [[gnu::noinline]] static void take_blind_steps(double* x, const dynamics<Game>& d, std::uint32_t steps) {
        constexpr flight f = count == vectors ? best : flight{1, count};
        take_steps<update, Game, real<f.vectors>, f.packs>(x, width, d, steps);
    }

    /// Lanes that are in a set with a proof, as bits.
    template <int count>
    std::uint64_t proven(const point<real<count>, n>& x) const {
        std::uint64_t inside = 0;
        if (rule_.escape.low != nullptr) inside |= ~outside<Game>(x, rule_.escape).bits();
        if (rule_.far_away.low != nullptr) inside |= ~outside<Game>(x, rule_.far_away).bits();
        if (rule_.capture.levels > 0) inside |= ~free_of_capture<Game>(x, rule_).bits();
        return inside;
    }

    /// Takes a lane out that may have ended in the block, or has ended at its end.
    void settle(int lane, bool suspect) {
        if (suspect && interval_.steps > 1) {
            point<double, n> x;
            for (int i = 0; i < n; ++i) x[i] = before_[i][lane];
            watched_.add(x, blind_.start[lane], blind_.k[lane]);
        } else {
            const std::uint32_t k = blind_.k[lane] + interval_.steps;
            const auto x = blind_.at(lane);
            const std::int16_t label = label_at<Game>(x, k, rule_);
            if (label == under_way) return;  // only at multiples of proof_interval
            retire(blind_.start[lane], label, k, x);
        }
        blind_.remove(lane);
    }

    // --- blocks with a test at every step

    /// One block for the first `width` watched starts; those that do not end stay watched.
    void run_watched() {
        const int count = watched_.count < width ? watched_.count : width;
        const std::uint64_t begun = first_lanes(count),
                            ending = last_blocks(watched_, count, interval_.steps);
        std::uint64_t live = begun;
        with_vectors(count, [&](auto vectors) {
            point<real<vectors>, n> x;
            for (int i = 0; i < n; ++i) x[i] = real<vectors>::load(watched_.x[i]);
            auto s = state_at<Game, real<vectors>>(x);
            for (std::uint32_t j = 0; live != 0; ++j) {
                std::uint64_t over = ending | ~goes_on<Game>(s.x, rule_).bits();
                if (j == interval_.steps) over |= proven<vectors>(s.x);
                if ((live & over) != 0) live &= ~retire_watched<vectors>(s.x, live & over, j);
                if (j == interval_.steps) break;
                step<update, Game>(s, dynamics_);
            }
            for (int i = 0; i < n; ++i) s.x[i].store(watched_.x[i]);
        });
        for_each_lane(begun, [&](int lane) {
            if ((live >> static_cast<unsigned>(lane) & 1U) != 0)
                watched_.k[lane] += interval_.steps;
            else
                watched_.remove(lane);
        });
    }

    /// Records those of the lanes that have ended, and returns them.
    template <int vectors>
    std::uint64_t retire_watched(const point<real<vectors>, n>& x, std::uint64_t over, std::uint32_t j) {
        alignas(64) double at[n][width];
        for (int i = 0; i < n; ++i) x[i].store(at[i]);
        std::uint64_t ended = 0;
        for_each_lane(over, [&](int lane) {
            point<double, n> p;
            for (int i = 0; i < n; ++i) p[i] = at[i][lane];
            const std::uint32_t k = watched_.k[lane] + j;
            const std::int16_t label = label_at<Game>(p, k, rule_);
            if (label == under_way) return;
            retire(watched_.start[lane], label, k, p);
            ended |= std::uint64_t{1} << static_cast<unsigned>(lane);
        });
        return ended;
    }

    dynamics<Game> dynamics_;
    arrival_rule rule_;
    test_interval interval_;
    const start_block* starts_;
    const results* to_;
    start_queue* queue_;

    flock<n, width> blind_;
    flock<n, 2 * width> watched_;
    alignas(64) double before_[n][width] = {};
    std::uint64_t first_ = 0, last_ = 0;  // taken from the queue, not yet in a lane
    std::uint64_t finished_ = 0, finished_steps_ = 0;
};

}  // namespace tauroa
