#include "output/tile_data.hpp"

#include <zlib.h>

#include <algorithm>
#include <cstring>

#include "kernels/error.hpp"
#include "kernels/problem.hpp"
#include "kernels/tally.hpp"

namespace tauroa {
namespace {

/// Byte b of every value, for b = 0, 1, ...: HDF5's shuffle filter.
bytes shuffled(const bytes& values, std::size_t size) {
    const std::size_t count = values.size() / size;
    bytes result(values.size());
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t b = 0; b < size; ++b) result[b * count + i] = values[i * size + b];
    return result;
}

bytes deflated(const bytes& plain) {
    uLongf size = compressBound(plain.size());
    bytes result(size);
    const int status = compress2(reinterpret_cast<Bytef*>(result.data()), &size,
                                 reinterpret_cast<const Bytef*>(plain.data()), plain.size(), gzip_level);
    if (status != Z_OK) throw failure("compressing a tile: zlib gives " + std::to_string(status));
    result.resize(size);
    return result;
}

/// A chunk of cells of `size` bytes made of `width`-byte numbers, with the block's in its first rows and columns.
bytes chunk_of(const map_description& about, const map_block& block, const void* cells, std::size_t size,
               std::size_t width) {
    const std::uint64_t columns = chunk_columns(about);
    bytes whole(chunk_rows(about) * columns * size);
    const auto* from = static_cast<const std::byte*>(cells);
    for (std::uint64_t r = 0; r < block.rows; ++r)
        std::memcpy(whole.data() + r * columns * size, from + r * block.columns * size, block.columns * size);
    return deflated(shuffled(whole, width));
}

void put(bytes& to, const void* from, std::size_t size) {
    const auto* first = static_cast<const std::byte*>(from);
    to.insert(to.end(), first, first + size);
}

void put_sized(bytes& to, const void* from, std::size_t size) {
    const std::uint64_t stored = size;
    put(to, &stored, sizeof stored);
    put(to, from, size);
}

std::span<const std::byte> taken(std::span<const std::byte>& from, std::size_t size) {
    if (from.size() < size) throw failure("a stored tile is too short");
    const auto first = from.first(size);
    from = from.subspan(size);
    return first;
}

bytes take_sized(std::span<const std::byte>& from) {
    std::uint64_t size = 0;
    std::memcpy(&size, taken(from, sizeof size).data(), sizeof size);
    const auto content = taken(from, size);
    return {content.begin(), content.end()};
}

}  // namespace

std::uint64_t chunk_rows(const map_description& about) { return std::min(about.rows(), block_edge); }
std::uint64_t chunk_columns(const map_description& about) { return std::min(about.columns(), block_edge); }

tile_data encoded(const map_description& about, const map_block& block) {
    const std::size_t outcomes = about.points() + outcomes_that_are_no_point;
    const auto chunk = [&](const auto* cells, std::size_t each) {
        return chunk_of(about, block, cells, each * sizeof *cells, sizeof *cells);
    };
    return {{block.tally, block.tally + outcomes},
            chunk(block.label, 1),
            chunk(block.iterations, 1),
            about.save_final ? chunk(block.final_state, about.variables.size()) : bytes{}};
}

bytes packed(const tile_data& tile) {
    bytes all;
    put_sized(all, tile.tally.data(), tile.tally.size() * sizeof(std::uint64_t));
    for (const bytes* part : {&tile.label, &tile.iterations, &tile.final_state})
        put_sized(all, part->data(), part->size());
    return all;
}

tile_data unpacked(std::span<const std::byte> from) {
    tile_data tile;
    const bytes tally = take_sized(from);
    tile.tally.resize(tally.size() / sizeof(std::uint64_t));
    std::memcpy(tile.tally.data(), tally.data(), tile.tally.size() * sizeof(std::uint64_t));
    tile.label = take_sized(from);
    tile.iterations = take_sized(from);
    tile.final_state = take_sized(from);
    return tile;
}

}  // namespace tauroa
