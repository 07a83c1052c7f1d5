#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "output/hdf5.hpp"
#include "output/map_file.hpp"
#include "output/temporary_file.hpp"
#include "output/tile_data.hpp"

namespace tauroa {

/// Writes the file of a sweep, tile by tile; it appears under its name, in place of what is there, when finish() is done.
class map_writer {
  public:
    /// Throws user_error where `path` cannot be written (temporary_file).
    map_writer(const std::string& path, map_description description);

    /// Tiles of one chunk one after the other: else HDF5 packs and unpacks it again and again. Throws failure where the tile is
    /// no part of this map.
    void write(const tile_data& tile);

    /// Writes measures, counts, provenance and digest, and gives the file its name. Call it once every cell is written. `pause` is
    /// called now and then; what it throws ends the writing, and leaves no file.
    void finish(const map_provenance& by, const std::function<void()>& pause);

  private:
    void write_attributes();
    void write_coordinates();
    void create_maps();
    void write_counts();

    map_description about_;
    map_counts counts_;
    temporary_file temporary_;
    hdf5::handle file_, tau_, variable_, outcome_, label_, iterations_, final_;
    std::vector<hdf5::handle> axes_;
};

}  // namespace tauroa
