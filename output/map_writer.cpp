#include "output/map_writer.hpp"

#include <algorithm>
#include <iterator>

#include "kernels/error.hpp"
#include "kernels/problem.hpp"
#include "kernels/tally.hpp"
#include "output/certificates_group.hpp"
#include "output/digest.hpp"
#include "output/game_tables.hpp"
#include "output/game_text.hpp"
#include "output/measures_file.hpp"
#include "output/noise_file.hpp"
#include "output/sample_file.hpp"

namespace tauroa {
namespace {

using hdf5::attach;
using hdf5::extent;
using hdf5::handle;
using hdf5::set_attribute;
using hdf5::write_scale;

std::vector<std::int16_t> outcomes(int points) {
    std::vector<std::int16_t> all(tally_size(points));
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = tally_label(static_cast<int>(i), points);
    return all;
}

std::vector<std::string> outcome_meanings(std::size_t points) {
    std::vector<std::string> words;
    for (std::size_t j = 0; j < points; ++j) words.push_back("arrived_at_point_" + std::to_string(j));
    words.insert(words.end(), {"not_arrived", "diverged", "escaped"});
    return words;
}

constexpr const char* final_comment =
    "x_k at k = iterations; where a proof decided the start, the state at which it did: with label -1, whose "
    "iterations are K, at an earlier k";

/// A block of cells of one map, a whole chunk or some rows of one, as tile_data stores it.
void write_cells(const handle& dataset, hid_t type, const bytes& part, bool whole, const extent& offset,
                 const extent& size) {
    if (whole) return hdf5::write_chunk(dataset.id(), offset, part);
    std::size_t numbers = 1;
    for (const hsize_t s : size) numbers *= s;
    const std::size_t width = H5Tget_size(type);
    hdf5::write_block(dataset.id(), type, offset, size, decoded(part, numbers * width, width).data());
}

}  // namespace

map_writer::map_writer(const std::string& path, map_description description)
    : about_(std::move(description)),
      counts_{outcomes(static_cast<int>(about_.points())), {}},
      temporary_(path),
      file_(hdf5::create_file(temporary_.path())) {
    counts_.count.resize(about_.tau.size() * counts_.size());
    write_attributes();
    write_coordinates();
    create_maps();
    write_equilibria(file_.id(), about_.equilibria, tau_, variable_);
    write_certificates(file_.id(), about_, tau_, variable_);
    if (about_.field) write_field(file_.id(), *about_.field, variable_);
}

void map_writer::write_attributes() {
    const hid_t root = file_.id();
    write_heading(root, "sweep", map_schema_version, about_.game, about_.parameters);
    write_game_text(root, about_.game_text);
    set_attribute(root, "fixed", about_.fixed);
    set_attribute(root, "update", about_.update);
    set_attribute(root, "gamma", about_.gamma);
    set_attribute(root, "steps", about_.steps);
    set_attribute(root, "tol", about_.tolerance);
    set_attribute(root, "proofs", std::string(about_.proofs()));
    set_attribute(root, "iterations_hold", std::string(about_.iterations_hold()));
}

void map_writer::write_coordinates() {
    const hid_t root = file_.id();
    tau_ = write_scale(root, "tau", about_.tau);
    set_attribute(tau_.id(), "long_name", std::string("timescale separation gamma2 / gamma1"));
    for (const map_axis& axis : about_.axes) axes_.push_back(write_scale(root, axis.name, axis.at));
    if (about_.sample) axes_.push_back(create_sample(root, *about_.sample));
    if (about_.noise) repeat_ = create_repeat(root, *about_.noise);
    variable_ = write_variables(root, about_.variables, about_.player, about_.period);
    outcome_ = write_scale(root, "outcome", counts_.outcome);
    describe_flags(outcome_, counts_.outcome, outcome_meanings(about_.points()));
}

void map_writer::create_maps() {
    const std::size_t axes = axes_.size();
    extent size{about_.tau.size()};
    if (about_.noise) size.push_back(about_.repeats());
    const std::size_t planes = size.size();
    extent chunk(planes, 1);
    if (axes > 1) size.push_back(about_.rows());
    size.push_back(about_.columns());
    for (std::size_t i = planes; i < size.size(); ++i)
        chunk.push_back(std::min<hsize_t>(size[i], block_edge));
    const auto create = [&](const char* name, hid_t type) {
        handle dataset = hdf5::create_dataset(file_.id(), name, type, size, chunk);
        hdf5::attach_scale(dataset.id(), tau_.id(), 0);
        if (about_.noise) hdf5::attach_scale(dataset.id(), repeat_.id(), 1);
        for (std::size_t i = 0; i < axes; ++i)
            hdf5::attach_scale(dataset.id(), axes_[i].id(), static_cast<unsigned>(planes + axes - 1 - i));
        return dataset;
    };
    label_ = create("label", H5T_STD_I16LE);
    set_attribute(label_.id(), "long_name", std::string("where the start ends"));
    describe_flags(label_, counts_.outcome, outcome_meanings(about_.points()));
    iterations_ = create("iterations", H5T_STD_U32LE);
    set_attribute(iterations_.id(), "long_name",
                  std::string(about_.noise         ? "steps until the last stay at the point began"
                              : about_.labels_only ? "steps until the label was certain"
                                                   : "steps until then"));
    if (!about_.save_final) return;
    size.push_back(about_.variables.size());
    chunk.push_back(about_.variables.size());
    final_ = create("final", H5T_IEEE_F64LE);
    hdf5::attach_scale(final_.id(), variable_.id(), static_cast<unsigned>(size.size() - 1));
    set_attribute(final_.id(), "long_name", std::string("last state of the start"));
    set_attribute(final_.id(), "comment", std::string(final_comment));
}

void map_writer::write(const tile_data& tile) {
    if (tile.layer >= about_.layers() || tile.row + tile.rows > about_.rows() ||
        tile.column + tile.columns > about_.columns() || tile.tally.size() != counts_.size() ||
        tile.chunks.size() != (tile.columns + block_edge - 1) / block_edge)
        throw failure("a stored tile is no part of this map");
    for (std::size_t i = 0; i < counts_.size(); ++i)
        counts_.count[tile.layer / about_.repeats() * counts_.size() + i] += tile.tally[i];
    const bool whole = is_whole_chunk(about_, tile.row, tile.rows);
    for (std::size_t c = 0; c < tile.chunks.size(); ++c) {
        const chunk_data& chunk = tile.chunks[c];
        const std::uint64_t column = c * block_edge;
        extent offset{tile.layer / about_.repeats()}, size{1};
        if (about_.noise) {
            offset.push_back(tile.layer % about_.repeats());
            size.push_back(1);
        }
        if (about_.axes.size() > 1) {
            offset.push_back(tile.row);
            size.push_back(tile.rows);
        }
        offset.push_back(tile.column + column);
        size.push_back(std::min(tile.columns - column, block_edge));
        write_cells(label_, H5T_NATIVE_INT16, chunk.label, whole, offset, size);
        write_cells(iterations_, H5T_NATIVE_UINT32, chunk.iterations, whole, offset, size);
        if (!about_.save_final) continue;
        offset.push_back(0);
        size.push_back(about_.variables.size());
        write_cells(final_, H5T_NATIVE_DOUBLE, chunk.final_state, whole, offset, size);
    }
}

void map_writer::write_counts() {
    const extent size{about_.tau.size(), counts_.size()};
    std::vector<double> share(counts_.count.size());
    std::transform(counts_.count.begin(), counts_.count.end(), share.begin(), [this](std::uint64_t c) {
        return static_cast<double>(c) / static_cast<double>(about_.runs());
    });
    attach(hdf5::write_array(file_.id(), "count", size, counts_.count), {&tau_, &outcome_});
    attach(hdf5::write_array(file_.id(), "share", size, share), {&tau_, &outcome_});
    if (about_.sample && !about_.noise)
        write_share_error(file_.id(), size, share, about_.sample->count, {&tau_, &outcome_});
}

std::vector<const handle*> map_writer::scales_of_starts() const {
    std::vector<const handle*> all{&tau_, &outcome_};
    std::transform(axes_.rbegin(), axes_.rend(), std::back_inserter(all), [](const handle& a) { return &a; });
    return all;
}

void map_writer::finish(const map_provenance& by, const std::function<void()>& pause) {
    if (about_.sample) write_starts(file_.id(), *about_.sample, axes_[0], variable_, pause);
    if (about_.noise)
        write_repeats(file_.id(), about_, label_, scales_of_starts(), pause);
    else
        write_measures(file_.id(), about_, pause);
    write_counts();
    set_attribute(file_.id(), "digest", digest_of(file_.id(), pause));
    write_provenance(file_.id(), by);
    axes_.clear();
    for (handle* open : {&tau_, &repeat_, &variable_, &outcome_, &label_, &iterations_, &final_})
        open->reset();
    hdf5::check(H5Fflush(file_.id(), H5F_SCOPE_GLOBAL), "writing " + temporary_.path());
    file_.close("writing " + temporary_.path());
    temporary_.commit();
}

}  // namespace tauroa
