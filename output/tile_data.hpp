#pragma once

// A finished tile, one chunk of the file's maps, as it is stored: what HDF5's filters would make of it (bytes shuffled,
// then deflated, RFC 1950), so that it can wait in a journal and go into the file as it is.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "output/map_file.hpp"

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

using bytes = std::vector<std::byte>;

inline constexpr int gzip_level = 4;

struct tile_data {
    std::vector<std::uint64_t> tally;      ///< [outcome]
    bytes label, iterations, final_state;  ///< filtered chunks; the last empty where it was not asked for
};

/// Chunks of the file's maps: rows and columns of each. Those at the edges are as large, filled up with 0.
std::uint64_t chunk_rows(const map_description& about);
std::uint64_t chunk_columns(const map_description& about);

/// The block, which begins where a chunk begins and is not larger, as it is stored.
tile_data encoded(const map_description& about, const map_block& block);

/// A tile as one run of bytes, and back. Throws failure where these are none.
bytes packed(const tile_data& tile);
tile_data unpacked(std::span<const std::byte> from);

}  // namespace tauroa
