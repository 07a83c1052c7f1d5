#pragma once

#include <string>

#include "kernels/error.hpp"
#include "output/child.hpp"
#include "output/hdf5.hpp"

namespace tauroa {

/// What `read` makes of the file at path, from anywhere as it may be. Throws user_error, that it is no such file of tauroa (`what`), where
/// `read` throws; and where HDF5 itself crashes over it, which a child process finds out.
template <class Read>
auto read_guarded(const std::string& path, const std::string& what, Read read) {
    constexpr unsigned seconds = 5;
    const auto attempt = [&] {
        const hdf5::handle file = hdf5::open_file(path);
        try {
            return read(file.id());
        } catch (const std::exception& why) {  // a file from anywhere may ask for any amount of memory, too
            throw user_error(path + ": not " + what + " of tauroa (" + why.what() + ")");
        }
    };
    const auto survives = [&] {
        try {
            attempt();
        } catch (const user_error&) {
        }
        return true;
    };
    if (!answer_of_child(survives, seconds)) throw user_error(path + ": damaged beyond what HDF5 can read");
    return attempt();
}

}  // namespace tauroa
