#pragma once

#include <cstdint>
#include <string>

#include "output/hdf5.hpp"
#include "output/map_file.hpp"
#include "output/temporary_file.hpp"

namespace tauroa {

/// Some finished cells of one tau's map: rows x columns of them from (row, column), row by row.
struct map_block {
    std::size_t tau;
    std::uint64_t row, rows, column, columns;
    const std::int16_t* label;
    const std::uint32_t* iterations;
    const double* final_state;   ///< [rows, columns, variable]; not read unless the file holds final states
    const std::uint64_t* tally;  ///< [outcome]: how many cells have each label (kernels/tally.hpp)
};

/// Writes the file of a sweep, block by block; it appears under its name when finish() is done.
class map_writer {
  public:
    /// Throws user_error where `path` cannot be written (temporary_file).
    map_writer(const std::string& path, bool replace, map_description description);

    void write(const map_block& block);

    /// Writes counts, provenance and digest, and gives the file its name. Call it once every cell is written.
    void finish(const map_provenance& by);

  private:
    void write_attributes();
    void write_coordinates();
    void write_equilibria();
    void write_field();
    void create_maps();
    void write_counts();

    map_description about_;
    map_counts counts_;
    temporary_file temporary_;
    hdf5::handle file_, tau_, variable_, outcome_, label_, iterations_, final_;
    std::vector<hdf5::handle> axes_;
};

}  // namespace tauroa
