// The backend to compare others with: one thread, one start after the other, nothing clever.

#include "kernels/reference.hpp"

#include "all_games.hpp"
#include "kernels/run.hpp"
#include "kernels/sized_run.hpp"
#include "kernels/start_queue.hpp"
#include "kernels/tally.hpp"

namespace tauroa {
namespace {

class reference_backend final : public backend {
  public:
    [[nodiscard]] std::string name() const override { return "reference"; }
    [[nodiscard]] std::string device() const override { return "scalar"; }
    [[nodiscard]] int threads() const override { return 1; }

    void run(const problem& p, const start_block& starts, const results& to, progress& done) override {
        if (p.sized != nullptr) {
            start_queue queue(starts.count, 1, done);
            run_sized(p, starts, to, queue);
            if (!done.stop) tally(to, starts.count);
            return;
        }
        visit_game(all_games{}, p.game, [&]<class Game>(std::type_identity<Game> /*game*/) {
            visit_update(p.update, [&](auto update) { run_block<update(), Game>(p, starts, to, done); });
        });
    }

  private:
    static std::uint32_t until(std::uint32_t k, std::uint32_t horizon) {
        constexpr std::uint32_t at_once = 1U << 20U;
        return horizon - k > at_once ? k + at_once : horizon;
    }

    template <update_order update, game Game>
    static void run_block(const problem& p, const start_block& starts, const results& to, progress& done) {
        const auto d = dynamics_of<Game>(p);
        const arrival_rule rule = arrival_rule_of(p);
        for (std::uint64_t i = 0; i < starts.count; ++i) {
            auto s = start_of<Game>(starts, i);
            outcome o{under_way, 0};
            while (o.label == under_way && !done.stop)  // some steps at a time: there may be 2^32
                o = advance<update, Game>(s, d, rule, o.steps, until(o.steps, p.steps));
            if (done.stop) return;
            record<Game>(to, i, o.label, iterations_of(o, p.steps), s.x);
            done.starts += 1;
            done.steps += o.steps;
        }
        tally(to, starts.count);
    }
};

}  // namespace

std::unique_ptr<backend> make_reference_backend() { return std::make_unique<reference_backend>(); }

}  // namespace tauroa
