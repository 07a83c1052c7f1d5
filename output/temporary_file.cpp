#include "output/temporary_file.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <vector>

#include "kernels/error.hpp"

namespace tauroa {

namespace fs = std::filesystem;

temporary_file::temporary_file(std::string target, bool replace)
    : target_(std::move(target)), replace_(replace) {
    const fs::path path(target_);
    std::error_code error;
    if (!path.has_filename() || fs::is_directory(path, error))
        throw user_error("-o " + target_ + ": is a directory; give the name of a file");
    if (!replace && fs::exists(fs::symlink_status(path, error)))
        throw user_error("-o " + target_ + ": exists; give another name, or --force to replace it");
    const fs::path directory = path.has_parent_path() ? path.parent_path() : fs::path(".");
    fs::path hidden(".");
    hidden += path.filename();
    hidden += ".XXXXXX";
    const std::string pattern = (directory / hidden).string();
    std::vector<char> name(pattern.begin(), pattern.end());
    name.push_back('\0');
    const int descriptor = mkstemp(name.data());
    if (descriptor < 0)
        throw user_error("-o " + target_ + ": cannot write in " + directory.string() + " (" +
                         std::generic_category().message(errno) +
                         "); give a file in a directory that exists");
    const mode_t mask = umask(0);  // mkstemp gives the owner alone access; a result is a file like any other
    umask(mask);
    fchmod(descriptor, 0666 & ~mask);
    close(descriptor);
    path_ = name.data();
}

temporary_file::~temporary_file() {
    std::error_code error;
    if (!committed_) fs::remove(path_, error);
}

void temporary_file::commit() {
    std::error_code error;
    if (!replace_ && fs::exists(fs::symlink_status(target_, error)))
        throw failure(target_ + ": has come to exist meanwhile; not replaced");
    fs::rename(path_, target_, error);
    if (error) throw failure("renaming " + path_ + " to " + target_ + ": " + error.message());
    committed_ = true;
}

}  // namespace tauroa
