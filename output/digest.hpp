#pragma once

#include <hdf5.h>

#include <functional>
#include <string>

namespace tauroa {

/// A digest of everything in a file outside /provenance, but for itself: path, type, size and values of every
/// dataset, name, type and values of every attribute, in order of their paths and names. 128 bits of XXH3
/// (https://github.com/Cyan4973/xxHash), in hexadecimal. The same content has the same digest however it is
/// stored. `pause` is called now and then; it may throw.
std::string digest_of(hid_t file, const std::function<void()>& pause);

}  // namespace tauroa
