// The cuda backend's kernels as nvcc compiled them to PTX, run on the CPU (tests/ptx): every game and update, on grids and
// blocks of odd sizes, in several orders of warps, with the backend's own counting and moving of live starts. Labels,
// iterations and final states must be the plain loop's, bit for bit. TAUROA_PTX_LIBRARY: tests/ptx/kernels.cu, translated.

#include <thrust/execution_policy.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <sstream>

#include "kernels/compaction.hpp"
#include "tests/ptx/loaded.hpp"
#include "tests/tile_runs.hpp"

namespace {

using namespace tile_runs;

/// How a game's type is called in the names of kernels.
template <game Game>
std::string name_of() {
    return ptx::demangled(typeid(Game).name());
}

class ptx_machine {
  public:
    ptx_machine(unsigned block, unsigned more_blocks, unsigned seed)
        : block_(block), more_blocks_(more_blocks), seed_(seed) {}

    /// Inputs are read-only. The vectors must stay as they are while launches run.
    void lend(const tile_input& in, output& out, slots& one, slots& other) {
        buffers_.lend("base", in.base);
        buffers_.lend("across_at", in.across);
        buffers_.lend("up_at", in.up);
        if (!in.points.empty()) buffers_.lend("points", in.points);
        buffers_.lend("location", in.location);
        buffers_.lend("label of points", in.label);
        buffers_.lend("escape.low", in.escape_low);
        buffers_.lend("escape.high", in.escape_high);
        buffers_.lend("far_away.low", in.far_low);
        buffers_.lend("far_away.high", in.far_high);
        buffers_.lend("capture.shape", in.shape);
        buffers_.lend("capture.level", in.level);
        buffers_.lend("capture.steps", in.steps);
        buffers_.lend("label", out.label);
        buffers_.lend("iterations", out.iterations);
        buffers_.lend("final_state", out.final_state);
        for (slots* s : {&one, &other}) {
            buffers_.lend("x", s->x);
            buffers_.lend("index", s->index);
            buffers_.lend("over", s->over);
            if (!s->last.empty()) buffers_.lend("last", s->last);
        }
    }

    template <game Game>
    void begin(const live_starts& live, const start_block& starts) {
        launch("begin_kernel<" + name_of<Game>() + ">", live.count, live, starts);
    }

    template <update_order update, game Game>
    void advance(const live_starts& live, const dynamics<Game>& d, const arrival_rule& rule,
                 const results& to, step_range range) {
        const std::string number = std::to_string(static_cast<int>(update));
        launch("advance_kernel<(tauroa::update_order)" + number + ", " + name_of<Game>() + ">", live.count,
               live, d, rule, to, range);
    }

    template <update_order update, game Game>
    void advance_noisy(const live_starts& live, const dynamics<Game>& d, const stochastic& with,
                       const arrival_rule& rule, const start_block& starts, const results& to,
                       step_range range) {
        const std::string number = std::to_string(static_cast<int>(update));
        launch("advance_noisy_kernel<(tauroa::update_order)" + number + ", " + name_of<Game>() + ">",
               live.count, live, d, with, rule, starts, to, range);
    }

    static std::uint32_t count_over(const live_starts& live) { return tauroa::count_over(thrust::seq, live); }
    void compact(const live_starts& from, live_starts& to, int n) {
        choose_slots(thrust::seq, from, to);
        launch("move_kernel", to.count, from, to, n);
    }

  private:
    template <class... Arguments>
    void launch(const std::string& name, std::uint32_t threads, const Arguments&... arguments) {
        if (threads == 0) return;
        const unsigned blocks = (threads + block_ - 1) / block_ + more_blocks_;
        ptx::loaded().launch(ptx::loaded().find(name), {{blocks, 1, 1}, {block_, 1, 1}, ++seed_}, buffers_,
                             arguments...);
    }

    ptx::memory buffers_;
    unsigned block_, more_blocks_, seed_;
};

/// Blocks that are a warp, no whole number of warps, several warps, one thread; now and then a block more than needed.
ptx_machine machine_for(std::size_t setting, std::uint32_t count, unsigned round) {
    constexpr std::array<unsigned, 5> blocks{32, 37, 64, 96, 1};
    return {blocks[(setting + count + round) % blocks.size()], static_cast<unsigned>(setting + round) % 2,
            1000 * round + static_cast<unsigned>(setting)};
}

/// Whether TAUROA_PTX_GAMES, where it is set, names the game: a library may have been made with fewer.
bool asked_for(const std::string& game) {
    const char* games = std::getenv("TAUROA_PTX_GAMES");  // NOLINT(concurrency-mt-unsafe)
    if (games == nullptr) return true;
    std::istringstream names(games);
    return std::find(std::istream_iterator<std::string>(names), {}, game) !=
           std::istream_iterator<std::string>();
}

template <update_order update>
void expect_the_plain_loops_bits_in_every_game() {
    for (int i = 0; i < tested_games::size; ++i)
        visit_game(tested_games{}, i, [&]<class Game>(std::type_identity<Game> /*game*/) {
            if (!asked_for(Game::name)) return;
            for (unsigned round = 0; round < 3 && !testing::Test::HasFailure(); ++round)
                expect_the_plain_loops_bits<update, Game>([round](std::size_t setting, std::uint32_t count) {
                    return machine_for(setting, count, round);
                });
        });
}

TEST(Ptx, SimultaneousKernelsGiveThePlainLoopsBits) {
    expect_the_plain_loops_bits_in_every_game<update_order::simultaneous>();
}

TEST(Ptx, AlternatingKernelsGiveThePlainLoopsBits) {
    expect_the_plain_loops_bits_in_every_game<update_order::alternating>();
}

}  // namespace
