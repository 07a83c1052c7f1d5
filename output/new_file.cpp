#include "output/new_file.hpp"

#include "output/digest.hpp"
#include "output/game_tables.hpp"

namespace tauroa {

new_file::new_file(const std::string& path) : temporary_(path), file_(hdf5::create_file(temporary_.path())) {}

void new_file::finish(const map_provenance& by, const std::function<void()>& pause) {
    hdf5::set_attribute(root(), "digest", digest_of(root(), pause));
    write_provenance(root(), by);
    hdf5::check(H5Fflush(root(), H5F_SCOPE_GLOBAL), "writing " + temporary_.path());
    file_.close("writing " + temporary_.path());
    temporary_.commit();
}

}  // namespace tauroa
