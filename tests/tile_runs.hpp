#pragma once

// Tiles of starts, run as the cuda backend runs them: begin, then piece after piece of steps, the live starts moved
// together in between; for tests. A machine does what the GPU would. Whatever the game, labels, iterations and final
// states must be those of the plain loop over starts, bit for bit, and nothing beyond the slots in use may be touched.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <vector>

#include "tests/tile_inputs.hpp"

namespace tile_runs {

/// What became of the starts; garbage before.
struct output {
    std::vector<std::int16_t> label;
    std::vector<std::uint32_t> iterations;
    std::vector<double> final_state;
    std::uint64_t steps = 0;  ///< computed for all of them
    output(std::uint32_t count, int n)
        : label(count, 12345),
          iterations(count, 123456789),
          final_state(count * static_cast<std::size_t>(n), 0.125) {}
    results where(bool final_states) {
        return {label.data(), iterations.data(), final_states ? final_state.data() : nullptr};
    }
};

/// The plain loop over the grid.
template <update_order update, game Game>
output expected(const tile_input& in, const setting& s) {
    output out(static_cast<std::uint32_t>(in.starts.count), dimension<Game>);
    auto d = dynamics_of<Game>(in.asked);
    const arrival_rule rule = arrival_rule_of(in.asked);
    start_block grid = in.starts;
    grid.points = nullptr;
    for (std::uint64_t i = 0; i < in.starts.count; ++i) {
        noisy_start<Game> at{start_of<Game>(grid, i), number_of_start(grid, i)};
        const bool noisy = s.disturbance != nullptr;
        const outcome o = noisy
                              ? advance_with_noise<update>(at, d, stochastic_of(in.asked), rule, 0, s.horizon)
                              : advance<update, Game>(at.s, d, rule, 0, s.horizon);
        record<Game>(out.where(s.final_states), i, o.label, iterations_of(o, s.horizon), at.s.x);
        out.steps += noisy && o.label != diverged ? s.horizon : o.steps;
    }
    return out;
}

/// Slots for starts; garbage at first.
struct slots {
    std::vector<double> x;
    std::vector<std::uint32_t> index;
    std::vector<std::uint8_t> over;
    std::vector<stay<double>> last;
    live_starts live;
    slots(std::uint64_t capacity, std::uint32_t count, int n, bool noisy = false)
        : x(capacity * static_cast<std::uint64_t>(n), 0.0625),
          index(capacity, 987654321),
          over(capacity, 77),
          last(noisy ? capacity : 0, {0.5, 0.25}) {
        live = {x.data(), index.data(), over.data(), noisy ? last.data() : nullptr, capacity, count};
    }
    slots(const slots&) = delete;
    slots& operator=(const slots&) = delete;
    slots(slots&&) = delete;
    slots& operator=(slots&&) = delete;
    ~slots() = default;

    /// What stands beyond the slots in use, as bytes.
    [[nodiscard]] std::string beyond() const {
        std::string bytes;
        const auto add = [&bytes](const auto* from, std::uint64_t n) {
            bytes.append(reinterpret_cast<const char*>(from), n * sizeof *from);
        };
        const std::uint64_t unused = live.capacity - live.count;
        for (std::uint64_t begin = 0; begin < x.size(); begin += live.capacity)
            add(x.data() + begin + live.count, unused);
        add(index.data() + live.count, unused);
        add(over.data() + live.count, unused);
        if (live.last != nullptr) add(last.data() + live.count, unused);
        return bytes;
    }
};

/// One launch.
template <update_order update, game Game, class Machine>
void advance_by(Machine& machine, const tile_input& in, const live_starts& live, const results& to,
                step_range range) {
    const auto d = dynamics_of<Game>(in.asked);
    const arrival_rule rule = arrival_rule_of(in.asked);
    if (in.asked.disturbance != nullptr)
        machine.template advance_noisy<update, Game>(live, d, stochastic_of(in.asked), rule, in.starts, to,
                                                     range);
    else
        machine.template advance<update, Game>(live, d, rule, to, range);
}

/// Runs a tile on a machine.
template <update_order update, game Game, class Machine>
output run_in_pieces(Machine& machine, const tile_input& in, const setting& s) {
    constexpr int n = dimension<Game>;
    const auto count = static_cast<std::uint32_t>(in.starts.count);
    output out(count, n);
    const bool noisy = s.disturbance != nullptr;
    slots one(count + s.room, count, n, noisy), other(count + s.room, 0, n, noisy), *now = &one,
                                                                                    *next = &other;
    machine.lend(in, out, one, other);
    const auto unharmed = [&](auto launch) {
        const std::string before = now->beyond();
        launch();
        EXPECT_EQ(now->beyond(), before) << "a launch has changed slots that are not in use";
    };

    unharmed([&] { machine.template begin<Game>(now->live, in.starts); });
    std::vector<std::uint32_t> ends = s.pieces;
    ends.push_back(s.horizon);
    std::uint32_t k = 0;
    for (const std::uint32_t until : ends) {
        unharmed([&] {
            advance_by<update, Game>(machine, in, now->live, out.where(s.final_states), {k, until});
        });
        k = until;
        const std::uint32_t over = machine.count_over(now->live);
        if (!s.eager_moving && over < now->live.count / 4) continue;
        machine.compact(now->live, next->live, n);
        EXPECT_EQ(next->live.count, now->live.count - over);
        std::swap(now, next);
    }
    EXPECT_EQ(machine.count_over(now->live), now->live.count) << "starts left over at the horizon";
    out.steps = noisy ? steps_with_noise(out.where(false), count, s.horizon)
                      : counted_iterations(out.where(false), count, s.horizon);
    return out;
}

/// Counts what the outputs of a game held, so that a test can tell that it tested something.
struct seen {
    std::array<int, 4> of{};  ///< arrived, not arrived, diverged, escaped
    void add(const output& out) {
        for (const std::int16_t label : out.label) ++of.at(static_cast<std::size_t>(label >= 0 ? 0 : -label));
    }
    [[nodiscard]] bool every_label() const {
        return std::all_of(of.begin(), of.end(), [](int count) { return count > 0; });
    }
};

/// Every setting and every number of starts on a machine made for it: make(setting's number, number of starts).
template <update_order update, game Game, class Make>
void expect_the_plain_loops_bits(Make make) {
    seen all;
    for (std::size_t i = 0; i < settings().size(); ++i)
        for (const std::uint32_t count : {1U, 2U, 31U, 33U, 257U}) {
            const setting& s = settings()[i];
            const tile_input in = input_for<Game>(s, update, count);
            auto machine = make(i, count);
            output wanted = expected<update, Game>(in, s), out = run_in_pieces<update, Game>(machine, in, s);
            const std::string about = std::string(Game::name) + ", setting " + std::to_string(i) + ", " +
                                      std::to_string(count) + " starts";
            ASSERT_EQ(out.label, wanted.label) << about;
            ASSERT_EQ(out.iterations, wanted.iterations) << about;
            ASSERT_EQ(out.steps, wanted.steps) << about;
            const std::size_t bytes = out.final_state.size() * sizeof(double);
            ASSERT_EQ(std::memcmp(out.final_state.data(), wanted.final_state.data(), bytes), 0) << about;
            all.add(out);
        }
    EXPECT_TRUE(all.every_label()) << "the settings do not show every label of " << Game::name;
}

}  // namespace tile_runs
