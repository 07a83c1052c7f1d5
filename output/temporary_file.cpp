#include "output/temporary_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "kernels/error.hpp"

namespace tauroa {

namespace fs = std::filesystem;

namespace {

/// Where a target that is a symbolic link leads.
fs::path resolved(const std::string& target) {
    std::error_code error;
    const fs::path real =
        fs::is_symlink(target, error) ? fs::weakly_canonical(target, error) : fs::path(target);
    return error ? fs::path(target) : real;
}

/// A file descriptor of a new file beside the target, whose name goes to `path`.
int make_beside(const std::string& given, const fs::path& target, std::string& path) {
    const fs::path directory = target.has_parent_path() ? target.parent_path() : fs::path(".");
    path = (directory / ".tauroa.XXXXXX").string();
    const int descriptor = mkstemp(path.data());
    if (descriptor >= 0) return descriptor;
    const int code = errno;
    const std::string why = directory.string() + ": " + std::generic_category().message(code);
    if (code == ENOSPC || code == EDQUOT || code == EIO) throw failure("making a file in " + why);
    throw user_error("-o " + given + ": cannot write in " + why +
                     "; give a file in a directory that can be written");
}

/// Has the file's content on the disk before its name is.
void flush_to_disk(const std::string& path) {
    const int descriptor =
        open(path.c_str(), O_RDONLY | O_CLOEXEC);  // NOLINT(cppcoreguidelines-pro-type-vararg)
    const bool flushed = descriptor >= 0 && fsync(descriptor) == 0;
    const int code = errno;
    if (descriptor >= 0) close(descriptor);
    if (!flushed) throw failure("writing " + path + ": " + std::generic_category().message(code));
}

}  // namespace

void check_target(const std::string& target, bool replace) {
    std::error_code error;
    const fs::path real = resolved(target);
    const auto status = fs::status(real, error);
    if (status.type() == fs::file_type::none)
        throw user_error("-o " + target + ": " + error.message() + "; give another name");
    if (!real.has_filename() || fs::is_directory(status))
        throw user_error("-o " + target + ": is a directory; give the name of a file");
    if (fs::exists(status) && !fs::is_regular_file(status))
        throw user_error("-o " + target + ": exists and is no regular file; give another name");
    if (fs::exists(status) && !replace)
        throw user_error("-o " + target + ": exists; give another name, or --force to replace it");
}

temporary_file::temporary_file(const std::string& target, bool replace)
    : target_(resolved(target).string()), replace_(replace) {
    check_target(target, replace);
    const int descriptor = make_beside(target, target_, path_);
    const mode_t mask = umask(0);  // mkstemp gives the owner alone access; a result is a file like any other
    umask(mask);
    fchmod(descriptor, 0666 & ~mask);
    close(descriptor);
}

temporary_file::~temporary_file() {
    std::error_code error;
    if (!committed_) fs::remove(path_, error);
}

void temporary_file::commit() {
    std::error_code error;
    flush_to_disk(path_);
    if (!replace_ && fs::exists(fs::symlink_status(target_, error)))
        throw failure(target_ + ": has come to exist meanwhile; not replaced");
    fs::rename(path_, target_, error);
    if (error) throw failure("renaming " + path_ + " to " + target_ + ": " + error.message());
    committed_ = true;
}

}  // namespace tauroa
