// The cpu backend: threads take starts from one queue and run them in the lanes of their vectors (lanes.hpp).

#include "kernels/cpu.hpp"

#include <algorithm>
#include <thread>

#include "kernels/instruction_sets.hpp"
#include "kernels/start_queue.hpp"

namespace tauroa {

std::uint64_t start_queue::take(std::uint64_t most, std::uint64_t& first) {
    first = next_.fetch_add(most);
    if (first >= size_) return 0;
    return std::min(most, size_ - first);
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
        start_queue queue(starts.size(), done);
        std::vector<std::jthread> others;
        for (int t = 1; t < threads_; ++t) others.emplace_back([&] { set_.run(p, starts, to, queue); });
        set_.run(p, starts, to, queue);
    }

  private:
    instruction_set set_;
    int threads_;
};

}  // namespace

std::unique_ptr<backend> make_cpu_backend(int threads) { return std::make_unique<cpu_backend>(threads); }

}  // namespace tauroa
