#include "output/output_files.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "kernels/error.hpp"

namespace tauroa {

namespace fs = std::filesystem;

namespace {

fs::path directory_of(const fs::path& file) {
    return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

/// Whether `text` is a number without a sign.
bool is_number(const std::string& text) {
    return !text.empty() && text.size() < 9 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string resolved(const std::string& target) {
    std::error_code error;
    const fs::path real =
        fs::is_symlink(target, error) ? fs::weakly_canonical(target, error) : fs::path(target);
    return error ? target : real.string();
}

void check_target(const std::string& target) {
    std::error_code error;
    const fs::path real = resolved(target);
    const auto status = fs::status(real, error);
    if (status.type() == fs::file_type::none)
        throw user_error("-o " + target + ": " + error.message() + "; give another name");
    if (!real.has_filename() || fs::is_directory(status))
        throw user_error("-o " + target + ": is a directory; give the name of a file");
    if (fs::exists(status) && !fs::is_regular_file(status))
        throw user_error("-o " + target + ": exists and is no regular file; give another name");
    if (!fs::is_directory(directory_of(real), error))
        throw_unwritable(target, error ? error.value() : ENOENT);
}

void refuse_what_is_there(const std::string& target) {
    std::error_code error;
    if (fs::exists(resolved(target), error))
        throw user_error(
            "-o " + target +
            ": exists; give another name, --force to replace it, or --resume where it is of this very sweep");
    if (const auto journals = journals_beside(target); !journals.empty())
        throw user_error(
            "-o " + target + ": " + journals.front() +
            " holds what an earlier run has finished; --resume goes on with it, --force begins anew");
}

void throw_unwritable(const std::string& path, int error_number) {
    const std::string why = std::generic_category().message(error_number);
    if (error_number == ENOSPC || error_number == EDQUOT || error_number == EIO || error_number == EFBIG)
        throw failure("making " + path + ": " + why);
    throw user_error("-o " + path + ": cannot write in " + directory_of(path).string() + ": " + why +
                     "; give a file in a directory that can be written");
}

std::string journal_path(const std::string& target, int rank) {
    std::string path = resolved(target) + ".part";
    if (rank > 0) path.append("-").append(std::to_string(rank));
    return path;
}

std::vector<std::string> journals_beside(const std::string& target) {
    std::vector<int> ranks;
    std::error_code error;
    const fs::path first = journal_path(target, 0);
    if (fs::exists(first, error)) ranks.push_back(0);
    const std::string prefix = first.filename().string() + "-";
    for (const auto& entry : fs::directory_iterator(directory_of(first), error)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(prefix) && is_number(name.substr(prefix.size())))
            ranks.push_back(std::stoi(name.substr(prefix.size())));
    }
    std::sort(ranks.begin(), ranks.end());
    std::vector<std::string> paths(ranks.size());
    std::transform(ranks.begin(), ranks.end(), paths.begin(),
                   [&](int rank) { return journal_path(target, rank); });
    return paths;
}

}  // namespace tauroa
