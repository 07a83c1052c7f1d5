#include "host/cli/tile_keeper.hpp"

#include "output/tile_data.hpp"

namespace tauroa::cli {

tile_keeper::tile_keeper(journal& to, const map_description& about, progress& told)
    : journal_(&to), about_(&about), told_(&told), worker_([this] { work(); }) {}

tile_keeper::~tile_keeper() {
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    changed_.notify_all();
    if (worker_.joinable()) worker_.join();
}

void tile_keeper::keep(finished_tile finished) {
    constexpr std::size_t most_waiting = 2;
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return waiting_.size() < most_waiting || wrong_; });
    if (wrong_) return;  // close() throws it
    waiting_.push_back(std::move(finished));
    changed_.notify_all();
}

void tile_keeper::close() {
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    changed_.notify_all();
    worker_.join();
    if (wrong_) std::rethrow_exception(wrong_);
}

void tile_keeper::work() {
    while (true) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return closing_ || !waiting_.empty(); });
        if (waiting_.empty()) return;
        const finished_tile next = std::move(waiting_.front());
        waiting_.pop_front();
        changed_.notify_all();
        lock.unlock();
        try {
            store(next);
        } catch (...) {
            const std::lock_guard relock(mutex_);
            wrong_ = std::current_exception();
            waiting_.clear();
            told_->stop = true;
            changed_.notify_all();
            return;
        }
    }
}

void tile_keeper::store(const finished_tile& finished) {
    const tile& t = finished.cells;
    journal_->append(
        finished.about,
        packed(encoded(*about_, {t.at.layer, t.at.row, t.at.rows, t.at.column, t.at.columns, t.label.data(),
                                 t.iterations.data(), t.final_state.data(), t.tally.data()})));
}

}  // namespace tauroa::cli
