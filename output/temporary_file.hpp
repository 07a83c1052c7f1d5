#pragma once

#include <string>

namespace tauroa {

/// A file that appears under its name only when it is whole: written beside it under another name
/// (output/output_files.hpp), then renamed. Gone again where that never happens.
class temporary_file {
  public:
    /// What a run that was killed left under that name is replaced. Throws user_error or failure where it cannot be made.
    explicit temporary_file(const std::string& target);
    temporary_file(const temporary_file&) = delete;
    temporary_file& operator=(const temporary_file&) = delete;
    temporary_file(temporary_file&&) = delete;
    temporary_file& operator=(temporary_file&&) = delete;
    ~temporary_file();

    [[nodiscard]] const std::string& path() const { return path_; }

    /// Renames it to the target, replacing what is there. Throws failure where that cannot be done.
    void commit();

  private:
    std::string target_, path_;
    bool committed_ = false;
};

/// Has a file's, or a directory's, content on the disk. Throws failure.
void flush_to_disk(const std::string& path);

}  // namespace tauroa
