#pragma once

#include <functional>
#include <string>

#include "output/hdf5.hpp"
#include "output/map_file.hpp"
#include "output/temporary_file.hpp"

namespace tauroa {

/// A file that is small enough to be written in one go; it appears under its name, in place of what is there, when finish() is
/// done.
class new_file {
  public:
    /// Throws user_error where `path` cannot be written (temporary_file).
    explicit new_file(const std::string& path);

    [[nodiscard]] hid_t root() const { return file_.id(); }

    /// Writes digest and provenance, and gives the file its name; everything else in it must be closed. `pause` is called now
    /// and then; what it throws ends the writing, and leaves no file.
    void finish(const map_provenance& by, const std::function<void()>& pause);

  private:
    temporary_file temporary_;
    hdf5::handle file_;
};

}  // namespace tauroa
