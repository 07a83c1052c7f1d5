// The backend to compare others with: one thread, one start after the other, nothing clever.

#include "kernels/reference.hpp"

#include "kernels/game_runs.hpp"
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
        p.game->one_by_one(p, starts, to, done);
        if (!done.stop) tally(to, starts.count);
    }
};

}  // namespace

std::unique_ptr<backend> make_reference_backend() { return std::make_unique<reference_backend>(); }

}  // namespace tauroa
