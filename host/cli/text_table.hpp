#pragma once

// A table of text for people: aligned columns, the last of which is folded at spaces where a line would be too wide.

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

namespace tauroa::cli {

class text_table {
  public:
    explicit text_table(std::vector<std::string> header);

    /// As many cells as the header has.
    void add(std::vector<std::string> row);

    /// Lines no wider than `widest`, as far as the columns before the last leave 20 for that. Columns that hold numbers alone
    /// are aligned to the right.
    void print(std::ostream& to, std::size_t widest = 110) const;

  private:
    std::vector<std::vector<std::string>> rows_;  ///< the header first
};

}  // namespace tauroa::cli
