#include "output/journal.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include "kernels/error.hpp"

namespace tauroa {
namespace {

constexpr std::string_view magic = "tauroa journal 1\n";
constexpr std::uint64_t word = sizeof(std::uint64_t);

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

std::uint64_t checksum(const bytes& content) { return XXH3_64bits(content.data(), content.size()); }

void put(bytes& to, const void* from, std::size_t size) {
    const auto* first = static_cast<const std::byte*>(from);
    to.insert(to.end(), first, first + size);
}

/// The content with its checksum behind it.
bytes sealed(bytes content) {
    const std::uint64_t sum = checksum(content);
    put(content, &sum, word);
    return content;
}

}  // namespace

journal::journal(std::string path, int flags) : path_(std::move(path)) {
    file_ = open(path_.c_str(), flags | O_RDWR | O_CLOEXEC, 0666);  // NOLINT(cppcoreguidelines-pro-type-vararg)
    if (file_ < 0) throw failure("opening " + path_ + ": " + reason());
}

journal::journal(journal&& other) noexcept
    : path_(std::move(other.path_)),
      text_(std::move(other.text_)),
      file_(std::exchange(other.file_, -1)),
      end_(other.end_),
      at_(std::move(other.at_)) {}

journal::~journal() {
    if (file_ >= 0) close(file_);
}

void journal::lock() const {
    if (flock(file_, LOCK_EX | LOCK_NB) != 0)
        throw user_error(path_ + ": another run is writing it; wait for its end, or give another name");
}

journal journal::made(const std::string& path, const std::string& text) {
    journal j(path, O_CREAT);
    j.lock();
    if (ftruncate(j.file_, 0) != 0) throw failure("writing " + path + ": " + reason());
    try {
        j.write_text(text);
    } catch (const failure&) {
        j.remove();
        throw;
    }
    return j;
}

journal journal::opened(const std::string& path) {
    journal j(path, 0);
    j.lock();
    j.read_all();
    return j;
}

void journal::write_text(const std::string& text) {
    bytes head;
    const std::uint64_t size = text.size();
    put(head, magic.data(), magic.size());
    put(head, &size, word);
    put(head, text.data(), text.size());
    write_whole(sealed(std::move(head)));
    text_ = text;
}

void journal::write_whole(const bytes& content) {
    const auto* from = content.data();
    std::uint64_t offset = end_, left = content.size();
    while (left > 0) {
        const ssize_t put = pwrite(file_, from, left, static_cast<off_t>(offset));
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) break;
        from += put;
        offset += static_cast<std::uint64_t>(put);
        left -= static_cast<std::uint64_t>(put);
    }
    if (left > 0 || fdatasync(file_) != 0) {
        const std::string why = reason();
        static_cast<void>(ftruncate(file_, static_cast<off_t>(end_)));  // a torn record would be cut off later anyway
        throw failure("writing " + path_ + ": " + why);
    }
    end_ = offset;
}

void journal::append(std::uint64_t number, const bytes& content) {
    bytes record;
    const std::uint64_t size = content.size();
    put(record, &number, word);
    put(record, &size, word);
    put(record, content.data(), content.size());
    const std::uint64_t at = end_ + 2 * word;
    write_whole(sealed(std::move(record)));
    at_[number] = {at, size};
}

bytes journal::read(std::uint64_t number) const {
    const place where = at_.at(number);
    bytes content(where.size);
    if (!read_at(file_, where.offset, content.data(), content.size()))
        throw failure("reading " + path_ + ": " + reason());
    return content;
}

void journal::remove() {
    std::error_code error;
    std::filesystem::remove(path_, error);
}

void journal::read_all() {
    struct stat about {};
    if (fstat(file_, &about) != 0) throw failure("reading " + path_ + ": " + reason());
    const auto size = static_cast<std::uint64_t>(about.st_size);
    bytes head(magic.size() + word);
    std::uint64_t length = 0, sum = 0;
    const bool is_one = read_at(file_, 0, head.data(), head.size()) &&
                        std::memcmp(head.data(), magic.data(), magic.size()) == 0;
    if (is_one) std::memcpy(&length, head.data() + magic.size(), word);
    if (!is_one || length > size) throw user_error(path_ + ": is no journal of tauroa");
    head.resize(head.size() + length);
    end_ = head.size() + word;
    if (!read_at(file_, 0, head.data(), head.size()) || !read_at(file_, head.size(), &sum, word) ||
        sum != checksum(head))
        throw user_error(path_ + ": is no journal of tauroa, or its beginning is damaged");
    text_.assign(reinterpret_cast<const char*>(head.data()) + magic.size() + word, length);
    while (read_record(size)) continue;
    if (end_ < size && ftruncate(file_, static_cast<off_t>(end_)) != 0)
        throw failure("cutting what is not whole off " + path_ + ": " + reason());
}

bool journal::read_record(std::uint64_t size) {
    std::uint64_t head[2] = {}, sum = 0;
    if (!read_at(file_, end_, head, sizeof head)) return false;
    const auto [number, length] = std::pair(head[0], head[1]);
    if (length > size - end_) return false;
    bytes record(2 * word + length);
    if (!read_at(file_, end_, record.data(), record.size()) || !read_at(file_, end_ + record.size(), &sum, word) ||
        sum != checksum(record))
        return false;
    at_[number] = {end_ + 2 * word, length};
    end_ += record.size() + word;
    return true;
}

}  // namespace tauroa
