#include "kernels/devices.hpp"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>

namespace tauroa {
namespace {

/// Starts [first, first + count) of a block.
struct tile_range {
    std::uint64_t first, count;
};

/// What is still to be done of a block. Whoever asks waits while nothing is open but a tile out there may come back.
class open_work {
  public:
    explicit open_work(std::uint64_t starts) : open_{{0, starts}} {}

    /// At most `most` starts; nothing once all is done, or the work was given up.
    std::optional<tile_range> take(std::uint64_t most) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return given_up_ || !open_.empty() || out_ == 0; });
        if (given_up_ || open_.empty()) return std::nullopt;
        tile_range& front = open_.front();
        const tile_range taken{front.first, std::min(most, front.count)};
        front = {front.first + taken.count, front.count - taken.count};
        if (front.count == 0) open_.pop_front();
        ++out_;
        return taken;
    }

    void finish() {
        const std::lock_guard lock(mutex_);
        --out_;
        changed_.notify_all();
    }

    void give_back(tile_range tile) {
        const std::lock_guard lock(mutex_);
        --out_;
        open_.push_front(tile);
        changed_.notify_all();
    }

    /// After this nobody gets anything.
    void give_up(const std::exception_ptr& why) {
        const std::lock_guard lock(mutex_);
        given_up_ = why;
        changed_.notify_all();
    }

    /// Whether starts are left that nobody has done. Throws what the work was given up for.
    [[nodiscard]] bool is_left() const {
        const std::lock_guard lock(mutex_);
        if (given_up_) std::rethrow_exception(given_up_);
        return !open_.empty();
    }

  private:
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<tile_range> open_;
    int out_ = 0;
    std::exception_ptr given_up_;
};

/// The part of a block, and where its results go.
start_block part_of(start_block starts, tile_range tile) {
    starts.first += tile.first;
    starts.count = tile.count;
    return starts;
}

results part_of(results to, tile_range tile, std::uint64_t variables) {
    to.label += tile.first;
    to.iterations += tile.first;
    if (to.final_state != nullptr) to.final_state += tile.first * variables;
    return to;
}

class shared_devices final : public backend {
  public:
    shared_devices(std::string name, std::vector<std::unique_ptr<tauroa::device>> devices, tile_sizes sizes)
        : name_(std::move(name)), sizes_(sizes) {
        for (auto& d : devices) members_.push_back({std::move(d), sizes.most, ""});
    }

    [[nodiscard]] std::string name() const override { return name_; }
    [[nodiscard]] int threads() const override { return static_cast<int>(members_.size()); }
    [[nodiscard]] std::string device() const override {
        std::string all;
        for (const member& m : members_) {
            if (!all.empty()) all += ", ";
            all += m.computer->name();
            if (!m.lost.empty()) all += " (lost: " + m.lost + ")";
        }
        return all;
    }

    void run(const problem& p, const start_block& starts, const results& to, progress& done) override {
        if (p.sized != nullptr)
            throw user_error("--backend " + name_ + ": a game whose number of variables depends on its " +
                             "parameters runs on the CPU only; use auto, cpu or reference");
        open_work work(starts.count);
        {
            std::vector<std::jthread> threads;
            for (member& m : members_)
                if (m.lost.empty()) threads.emplace_back([&] { serve(m, work, p, starts, to, done); });
        }
        if (work.is_left() && !done.stop) throw failure("no device is left to compute on: " + device());
    }

  private:
    struct member {
        std::unique_ptr<tauroa::device> computer;
        std::uint64_t most;  ///< starts in a tile
        std::string lost;    ///< why it is no longer used; empty while it is
    };

    /// One device's thread: tile after tile, until none is left or the device is lost.
    void serve(member& m, open_work& work, const problem& p, const start_block& starts, const results& to,
               progress& done) const {
        while (const auto tile = work.take(m.most)) {
            if (done.stop) return work.give_back(*tile);
            try {
                m.computer->run(p, part_of(starts, *tile),
                                part_of(to, *tile, static_cast<std::uint64_t>(starts.variables)), done);
                work.finish();
            } catch (const device_out_of_memory& why) {
                if (tile->count <= sizes_.least) m.lost = why.what();
                m.most = std::max(sizes_.least, tile->count / 2);
                work.give_back(*tile);
            } catch (const device_lost& why) {
                m.lost = why.what();
                work.give_back(*tile);
            } catch (...) {
                work.give_up(std::current_exception());
            }
            if (!m.lost.empty()) return;
        }
    }

    std::string name_;
    tile_sizes sizes_;
    std::vector<member> members_;
};

}  // namespace

std::unique_ptr<backend> share_between(std::string name, std::vector<std::unique_ptr<device>> devices,
                                       tile_sizes sizes) {
    if (devices.empty()) throw failure("no device to compute on");
    return std::make_unique<shared_devices>(std::move(name), std::move(devices), sizes);
}

}  // namespace tauroa
