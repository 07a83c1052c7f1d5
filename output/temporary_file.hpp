#pragma once

#include <string>

namespace tauroa {

/// A file that appears under its name only when it is whole: made beside it under a temporary name, then
/// renamed. Gone again where that never happens.
class temporary_file {
  public:
    /// Makes an empty file beside `target`. Throws user_error where target is a directory, where it exists
    /// and `replace` is not given, or where its directory cannot be written.
    temporary_file(std::string target, bool replace);
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
