// One CUDA device: a tile of starts at a time. Launches of a bounded number of steps, about a twentieth of a second each,
// advance the live starts; when a quarter of them has ended, the rest moves together (cuda_compact.hpp). Only labels,
// iterations and, where asked for, final states come back.

#include <algorithm>
#include <cstring>

#include "kernels/cuda.hpp"
#include "kernels/cuda_compact.hpp"
#include "kernels/cuda_memory.hpp"
#include "kernels/cuda_text_game.hpp"
#include "kernels/cuda_tile.hpp"
#include "kernels/tally.hpp"

namespace tauroa {
namespace {

using cuda::check;
using cuda::place;

/// Steps of a launch, so that it takes about a twentieth of a second: measured at every launch, which decides only where
/// the work is cut, never a result.
class launch_length {
  public:
    [[nodiscard]] std::uint32_t steps() const { return steps_; }
    void took(float milliseconds) {
        constexpr float wanted = 50.0F;
        const float factor = std::clamp(wanted / std::max(milliseconds, 0.01F), 0.5F, 2.0F);
        steps_ = std::clamp(static_cast<std::uint32_t>(static_cast<float>(steps_) * factor), 64U, 1U << 20U);
    }

  private:
    std::uint32_t steps_ = 1024;
};

/// A pair of events that measures what lies between them in a stream.
class stopwatch {
  public:
    stopwatch() {
        check(cudaEventCreate(&begin_));
        check(cudaEventCreate(&end_));
    }
    stopwatch(const stopwatch&) = delete;
    stopwatch& operator=(const stopwatch&) = delete;
    stopwatch(stopwatch&&) = delete;
    stopwatch& operator=(stopwatch&&) = delete;
    ~stopwatch() {
        static_cast<void>(cudaEventDestroy(begin_));
        static_cast<void>(cudaEventDestroy(end_));
    }
    void start(const cuda::stream& s) const { check(cudaEventRecord(begin_, s.get())); }
    void stop(const cuda::stream& s) const { check(cudaEventRecord(end_, s.get())); }
    /// Milliseconds; waits for the end.
    [[nodiscard]] float read() const {
        float milliseconds = 0.0F;
        check(cudaEventSynchronize(end_));
        check(cudaEventElapsedTime(&milliseconds, begin_, end_));
        return milliseconds;
    }

  private:
    cudaEvent_t begin_ = nullptr, end_ = nullptr;
};

/// Device memory for live starts.
struct live_memory {
    cuda::array<double, place::device> x;
    cuda::array<std::uint32_t, place::device> index;
    cuda::array<std::uint8_t, place::device> over;
    cuda::array<stay<double>, place::device> last;

    /// Room for `count` starts of n variables, with noise or without; as many slots in use.
    live_starts reserve(std::uint64_t count, int n, bool noisy) {
        x.reserve(count * static_cast<std::uint64_t>(n));
        index.reserve(count);
        over.reserve(count);
        if (noisy) last.reserve(count);
        return {x.data(),    index.data(),
                over.data(), noisy ? last.data() : nullptr,
                count,       static_cast<std::uint32_t>(count)};
    }
};

/// Memory for results, where the kernels write and, pinned, where they come back to.
template <class T>
struct result_memory {
    cuda::array<T, place::device> there;
    cuda::array<T, place::pinned> here;
    void reserve(std::size_t count) {
        there.reserve(count);
        here.reserve(count);
    }
    void fetch(std::size_t count, const cuda::stream& s) const {
        cuda::copy(here.data(), there.data(), count, s);
    }
    void deliver(T* to, std::size_t count) const { std::memcpy(to, here.data(), count * sizeof(T)); }
};

class cuda_device final : public device {
  public:
    cuda_device(int number, std::string name, std::shared_ptr<cuda::known_kernels> kernels)
        : number_(number), name_(std::move(name)), kernels_(std::move(kernels)) {
        check(cudaSetDevice(number_));
        stream_ = std::make_unique<cuda::stream>();
        watch_ = std::make_unique<stopwatch>();
    }
    [[nodiscard]] std::string name() const override { return name_; }

