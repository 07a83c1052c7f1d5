#include "output/curve_reader.hpp"

#include "output/game_tables.hpp"
#include "output/guarded.hpp"

namespace tauroa {
namespace {

/// The members of a group, if it is there, as group/member.
void add_groups(hid_t file, const std::string& group, std::vector<std::string>& to) {
    if (!hdf5::has_link(file, group)) return;
    const hdf5::handle open(H5Gopen2(file, group.c_str(), H5P_DEFAULT), H5Gclose, "opening " + group);
    std::vector<std::string> names;
    const auto collect = [](hid_t /*group*/, const char* name, const auto* /*info*/, void* all) -> herr_t {
        static_cast<std::vector<std::string>*>(all)->emplace_back(name);
        return 0;
    };
    hdf5::check(H5Literate(open.id(), H5_INDEX_NAME, H5_ITER_INC, nullptr, collect, &names),
                "listing " + group);
    for (const std::string& name : names) {
        std::string path = group;
        to.push_back(path.append("/").append(name));
    }
}

void read_common(hid_t file, curve_file& to) {
    to.digest = hdf5::text_attribute(file, "digest");
    to.by = read_provenance(file);
    for (const char* group : {"runs", "spectra", "surfaces"}) add_groups(file, group, to.groups);
}

}  // namespace

std::string kind_of_file(const std::string& path) {
    return read_guarded(path, "a file",
                        [](hid_t file) { return hdf5::text_attribute(file, "kind_of_file"); });
}

trajectory_summary read_trajectory_summary(const std::string& path) {
    return read_guarded(path, "a file of trajectories", [](hid_t file) {
        trajectory_summary s;
        s.about = read_trajectories(file);
        if (hdf5::has_attribute(file, "figure")) {
            s.figure = hdf5::text_attribute(file, "figure");
            s.requests = hdf5::text_attribute(file, "requests");
        }
        read_common(file, s);
        return s;
    });
}

spectrum_summary read_spectrum_summary(const std::string& path) {
    return read_guarded(path, "a spectrum's file", [](hid_t file) {
        spectrum_summary s;
        s.about = read_spectrum(file);
        read_common(file, s);
        return s;
    });
}

}  // namespace tauroa
