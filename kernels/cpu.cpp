// The cpu backend: threads take starts from one queue and run them in the lanes of their vectors (lanes.hpp).

#include "kernels/cpu.hpp"

#include <algorithm>
#include <system_error>
#include <thread>

#include "kernels/error.hpp"
#include "kernels/game_runs.hpp"
#include "kernels/instruction_sets.hpp"
#include "kernels/sized_run.hpp"
#include "kernels/start_queue.hpp"
#include "kernels/tally.hpp"

namespace tauroa {

start_queue::~start_queue() = default;

std::uint64_t start_queue::take(std::uint64_t& first) {
    first = next_.fetch_add(batch_);
    if (first >= size_ || stopped()) return 0;
    return std::min(batch_, size_ - first);
}

void start_queue::finished(std::uint64_t starts, std::uint64_t steps) {
    done_->starts += starts;
    done_->steps += steps;
}

namespace {

class cpu_backend final : public backend {
  public:
    explicit cpu_backend(int threads) : set_(chosen_instruction_set()), threads_(threads) {}
    [[nodiscard]] std::string name() const override { return "cpu"; }
    [[nodiscard]] std::string device() const override { return set_.name; }
    [[nodiscard]] int threads() const override { return threads_; }

    void run(const problem& p, const start_block& starts, const results& to, progress& done) override {
        const auto useful =
            static_cast<int>(std::min<std::uint64_t>(starts.count, static_cast<std::uint64_t>(threads_)));
        start_queue queue(starts.count, batch_for(starts.count), done);
        const lanes_function run = lanes_of(p);
        std::vector<std::jthread> others;
        try {
            for (int t = 1; t < useful; ++t) others.emplace_back([&] { run(p, starts, to, queue); });
        } catch (const std::system_error& why) {
            queue.close();
            throw failure("cannot start " + std::to_string(useful) + " threads (" + why.what() +
                          "); use fewer --threads");
        }
        run(p, starts, to, queue);
        others.clear();  // joins them
        tally(to, starts.count);
    }

  private:
    [[nodiscard]] lanes_function lanes_of(const problem& p) const {
        if (p.sized != nullptr) return &run_sized;
        return p.game->lanes != nullptr ? p.game->lanes : set_.run;
    }

    /// Few enough that every thread gets some many times, and the last ones end together.
    [[nodiscard]] std::uint64_t batch_for(std::uint64_t starts) const {
        constexpr std::uint64_t most = 64, turns = 16;
        return std::clamp<std::uint64_t>(starts / (turns * static_cast<std::uint64_t>(threads_)), 1, most);
    }

    instruction_set set_;
    int threads_;
};

}  // namespace

std::unique_ptr<backend> make_cpu_backend(int threads) { return std::make_unique<cpu_backend>(threads); }

}  // namespace tauroa
