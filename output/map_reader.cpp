#include "output/map_reader.hpp"

#include <hdf5_hl.h>

#include <algorithm>

#include "kernels/error.hpp"
#include "output/certificates_group.hpp"
#include "output/child.hpp"
#include "output/digest.hpp"
#include "output/game_tables.hpp"
#include "output/game_text.hpp"
#include "output/guarded.hpp"
#include "output/hdf5.hpp"
#include "output/measures_file.hpp"
#include "output/noise_file.hpp"
#include "output/sample_file.hpp"

namespace tauroa {
namespace {

using hdf5::handle;
using hdf5::number_attribute;
using hdf5::read_array;
using hdf5::text_attribute;

/// The name of a dataset's dimension: that of the scale attached to it.
std::string dimension_name(hid_t dataset, unsigned axis) {
    std::string name;
    const auto visit = [](hid_t /*dataset*/, unsigned /*axis*/, hid_t scale, void* to) -> herr_t {
        char buffer[256] = {};
        if (H5DSget_scale_name(scale, buffer, sizeof buffer) < 0) return -1;
        *static_cast<std::string*>(to) = buffer;
        return 1;
    };
    if (H5DSiterate_scales(dataset, axis, nullptr, visit, &name) <= 0)
        throw failure("/label has a dimension without a scale");
    return name;
}

void read_settings(hid_t file, map_description& about) {
    about.game = text_attribute(file, "game");
    about.game_text = read_game_text(file);
    about.update = text_attribute(file, "update");
    about.parameters = text_attribute(file, "parameters");
    about.fixed = text_attribute(file, "fixed");
    about.gamma = number_attribute<double>(file, "gamma");
    about.tolerance = number_attribute<double>(file, "tol");
    about.steps = number_attribute<std::uint64_t>(file, "steps");
    about.variables = hdf5::read_strings(file, "variable");
    about.player = read_array<std::uint8_t>(file, "player");
    about.period = read_array<double>(file, "period");
    about.tau = read_array<double>(file, "tau");
    about.save_final = hdf5::has_link(file, "final");
    const std::string proofs = text_attribute(file, "proofs");
    about.unproven = proofs == no_proofs;
    about.plain = about.unproven || proofs == proofs_of_plain;
    about.labels_only = text_attribute(file, "iterations_hold") == "decision";
}

void read_axes(hid_t file, map_description& about) {
    const handle label = hdf5::open_dataset(file, "label");
    const std::size_t rank = hdf5::size_of(label.id()).size();
    const std::size_t planes = about.noise ? 2 : 1;
    if (rank < planes + 1 || rank > planes + 2)
        throw failure("/label has " + std::to_string(rank) + " dimensions");
    for (std::size_t axis = rank - 1; axis >= planes; --axis) {
        const std::string name = dimension_name(label.id(), static_cast<unsigned>(axis));
        about.axes.push_back({name, read_array<double>(file, name)});
        if (about.axes.back().at.empty()) throw failure("/" + name + " is empty");
    }
}

void read_equilibria(hid_t file, map_equilibria& e) {
    e.location = read_array<double>(file, "equilibria/location");
    e.kind = read_array<std::uint8_t>(file, "equilibria/kind");
    e.kind_names = read_meanings(file, "equilibria/kind");
    e.tau_star = read_array<double>(file, "equilibria/tau_star");
    e.stable = read_array<std::uint8_t>(file, "equilibria/stable");
    e.attracts = read_array<std::uint8_t>(file, "equilibria/attracts");
    e.gamma_max = read_array<double>(file, "equilibria/gamma_max");
    e.spectral_radius = read_array<double>(file, "equilibria/spectral_radius");
    e.eigenvalue_real = read_array<double>(file, "equilibria/eigenvalue_real");
    e.eigenvalue_imag = read_array<double>(file, "equilibria/eigenvalue_imag");
}

/// Sizes that the tables must have for one another; a file may come from anywhere.
void check_sizes(const map_summary& s) {
    const std::size_t m = s.about.points(), n = s.about.variables.size(), taus = s.about.tau.size();
    const map_equilibria& e = s.about.equilibria;
    const bool right = s.counts.size() == m + 3 && s.counts.count.size() == taus * (m + 3) &&
                       e.location.size() == m * n && e.tau_star.size() == m && e.stable.size() == taus * m &&
                       e.attracts.size() == taus * m && e.gamma_max.size() == taus * m &&
                       e.spectral_radius.size() == taus * m && e.eigenvalue_real.size() == taus * m * n &&
                       e.eigenvalue_imag.size() == taus * m * n && s.about.player.size() == n &&
                       s.about.period.size() == n && taus > 0 &&
                       (!s.about.noise || s.share_error.size() == taus * (m + 3));
    if (!right) throw failure("its tables do not fit each other");
    for (const std::uint8_t k : e.kind)
        if (k >= e.kind_names.size()) throw failure("/equilibria/kind has a value without a meaning");
}

map_summary read_summary_of(hid_t file) {
    map_summary s;
    if (text_attribute(file, "kind_of_file") != "sweep") throw failure("kind_of_file is not sweep");
    s.schema_version = number_attribute<std::int32_t>(file, "schema_version");
    if (s.schema_version != map_schema_version)
        throw failure("schema version " + std::to_string(s.schema_version) + ", this program reads " +
                      std::to_string(map_schema_version));
    s.digest = text_attribute(file, "digest");
    read_settings(file, s.about);
    s.about.noise = read_noise(file);
    s.about.sample = read_sample(file, s.about.variables.size(), s.about.noise ? 2 : 1);
    if (!s.about.sample) read_axes(file, s.about);
    read_equilibria(file, s.about.equilibria);
    s.about.certificates = read_certificates(file, s.about);
    s.counts.outcome = read_array<std::int16_t>(file, "outcome");
    s.counts.count = read_array<std::uint64_t>(file, "count");
    s.by = read_provenance(file);
    if (s.about.noise) s.share_error = read_array<double>(file, "share_error");
    check_sizes(s);
    if (!s.about.noise) s.measures = read_measures(file, s.about);
    return s;
}

}  // namespace

map_summary read_summary(const std::string& path) {
    return read_guarded(path, "a sweep's file", read_summary_of);
}

bool digest_holds(const std::string& path) {
    constexpr unsigned seconds = 24 * 3600;
    const auto holds = answer_of_child(
        [&] {
            const handle file = hdf5::open_file(path);
            return digest_of(file.id(), [] {}) == text_attribute(file.id(), "digest");
        },
        seconds);
    if (!holds) throw failure(path + ": damaged beyond what HDF5 can read");
    return *holds;
}

}  // namespace tauroa
