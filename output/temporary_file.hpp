#pragma once

#include <string>

namespace tauroa {

/// Throws user_error where a file at `target` must not be made or replaced: it is a directory or no regular file, or it
/// exists and `replace` is not given.
void check_target(const std::string& target, bool replace);

/// A file that appears under its name only when it is whole: made beside it under a temporary name, then
/// renamed. Gone again where that never happens.
class temporary_file {
  public:
    /// Makes an empty file beside `target`, or beside what that links to. Throws user_error where the target is no
    /// regular file, where it exists and `replace` is not given, or where its directory cannot be written.
    temporary_file(const std::string& target, bool replace);
    temporary_file(const temporary_file&) = delete;
    temporary_file& operator=(const temporary_file&) = delete;
    temporary_file(temporary_file&&) = delete;
    temporary_file& operator=(temporary_file&&) = delete;
    ~temporary_file();

    [[nodiscard]] const std::string& path() const { return path_; }

    /// Renames it to the target. Throws failure where that cannot be done, or where something has come to
    /// stand there meanwhile and is not to be replaced.
    void commit();

  private:
    std::string target_, path_;
    bool replace_, committed_ = false;
};

}  // namespace tauroa
