#pragma once

#include <string>

namespace tauroa::cli {

/// The figure of a map, drawn by output/plot.py of the tree that this program was built from.
class drawing {
  public:
    /// Throws user_error where it could not be drawn: another ending than .png, .pdf or .svg, no such folder, no plot.py or no
    /// Python for it, or, unless it may be replaced, a file that is there.
    drawing(std::string figure, bool may_replace);

    /// Draws the map that is in a file. Throws failure where that does not work; the map stays.
    void draw(const std::string& map) const;

  private:
    std::string figure_;
};

}  // namespace tauroa::cli
