#include "output/journal.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>
#include <utility>

#include "kernels/error.hpp"
#include "output/output_files.hpp"

namespace tauroa {
namespace {

constexpr std::string_view magic = "tauroa journal 1\n";
constexpr std::uint64_t word = sizeof(std::uint64_t);
using record_head = std::array<std::uint64_t, 5>;  // first, count, steps, nanoseconds, size

std::string reason() { return std::generic_category().message(errno); }

/// Reads exactly so many bytes; false where the file ends before.
bool read_at(int file, std::uint64_t offset, void* to, std::size_t size) {
    auto* at = static_cast<char*>(to);
    while (size > 0) {
        const ssize_t got = pread(file, at, size, static_cast<off_t>(offset));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        at += got;
        offset += static_cast<std::uint64_t>(got);
        size -= static_cast<std::size_t>(got);
    }
    return true;
}

/// Writes all of it; false, with errno, where that cannot be done.
bool write_at(int file, std::uint64_t offset, const bytes& content) {
    const unsigned char* from = content.data();
    for (std::size_t left = content.size(); left > 0;) {
        const ssize_t put = pwrite(file, from, left, static_cast<off_t>(offset));
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) return false;
        from += put;
        offset += static_cast<std::uint64_t>(put);
        left -= static_cast<std::size_t>(put);
    }
    return true;
}

std::uint64_t checksum(const bytes& content) { return XXH3_64bits(content.data(), content.size()); }

/// The content with its checksum behind it.
bytes sealed(bytes content) {
    const std::uint64_t sum = checksum(content);
    put(content, &sum, word);
    return content;
}

/// Reads so many bytes and the checksum behind them into `to`; false where they are not whole.
bool read_sealed(int file, std::uint64_t offset, std::uint64_t size, bytes& to) {
    std::uint64_t sum = 0;
    to.resize(size);
    return read_at(file, offset, to.data(), size) && read_at(file, offset + size, &sum, word) &&
           sum == checksum(to);
}

}  // namespace

journal::journal(const std::string& path, use as) : path_(path), as_(as) {
    const int flags = as == use::writing ? O_RDWR | O_CREAT : O_RDONLY;
    file_ = open(path.c_str(), flags | O_CLOEXEC, 0666);  // NOLINT(cppcoreguidelines-pro-type-vararg)
    if (file_ < 0) throw_unwritable(path, errno);
    try {
        if (as == use::writing) lock();
        read_all();
    } catch (...) {
        close(file_);
        throw;
    }
}

journal::journal(journal&& other) noexcept
    : path_(std::move(other.path_)),
      text_(std::move(other.text_)),
      as_(other.as_),
      file_(std::exchange(other.file_, -1)),
      end_(other.end_),
      entries_(std::move(other.entries_)) {}

journal::~journal() {
    if (file_ >= 0) close(file_);
}

bool journal::is_at(const std::string& path) {
    std::string beginning(magic.size(), '\0');
    std::ifstream(path, std::ios::binary).read(beginning.data(), static_cast<std::streamsize>(magic.size()));
    return beginning == magic;
}

void journal::lock() const {
    // Some network file systems have no locks: there the user keeps two runs apart.
    if (flock(file_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        throw user_error(path_ + ": another run is writing it; wait for its end, or give another name");
}

void journal::read_all() {
    struct stat about {};
    if (fstat(file_, &about) != 0) throw failure("reading " + path_ + ": " + reason());
    const auto size = static_cast<std::uint64_t>(about.st_size);
    if (!S_ISREG(about.st_mode) || !read_head(size))
        throw user_error(
            path_ +
            ": is no journal of tauroa, or its beginning is damaged; give another name, or delete it");
    while (read_record(size)) continue;
}

/// The text; none where the file ends within the head. False where the file begins with something else.
bool journal::read_head(std::uint64_t size) {
    if (size == 0) return true;
    bytes head(std::min<std::uint64_t>(size, magic.size() + word));
    if (!read_at(file_, 0, head.data(), head.size())) return false;
    if (std::memcmp(head.data(), magic.data(), std::min(head.size(), magic.size())) != 0) return false;
    if (head.size() < magic.size() + word) return true;
    std::uint64_t length = 0;
    std::memcpy(&length, head.data() + magic.size(), word);
    const std::uint64_t whole = head.size();
    if (length > size || whole + length + word > size) return true;
    if (!read_sealed(file_, 0, whole + length, head)) return false;
    text_.assign(head.begin() + static_cast<std::ptrdiff_t>(whole), head.end());
    end_ = whole + length + word;
    return true;
}

bool journal::read_record(std::uint64_t size) {
    record_head head{};
    bytes record;
    if (end_ == 0 || size < end_ + sizeof head || !read_at(file_, end_, head.data(), sizeof head))
        return false;
    const auto [first, count, steps, nanoseconds, length] = head;
    if (length > size - end_ || !read_sealed(file_, end_, sizeof head + length, record)) return false;
    entries_.push_back({{first, count, steps, nanoseconds}, end_ + sizeof head, length});
    end_ += record.size() + word;
    return true;
}

bytes journal::read(const entry& which) const {
    bytes content(which.size);
    if (!read_at(file_, which.offset, content.data(), content.size()))
        throw failure("reading " + path_ + ": " + reason());
    return content;
}

void journal::begin(const std::string& text) {
    if (ftruncate(file_, 0) != 0) throw failure("writing " + path_ + ": " + reason());
    bytes head;
    const std::uint64_t size = text.size();
    put(head, magic.data(), magic.size());
    put(head, &size, word);
    put(head, text.data(), text.size());
    entries_.clear();
    end_ = 0;
    write_whole(sealed(std::move(head)));
    text_ = text;
}

void journal::append(const journal_record& about, std::span<const unsigned char> content) {
    const record_head head{about.first, about.count, about.steps, about.nanoseconds, content.size()};
    bytes record;
    put(record, head.data(), sizeof head);
    put(record, content.data(), content.size());
    const entry added{about, end_ + sizeof head, content.size()};
    write_whole(sealed(std::move(record)));
    entries_.push_back(added);
}

void journal::write_whole(const bytes& content) {
    if (!write_at(file_, end_, content) || fdatasync(file_) != 0) {
        const std::string why = reason();
        static_cast<void>(
            ftruncate(file_, static_cast<off_t>(end_)));  // a torn record would be cut off later anyway
        throw failure("writing " + path_ + ": " + why);
    }
    end_ += content.size();
}

void journal::remove() const {
    std::error_code error;
    std::filesystem::remove(path_, error);
}

}  // namespace tauroa