    void run(const problem& p, const start_block& starts, const results& to, progress& done) override {
        check(cudaSetDevice(number_));
        const cuda::tile_kernels game = kernels_->of(*p.game);
        const results there = reserve_results(starts, to);
        const bool noisy = p.disturbance != nullptr;
        const live_starts live = live_.reserve(starts.count, starts.variables, noisy);
        const live_starts spare = spare_.reserve(starts.count, starts.variables, noisy);
        const arrival_rule rule = send_rule(p, starts.variables);
        const start_block from = send_starts(starts);
        cuda::begin_tile(game, live, from, stream_->get());
        if (!advance_all(game, p, rule, from, live, spare, there, done)) return;
        fetch(starts, to);
        add_to_tally(to, [&](std::int16_t label) {
            return cuda::count_label(there.label, starts.count, label, stream_->get());
        });
        done.starts += starts.count;
        done.steps += noisy ? steps_with_noise(to, starts.count, p.steps)
                            : counted_iterations(to, starts.count, p.steps);
    }

  private:
    results reserve_results(const start_block& starts, const results& to) {
        label_.reserve(starts.count);
        iterations_.reserve(starts.count);
        if (to.final_state == nullptr) return {label_.there.data(), iterations_.there.data(), nullptr};
        final_.reserve(starts.count * static_cast<std::uint64_t>(starts.variables));
        return {label_.there.data(), iterations_.there.data(), final_.there.data()};
    }

    /// The block with its coordinates in device memory.
    start_block send_starts(const start_block& starts) {
        if (starts.points != nullptr) return send_points(starts);
        const std::uint64_t rows = (starts.first + starts.count + starts.columns - 1) / starts.columns;
        const auto n = static_cast<std::uint64_t>(starts.variables);
        coordinates_.reserve(n + starts.columns + rows);
        start_block there = starts;
        there.base = coordinates_.data();
        there.across_at = coordinates_.data() + n;
        cuda::copy(coordinates_.data(), starts.base, n, *stream_);
        cuda::copy(coordinates_.data() + n, starts.across_at, starts.columns, *stream_);
        if (starts.up < 0) return there;
        there.up_at = there.across_at + starts.columns;
        cuda::copy(coordinates_.data() + n + starts.columns, starts.up_at, rows, *stream_);
        return there;
    }

    /// A block of starts given one by one: only those that are meant.
    start_block send_points(const start_block& starts) {
        const auto n = static_cast<std::uint64_t>(starts.variables);
        coordinates_.reserve(starts.count * n);
        cuda::copy(coordinates_.data(), starts.points + starts.first * n, starts.count * n, *stream_);
        start_block there;
        there.variables = starts.variables;
        there.count = starts.count;
        there.points = coordinates_.data();
        there.number = starts.number + starts.first;
        return there;
    }

    arrival_rule send_rule(const problem& p, int n) {
        const auto count = static_cast<std::uint64_t>(p.points.count);
        location_.reserve(std::max<std::uint64_t>(1, count * static_cast<std::uint64_t>(n)));
        labels_.reserve(std::max<std::uint64_t>(1, count));
        cuda::copy(location_.data(), p.points.location, count * static_cast<std::uint64_t>(n), *stream_);
        cuda::copy(labels_.data(), p.points.label, count, *stream_);
        arrival_rule rule = arrival_rule_of(p);
        rule.points = {location_.data(), labels_.data(), p.points.count};
        sides_.reserve(4 * static_cast<std::uint64_t>(n));
        rule.escape = send_sides(p.escape, sides_.data(), n);
        rule.far_away = send_sides(p.far_away, sides_.data() + 2 * static_cast<std::uint64_t>(n), n);
        rule.capture = send_capture(p.capture, count, static_cast<std::uint64_t>(n));
        return rule;
    }

    /// Ellipsoids in device memory.
    capture_ellipsoids send_capture(const capture_ellipsoids& capture, std::uint64_t points,
                                    std::uint64_t n) {
        if (capture.levels == 0) return {};
        const std::uint64_t levels = points * static_cast<std::uint64_t>(capture.levels);
        shape_.reserve(points * n * n);
        level_.reserve(levels);
        steps_.reserve(levels);
        cuda::copy(shape_.data(), capture.shape, points * n * n, *stream_);
        cuda::copy(level_.data(), capture.level, levels, *stream_);
        cuda::copy(steps_.data(), capture.steps, levels, *stream_);
        return {shape_.data(), level_.data(), steps_.data(), capture.levels};
    }

