#pragma once

// What is finished of a run, so that nothing is lost when it is stopped, killed, or out of disk: a file that only grows,
//     "tauroa journal 1\n"  text  record  record ...      text: size, bytes, checksum
//     record: number, size, bytes, checksum               sizes and numbers 64 bits, checksums XXH3, 64 bits
// A record counts once it is whole: one that was being written when the power went has no right checksum and is cut off
// by the next that opens the file. HDF5 is written from it at the end, in one go, under another name; so there is never an
// HDF5 file that a crash could leave unreadable.

#include <cstdint>
#include <map>
#include <string>

#include "output/tile_data.hpp"

namespace tauroa {

class journal {
  public:
    /// A new journal at path, for a run that `text` describes. An existing file is replaced. Throws failure where it cannot
    /// be written, user_error where another process writes it.
    static journal made(const std::string& path, const std::string& text);
    /// The journal at path, with what it holds of whole records. Throws user_error where it is none.
    static journal opened(const std::string& path);

    journal(journal&& other) noexcept;
    journal& operator=(journal&& other) = delete;
    journal(const journal&) = delete;
    journal& operator=(const journal&) = delete;
    ~journal();

    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] bool has(std::uint64_t number) const { return at_.contains(number); }
    [[nodiscard]] std::size_t size() const { return at_.size(); }

    /// Adds a record; it is on the disk when this returns. Throws failure where it cannot be; the file is then as before.
    void append(std::uint64_t number, const bytes& content);
    [[nodiscard]] bytes read(std::uint64_t number) const;
    /// Deletes the file.
    void remove();

  private:
    journal(std::string path, int flags);
    void lock() const;
    void write_text(const std::string& text);
    void read_all();
    bool read_record(std::uint64_t size);
    void write_whole(const bytes& content);

    struct place {
        std::uint64_t offset, size;
    };
    std::string path_, text_;
    int file_ = -1;
    std::uint64_t end_ = 0;  ///< of the last whole record
    std::map<std::uint64_t, place> at_;
};

}  // namespace tauroa
