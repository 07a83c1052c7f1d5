#include "output/temporary_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "kernels/error.hpp"
#include "output/output_files.hpp"

namespace tauroa {

namespace fs = std::filesystem;

void flush_to_disk(const std::string& path) {
    const int descriptor =
        open(path.c_str(), O_RDONLY | O_CLOEXEC);  // NOLINT(cppcoreguidelines-pro-type-vararg)
    const bool flushed = descriptor >= 0 && fsync(descriptor) == 0;
    const int code = errno;
    if (descriptor >= 0) close(descriptor);
    if (!flushed) throw failure("writing " + path + ": " + std::generic_category().message(code));
}

temporary_file::temporary_file(const std::string& target)
    : target_(resolved(target)), path_(target_ + ".part-file") {
    check_target(target);
    const int descriptor = open(
        path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC,  // NOLINT(cppcoreguidelines-pro-type-vararg)
        0666);
    if (descriptor < 0) throw_unwritable(path_, errno);
    close(descriptor);
}

temporary_file::~temporary_file() {
    std::error_code error;
    if (!committed_) fs::remove(path_, error);
}

void temporary_file::commit() {
    std::error_code error;
    flush_to_disk(path_);
    fs::rename(path_, target_, error);
    if (error) throw failure("renaming " + path_ + " to " + target_ + ": " + error.message());
    committed_ = true;
    flush_to_disk(fs::path(target_).has_parent_path() ? fs::path(target_).parent_path().string() : ".");
}

}  // namespace tauroa
