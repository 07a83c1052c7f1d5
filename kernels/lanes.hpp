#pragma once

// The cpu backend's loop for one thread. Starts run in the lanes of a pack, a block of steps at a time; what is
// tested after a block tells, by test_interval's promise, whether a start can have ended in it. Those that can are taken
// out; their lanes get others at once. Many together, they are looked at again: by the block's first steps most are
// certain to have passed by (passage.hpp), and go on from its end. The rest runs the block once more, with a test at
// every step. So the steps between are free of tests, and `iterations` is exact.

#include "kernels/flock.hpp"
#include "kernels/lane_bits.hpp"
#include "kernels/passage.hpp"
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
        for (fill(); under_way_here() > 0 && !queue_->stopped(); fill()) {
            if (blind_.count > 0) run_blind();
            const bool last = blind_.count == 0;
            while (doubtful_.count >= width || (last && doubtful_.count > 0)) look_again();
            while (watched_.count >= width || (last && watched_.count > 0)) run_watched();
        }
        queue_->finished(finished_, finished_steps_);
    }

  private:
    static constexpr int n = dimension<Game>;
    static constexpr flight best = flight_of<Game>(Isa::in_flight_for(update, staged<Game>));
    static constexpr int vectors = best.packs * best.vectors;
    static constexpr int width = vectors * Isa::width;
    static_assert(width <= 64, "a lane is a bit of a mask");
    static constexpr std::uint32_t most_watched = 16;  // steps: so long lanes that end are idle
    template <int count>
    using real = pack<Isa, count>;

    /// Calls f with the number of vectors that so many starts need: all, or some quarter of them.
    template <class F>
    static void with_vectors(int count, F f) {
        constexpr int few = vectors >= 4 ? vectors / 4 : 1;
        if (count <= few * Isa::width)
            f(std::integral_constant<int, few>{});
        else
            f(std::integral_constant<int, vectors>{});
    }

    [[nodiscard]] int under_way_here() const {
        return blind_.count + doubtful_.count + resumed_.count + watched_.count;
    }

    /// Gives every free lane a start that is to be resumed or a new one, as long as there are any.
    void fill() {
        while (blind_.count < width) {
            if (resumed_.count > 0) {
                const int last = resumed_.count - 1;
                blind_.add(resumed_.at(last), resumed_.start[last], resumed_.k[last],
                           resumed_.free_until[last]);
                resumed_.remove(last);
                continue;
            }
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
        const std::uint64_t here = first_lanes(blind_.count);
        std::uint64_t suspects = 0, inside = 0;
        with_vectors(blind_.count, [&](auto count) {
            for (int i = 0; i < n; ++i) real<count>::load(blind_.x[i]).store(before_[i]);
            advance<count>(blind_.x, dynamics_, steps);
            suspects = here & ~lanes_where<Isa, count>(blind_.x, [&](const auto& x) {
                           return clear_of<Game>(x, rule_.points, interval_.squared_watch, steps == 1 ? 0 : 1,
                                                 interval_.bound);
                       });
            inside = here & proven<count>(blind_.x);
        });
        for_each_lane(suspects, [&](int lane) {
            if (blind_.k[lane] + steps <= blind_.free_until[lane]) suspects ^= bit(lane);
        });
        const std::uint64_t last = last_blocks(blind_, blind_.count, steps);
        // What else may have become of them than an arrival, only a test at every step tells.
        const std::uint64_t doubtful = interval_.passages == nullptr ? 0 : suspects & ~(last | inside);
        for_each_lane(suspects | last | inside, [&](int lane) {
            if (steps == 1 || ((suspects | last) & bit(lane)) == 0)
                settle(lane);
            else
                take_out(lane, (doubtful & bit(lane)) != 0);
        });
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
            if (rule_.horizon - of.k[lane] <= steps) bits |= bit(lane);
        return bits;
    }

    /// Takes the first `count` vectors so many steps further. Out of line: what stands around it would take registers.
    template <int count, int row, class Seen = unseen>
    [[gnu::noinline]] static void advance(double (&x)[n][row], const dynamics<Game>& d, std::uint32_t steps,
                                          Seen seen = {}) {
        constexpr flight f = count == vectors ? best : flight{1, count};
        take_steps<update, Game, stepping_pack<Isa, update, Game, f.vectors>, f.packs>(x[0], row, d, steps,
                                                                                       seen);
    }

    /// Lanes of so many vectors that are in a set with a proof, as bits.
    template <int count, int row>
    std::uint64_t proven(const double (&of)[n][row]) const {
        const auto where = [&of](auto holds) { return lanes_where<Isa, count>(of, holds); };
        std::uint64_t none = ~std::uint64_t{0};
        if (rule_.escape.low != nullptr)
            none &= where([&](const auto& x) { return outside<Game>(x, rule_.escape); });
        if (rule_.far_away.low != nullptr)
            none &= where([&](const auto& x) { return outside<Game>(x, rule_.far_away); });
        if (rule_.capture.levels > 0)
            none &= where([&](const auto& x) { return free_of_capture<Game>(x, rule_); });
        return ~none;
    }

    /// Takes a lane out that may have ended in the block, to look at it again or to watch it at once.
    void take_out(int lane, bool doubtful) {
        point<double, n> before;
        for (int i = 0; i < n; ++i) before[i] = before_[i][lane];
        if (doubtful) {
            for (int i = 0; i < n; ++i) end_[i][doubtful_.count] = blind_.x[i][lane];
            doubtful_.add(before, blind_.start[lane], blind_.k[lane]);
        } else {
            watched_.add(before, blind_.start[lane], blind_.k[lane]);
        }
        blind_.remove(lane);
    }

    /// Takes a lane out that has ended at the block's end.
    void settle(int lane) {
        const std::uint32_t k = blind_.k[lane] + interval_.steps;
        const auto x = blind_.at(lane);
        const std::int16_t label = label_at<Game>(x, k, rule_);
        if (label == under_way) return;  // proofs: only at multiples of proof_interval
        retire(blind_.start[lane], label, k, x);
        blind_.remove(lane);
    }

    // --- blocks that may have to be run again

    /// Sorts the last doubtful starts: to be resumed at the block's end, or to be watched from there on, or in the block.
    void look_again() {
        const int count = doubtful_.count < width ? doubtful_.count : width, first = doubtful_.count - count;
        for (int i = 0; i < n; ++i)
            for (int lane = 0; lane < count; ++lane) next_[i][lane] = doubtful_.x[i][first + lane];
        prospects of;
        with_vectors(count, [&](auto vectors_of_them) {
            point<real<vectors_of_them>, n> x[3];
            for (int j = 0; j < 3; ++j) {
                if (j > 0) advance<vectors_of_them>(next_, dynamics_, 1);
                for (int i = 0; i < n; ++i) x[j][i] = real<vectors_of_them>::load(next_[i]);
            }
            of = prospects_of<Game>(x, rule_.points, interval_);
        });
        for (int lane = count - 1; lane >= 0; --lane) sort(first + lane, of, lane);
    }

    /// The last doubtful start, of which that lane tells.
    void sort(int which, const prospects& of, int lane) {
        int length = passage_lengths - 1;
        while (length >= 0 && (of.passing[length] & bit(lane)) == 0) --length;
        const std::uint64_t start = doubtful_.start[which];
        const std::uint32_t k = doubtful_.k[which], steps = interval_.steps;
        if (length < 0) {
            watched_.add(doubtful_.at(which), start, k);
        } else {
            point<double, n> end;
            for (int i = 0; i < n; ++i) end[i] = end_[i][which];
            if (length == 0 && (of.soon & bit(lane)) != 0)
                watched_.add(end, start, k + steps);
            else
                resumed_.add(end, start, k + steps, k + (steps << static_cast<unsigned>(length)));
        }
        doubtful_.remove(which);
    }

    // --- blocks with a test at every step

    /// Some steps for the first `width` watched starts; those that do not end stay watched.
    void run_watched() {
        const std::uint32_t steps = interval_.steps < most_watched ? interval_.steps : most_watched;
        const int count = watched_.count < width ? watched_.count : width;
        with_vectors(count, [&](auto vectors) { trace<vectors>(steps); });
        const std::uint64_t ending = last_blocks(watched_, count, steps);
        std::uint64_t live = first_lanes(count);
        for (std::uint32_t j = 0; j <= steps; ++j)
            for_each_lane(live & (ending | over_[j]), [&](int lane) {
                if (retire_watched(lane, j)) live &= ~bit(lane);
            });
        for (int lane = count - 1; lane >= 0; --lane) {
            if ((live & bit(lane)) != 0)
                watched_.k[lane] += steps;
            else
                watched_.remove(lane);
        }
    }

    /// Notes every state of the first watched starts and where, as bits, they may have ended, without a branch between:
    /// that some start ends is nothing that a processor foresees.
    template <int count>
    void trace(std::uint32_t steps) {
        for (int i = 0; i < n; ++i) real<count>::load(watched_.x[i]).store(trace_[0][i]);
        advance<count>(watched_.x, dynamics_, steps,
                       [trace = trace_](int first, std::uint32_t j, const auto& x) {
                           for (int i = 0; i < n; ++i) x[i].store(trace[j][i] + first);
                       });
        for (std::uint32_t j = 0; j <= steps; ++j)
            over_[j] =
                ~lanes_where<Isa, count>(trace_[j], [&](const auto& x) { return goes_on<Game>(x, rule_); });
        over_[steps] |= proven<count>(trace_[steps]);
    }

    /// Records a watched start if it has ended at the j-th state of its trace; returns whether it has.
    bool retire_watched(int lane, std::uint32_t j) {
        point<double, n> x;
        for (int i = 0; i < n; ++i) x[i] = trace_[j][i][lane];
        const std::uint32_t k = watched_.k[lane] + j;
        const std::int16_t label = label_at<Game>(x, k, rule_);
        if (label == under_way) return false;
        retire(watched_.start[lane], label, k, x);
        return true;
    }

    dynamics<Game> dynamics_;
    arrival_rule rule_;
    test_interval interval_;
    const start_block* starts_;
    const results* to_;
    start_queue* queue_;

    flock<n, width> blind_;
    flock<n, 2 * width> doubtful_, resumed_;
    flock<n, 3 * width> watched_;
    alignas(64) double trace_[most_watched + 1][n][width] = {};
    std::uint64_t over_[most_watched + 1] = {};
    alignas(64) double end_[n][2 * width] = {};  // of the doubtful: x at their block's end
    alignas(64) double before_[n][width] = {}, next_[n][width] = {};
    std::uint64_t first_ = 0, last_ = 0;  // taken from the queue, not yet in a lane
    std::uint64_t finished_ = 0, finished_steps_ = 0;
};

}  // namespace tauroa
