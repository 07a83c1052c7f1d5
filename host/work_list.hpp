#pragma once

// The strips of a sweep that are still to be computed, handed out to whoever asks.

#include <mutex>
#include <optional>
#include <vector>

#include "host/tiling.hpp"

namespace tauroa {

/// A part of a sweep, as --shard I/N names it; all of it: 1/1.
struct shard {
    std::uint64_t index = 1, count = 1;  ///< 1 <= index <= count
    friend bool operator==(const shard&, const shard&) = default;
};

/// Whether the strip belongs to the part: runs of strips in turn, some 64 for each part, so that parts take about as long
/// whatever the map.
bool belongs_to(const shard& part, std::uint64_t strip, std::uint64_t strips);

/// Where a worker gets its work from. Any thread may ask.
class work_source {
  public:
    work_source() = default;
    work_source(const work_source&) = delete;
    work_source& operator=(const work_source&) = delete;
    work_source(work_source&&) = delete;
    work_source& operator=(work_source&&) = delete;
    virtual ~work_source() = default;

    /// At most `most` (>= 1) strips that make one rectangle (tiling::together); nothing once all are handed out.
    virtual std::optional<strip_range> take(std::uint64_t most) = 0;
};

/// Strips in their order.
class work_list final : public work_source {
  public:
    /// wanted: [strips] of the tiling.
    work_list(const tiling& of, std::vector<bool> wanted);
    std::optional<strip_range> take(std::uint64_t most) override;

    /// Starts of all strips that were wanted.
    [[nodiscard]] std::uint64_t starts() const;
    /// Strips not yet handed out.
    [[nodiscard]] std::uint64_t left() const;

  private:
    const tiling* tiling_;
    std::vector<bool> wanted_;
    mutable std::mutex mutex_;
    std::uint64_t next_ = 0, left_ = 0;
};

}  // namespace tauroa
