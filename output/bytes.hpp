#pragma once

#include <cstddef>
#include <cstring>
#include <vector>

namespace tauroa {

using bytes = std::vector<unsigned char>;

/// How hard chunks of the file are compressed, by HDF5 or before it.
inline constexpr int gzip_level = 4;

/// Puts `size` bytes at the end.
inline void put(bytes& to, const void* from, std::size_t size) {
    if (size == 0) return;
    const std::size_t at = to.size();
    to.resize(at + size);
    std::memcpy(to.data() + at, from, size);
}

}  // namespace tauroa
