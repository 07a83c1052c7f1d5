#pragma once

// Finished cells as they wait in a journal. Those of a whole chunk of the file are what HDF5's filters would make of them
// (bytes shuffled, then deflated, RFC 1950), so that they can go into the file as they are.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "output/journal.hpp"
#include "output/map_file.hpp"

namespace tauroa {

/// Some finished cells of one layer (a tau's map, with noise that of a tau and a repeat), rows x columns of them from (row, column), row by row: rows of one chunk, over its
/// whole width, or whole chunks side by side.
struct map_block {
    std::uint64_t layer, row, rows, column, columns;
    const std::int16_t* label;
    const std::uint32_t* iterations;
    const double* final_state;   ///< [rows, columns, variable]; not read unless the file holds final states
    const std::uint64_t* tally;  ///< [outcome]: how many cells have each label (kernels/tally.hpp)
};

/// What is stored of one chunk, or of some rows of one.
struct chunk_data {
    bytes label, iterations, final_state;  ///< filtered; the last empty where it was not asked for
};

/// A map_block as it is stored.
struct tile_data {
    std::uint64_t layer = 0, row = 0, rows = 0, column = 0, columns = 0;
    std::vector<std::uint64_t> tally;  ///< [outcome]
    std::vector<chunk_data> chunks;    ///< side by side
};

/// Whether the block is a whole chunk; its stored parts then have the chunk's full size, filled up with 0 at the map's edges.
bool is_whole_chunk(const map_description& about, std::uint64_t row, std::uint64_t rows);

tile_data encoded(const map_description& about, const map_block& block);

/// A stored part of a block that is no whole chunk, unpacked: `cells` bytes of `width`-byte numbers. Throws failure where it
/// is damaged.
bytes decoded(const bytes& part, std::size_t cells, std::size_t width);

/// A tile as one run of bytes, and back. Throws failure where these are none.
bytes packed(const tile_data& tile);
tile_data unpacked(std::span<const unsigned char> from);

}  // namespace tauroa
