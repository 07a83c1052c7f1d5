#include "output/tile_data.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "kernels/error.hpp"
#include "kernels/problem.hpp"
#include "kernels/tally.hpp"

namespace tauroa {
namespace {

/// Byte b of every value, for b = 0, 1, ...: HDF5's shuffle filter.
bytes shuffled(const bytes& values, std::size_t width) {
    const std::size_t count = values.size() / width;
    bytes result(values.size());
    for (std::size_t b = 0; b < width; ++b)
        for (std::size_t i = 0; i < count; ++i) result[b * count + i] = values[i * width + b];
    return result;
}

bytes unshuffled(const bytes& values, std::size_t width) { return shuffled(values, values.size() / width); }

bytes deflated(const bytes& plain) {
    uLongf size = compressBound(plain.size());
    bytes result(size);
    const int status = compress2(result.data(), &size, plain.data(), plain.size(), gzip_level);
    if (status != Z_OK) throw failure("compressing a tile: zlib gives " + std::to_string(status));
    result.resize(size);
    return result;
}

std::uint64_t chunk_rows(const map_description& about) { return std::min(about.rows(), block_edge); }
std::uint64_t chunk_columns(const map_description& about) { return std::min(about.columns(), block_edge); }

/// Of the block's cells of `size` bytes, made of `width`-byte numbers, those of the chunk from `column` of the block on; a whole
/// chunk's in the first rows and columns of one of full size.
bytes filtered(const map_description& about, const map_block& block, std::uint64_t column, const void* cells,
               std::size_t size, std::size_t width) {
    const bool whole = is_whole_chunk(about, block.row, block.rows);
    const std::uint64_t there = std::min(block.columns - column, block_edge);
    const std::uint64_t rows = whole ? chunk_rows(about) : block.rows;
    const std::uint64_t columns = whole ? chunk_columns(about) : there;
    bytes padded(rows * columns * size);
    const auto* from = static_cast<const unsigned char*>(cells) + column * size;
    for (std::uint64_t r = 0; r < block.rows; ++r)
        std::memcpy(padded.data() + r * columns * size, from + r * block.columns * size, there * size);
    return deflated(shuffled(padded, width));
}

void put_sized(bytes& to, const void* from, std::size_t size) {
    const std::uint64_t stored = size;
    put(to, &stored, sizeof stored);
    put(to, from, size);
}

std::span<const unsigned char> taken(std::span<const unsigned char>& from, std::size_t size) {
    if (from.size() < size) throw failure("a stored tile is too short");
    const auto first = from.first(size);
    from = from.subspan(size);
    return first;
}

bytes take_sized(std::span<const unsigned char>& from) {
    std::uint64_t size = 0;
    std::memcpy(&size, taken(from, sizeof size).data(), sizeof size);
    const auto content = taken(from, size);
    return {content.begin(), content.end()};
}

}  // namespace

bool is_whole_chunk(const map_description& about, std::uint64_t row, std::uint64_t rows) {
    return row % block_edge == 0 && rows == std::min(block_edge, about.rows() - row);
}

tile_data encoded(const map_description& about, const map_block& block) {
    const std::size_t outcomes = about.points() + outcomes_that_are_no_point;
    tile_data tile{block.layer,
                   block.row,
                   block.rows,
                   block.column,
                   block.columns,
                   {block.tally, block.tally + outcomes},
                   {}};
    for (std::uint64_t column = 0; column < block.columns; column += block_edge) {
        const auto part = [&](const auto* cells, std::size_t each) {
            return filtered(about, block, column, cells, each * sizeof *cells, sizeof *cells);
        };
        tile.chunks.push_back({part(block.label, 1), part(block.iterations, 1),
                               about.save_final ? part(block.final_state, about.variables.size()) : bytes{}});
    }
    return tile;
}

bytes decoded(const bytes& part, std::size_t cells, std::size_t width) {
    bytes plain(cells);
    uLongf size = plain.size();
    const int status = uncompress(plain.data(), &size, part.data(), part.size());
    if (status != Z_OK || size != cells)
        throw failure("a stored tile is damaged: zlib gives " + std::to_string(status));
    return unshuffled(plain, width);
}

bytes packed(const tile_data& tile) {
    bytes all;
    const std::array<std::uint64_t, 6> head{tile.layer,  tile.row,     tile.rows,
                                            tile.column, tile.columns, tile.chunks.size()};
    put(all, head.data(), sizeof head);
    put_sized(all, tile.tally.data(), tile.tally.size() * sizeof(std::uint64_t));
    for (const chunk_data& chunk : tile.chunks)
        for (const bytes* part : {&chunk.label, &chunk.iterations, &chunk.final_state})
            put_sized(all, part->data(), part->size());
    return all;
}

tile_data unpacked(std::span<const unsigned char> from) {
    std::array<std::uint64_t, 6> head{};
    std::memcpy(head.data(), taken(from, sizeof head).data(), sizeof head);
    tile_data tile{head[0], head[1], head[2], head[3], head[4], {}, {}};
    const bytes tally = take_sized(from);
    tile.tally.resize(tally.size() / sizeof(std::uint64_t));
    std::memcpy(tile.tally.data(), tally.data(), tile.tally.size() * sizeof(std::uint64_t));
    for (std::uint64_t i = 0; i < head[5]; ++i) {
        chunk_data& chunk = tile.chunks.emplace_back();
        for (bytes* part : {&chunk.label, &chunk.iterations, &chunk.final_state}) *part = take_sized(from);
    }
    return tile;
}

}  // namespace tauroa
