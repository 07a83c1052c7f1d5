#include "host/compiled_game/own_file.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "kernels/error.hpp"

namespace tauroa {
namespace {

bool is_own(const std::string& path, mode_t kind) {
    struct stat about {};
    if (lstat(path.c_str(), &about) != 0) return false;
    return (about.st_mode & S_IFMT) == kind && about.st_uid == geteuid() &&
           (about.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

}  // namespace

bool is_own_folder(const std::string& path) { return is_own(path, S_IFDIR); }
bool is_own_file(const std::string& path) { return is_own(path, S_IFREG); }

std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write_bytes(const std::string& path, const std::string& bytes) {
    std::ofstream file(path, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file.flush()) throw failure("writing " + path + ": no space, or no permission");
}

}  // namespace tauroa