    /// Half-spaces in device memory; to: [2 n].
    half_spaces send_sides(const half_spaces& sides, double* to, int n) const {
        if (sides.low == nullptr) return {};
        const auto count = static_cast<std::uint64_t>(n);
        cuda::copy(to, sides.low, count, *stream_);
        cuda::copy(to + count, sides.high, count, *stream_);
        return {to, to + count};
    }

    /// Launch after launch, until every start has ended; false where the run is to stop before.
    bool advance_all(const cuda::tile_kernels& game, const problem& p, const arrival_rule& rule,
                     const start_block& starts, live_starts live, live_starts spare, const results& to,
                     const progress& done) {
        for (std::uint32_t k = 0; !done.stop;) {
            const std::uint32_t until = k + std::min(length_.steps(), p.steps - k);
            watch_->start(*stream_);
            cuda::advance_tile(game, p, rule, starts, live, to, {k, until}, stream_->get());
            watch_->stop(*stream_);
            if (until == p.steps) return true;
            length_.took(watch_->read());
            const std::uint32_t over = cuda::count_over(live, stream_->get());
            if (over == live.count) return true;
            if (over >= live.count / 4) {
                cuda::choose_slots(live, spare, stream_->get());
                cuda::move_starts(live, spare, starts.variables, stream_->get());
                std::swap(live, spare);
            }
            k = until;
        }
        return false;
    }

    void fetch(const start_block& starts, const results& to) const {
        const std::uint64_t states = starts.count * static_cast<std::uint64_t>(starts.variables);
        label_.fetch(starts.count, *stream_);
        iterations_.fetch(starts.count, *stream_);
        if (to.final_state != nullptr) final_.fetch(states, *stream_);
        stream_->wait();
        label_.deliver(to.label, starts.count);
        iterations_.deliver(to.iterations, starts.count);
        if (to.final_state != nullptr) final_.deliver(to.final_state, states);
    }

    int number_;
    std::string name_;
    std::shared_ptr<cuda::known_kernels> kernels_;
    launch_length length_;
    std::unique_ptr<cuda::stream> stream_;
    std::unique_ptr<stopwatch> watch_;
    live_memory live_, spare_;
    result_memory<std::int16_t> label_;
    result_memory<std::uint32_t> iterations_;
    result_memory<double> final_;
    cuda::array<double, place::device> coordinates_, location_, sides_, shape_, level_;
    cuda::array<std::uint32_t, place::device> steps_;
    cuda::array<std::int16_t, place::device> labels_;
};

std::string name_of(int number) {
    cudaDeviceProp properties{};
    check(cudaGetDeviceProperties(&properties, number));
    return std::string(properties.name) + " (" + std::to_string(number) + ")";
}

}  // namespace

int cuda_device_count(std::string& why) {
    int count = 0;
    const cudaError_t status = cudaGetDeviceCount(&count);
    if (status == cudaSuccess && count > 0) return count;
    why = status == cudaSuccess ? "no CUDA device" : cudaGetErrorString(status);
    return 0;
}

std::vector<std::unique_ptr<device>> cuda_devices(const std::vector<int>& numbers) {
    constexpr int lanes = 2;
    std::string why;
    const int count = cuda_device_count(why);
    std::vector<int> chosen = numbers;
    for (int i = 0; numbers.empty() && i < count; ++i) chosen.push_back(i);
    std::vector<std::unique_ptr<device>> devices;
    for (const int number : chosen) {
        if (number < 0 || number >= count)
            throw user_error("--devices " + std::to_string(number) + ": there are " + std::to_string(count) +
                             " devices" + (count > 0 ? ", numbered from 0" : " (" + why + ")"));
        const auto kernels = std::make_shared<cuda::known_kernels>(number);
        for (int lane = 0; lane < lanes; ++lane)
            devices.push_back(std::make_unique<cuda_device>(number, name_of(number), kernels));
    }
    return devices;
}

}  // namespace tauroa
