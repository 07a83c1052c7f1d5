#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>

#include "host/sweep.hpp"
#include "output/journal.hpp"
#include "output/map_file.hpp"

namespace tauroa::cli {

/// A finished tile and what is told of it.
struct finished_tile {
    journal_record about;
    tile cells;
};

/// Packs finished tiles and puts them into a journal, in a thread of its own, so that computing goes on meanwhile.
class tile_keeper {
  public:
    /// Sets told.stop where a tile cannot be kept: there is no use in computing more.
    tile_keeper(journal& to, const map_description& about, progress& told);
    tile_keeper(const tile_keeper&) = delete;
    tile_keeper& operator=(const tile_keeper&) = delete;
    tile_keeper(tile_keeper&&) = delete;
    tile_keeper& operator=(tile_keeper&&) = delete;
    ~tile_keeper();

    /// Waits while two are waiting already: memory stays bounded.
    void keep(finished_tile finished);

    /// Returns when everything is in the journal; throws what kept it from that.
    void close();

  private:
    void work();
    void store(const finished_tile& finished);

    journal* journal_;
    const map_description* about_;
    progress* told_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<finished_tile> waiting_;
    bool closing_ = false;
    std::exception_ptr wrong_;
    std::thread worker_;  // last: it uses all of the above
};

}  // namespace tauroa::cli
