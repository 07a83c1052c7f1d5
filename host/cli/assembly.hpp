#pragma once

// From journals to the file.

#include <functional>
#include <string>
#include <vector>

#include "host/tiling.hpp"
#include "output/journal.hpp"
#include "output/map_file.hpp"

namespace tauroa::cli {

/// The finished strips of a sweep, from all of its journals.
class finished_strips {
  public:
    /// A record and the journal that holds it.
    struct place {
        const journal* in;
        const journal::entry* entry;
    };

    /// What two journals have alike counts once. Throws failure where a record is none of this sweep's.
    finished_strips(const tiling& of, const std::vector<journal>& journals);

    [[nodiscard]] const std::vector<bool>& done() const { return done_; }
    [[nodiscard]] bool complete() const;
    /// In the order of the strips.
    [[nodiscard]] const std::vector<place>& records() const { return records_; }
    [[nodiscard]] std::uint64_t steps() const;
    /// Of the process that computed longest.
    [[nodiscard]] double seconds() const;

  private:
    std::vector<bool> done_;
    std::vector<place> records_;
    std::vector<double> seconds_;  ///< [journal]
};

/// Writes the whole map to `target`. by: without steps; its seconds are added to those of the strips. What `pause`, called now
/// and then, throws leaves nothing behind.
void assemble(const finished_strips& strips, const map_description& about, map_provenance by,
              const std::string& target, const std::function<void()>& pause);

}  // namespace tauroa::cli
