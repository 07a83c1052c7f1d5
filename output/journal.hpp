#pragma once

// What is finished of a run, so that nothing is lost when it is stopped, killed, or out of disk: a file that only grows,
//     "tauroa journal 1\n"  size  text  checksum        what the run is
//     first count steps nanoseconds size  bytes  checksum      a record: finished strips [first, first + count)
// with numbers and checksums (XXH3) of 64 bits, little-endian. A record counts once it is whole: one that was being written
// when the power went has no right checksum, and is cut off by the next that writes the file. HDF5 is written at the end,
// from journals alone, in one go and under another name, which is then renamed; so there is never an HDF5 file that a crash
// could leave unreadable.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "output/bytes.hpp"

namespace tauroa {

/// Finished strips, and what they took.
struct journal_record {
    std::uint64_t first = 0, count = 0, steps = 0, nanoseconds = 0;
};

class journal {
  public:
    /// A record in the file.
    struct entry {
        journal_record about;
        std::uint64_t offset, size;  ///< of its bytes
    };

    /// Whether a journal is at this path.
    static bool is_at(const std::string& path);

    enum class use : std::uint8_t { reading, writing };

    /// The file at path; for writing it is made where it is not, and no other may write it meanwhile. Throws user_error
    /// where the path cannot be written, another process writes it, or it is no journal; failure where it cannot be read.
    journal(const std::string& path, use as);

    journal(journal&& other) noexcept;
    journal& operator=(journal&& other) = delete;
    journal(const journal&) = delete;
    journal& operator=(const journal&) = delete;
    ~journal();

    [[nodiscard]] const std::string& path() const { return path_; }
    /// What the run is; empty in a new journal, and in one whose very beginning was not finished.
    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] const std::vector<entry>& entries() const { return entries_; }
    [[nodiscard]] bytes read(const entry& which) const;

    /// Begins anew: forgets every record. Throws failure where it cannot be written.
    void begin(const std::string& text);
    /// Adds a record; it is on the disk when this returns. Throws failure where it cannot be; the file is then as before.
    void append(const journal_record& about, std::span<const unsigned char> content);
    /// Deletes the file.
    void remove() const;

  private:
    void lock() const;
    void read_all();
    [[nodiscard]] bool read_head(std::uint64_t size);
    [[nodiscard]] bool read_record(std::uint64_t size);
    void write_whole(const bytes& content);

    std::string path_, text_;
    use as_;
    int file_ = -1;
    std::uint64_t end_ = 0;  ///< of the last whole record
    std::vector<entry> entries_;
};

}  // namespace tauroa
