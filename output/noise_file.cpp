#include "output/noise_file.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "kernels/error.hpp"
#include "kernels/problem.hpp"
#include "kernels/tally.hpp"
#include "output/sample_file.hpp"

namespace tauroa {
namespace {

using hdf5::extent;
using hdf5::handle;
using hdf5::set_attribute;

/// Some starts of one tau: their place along the axes of a map, which are one or two.
struct region {
    extent first, size;
    [[nodiscard]] std::size_t starts() const {
        std::size_t all = 1;
        for (const hsize_t s : size) all *= s;
        return all;
    }
};

/// A map of this size in parts, in order: its chunks, or, of one axis, so many starts as a chunk of two would have.
std::vector<region> parts_of(const extent& map) {
    const hsize_t most = map.size() > 1 ? block_edge : block_edge * block_edge;
    std::vector<region> all{{{}, {}}};
    for (const hsize_t length : map) {
        std::vector<region> longer;
        for (const region& r : all)
            for (hsize_t first = 0; first < length; first += most) {
                region& next = longer.emplace_back(r);
                next.first.push_back(first);
                next.size.push_back(std::min<hsize_t>(most, length - first));
            }
        all = std::move(longer);
    }
    return all;
}

/// {before..., rest...}
extent joined(extent before, const extent& rest) {
    before.insert(before.end(), rest.begin(), rest.end());
    return before;
}

/// The group /repeats while it is written.
class repeats_writer {
  public:
    repeats_writer(hid_t file, const map_description& about, const handle& label,
                   const std::vector<const handle*>& scales)
        : about_(&about),
          label_(&label),
          outcomes_(about.points() + outcomes_that_are_no_point),
          group_(hdf5::create_group(file, "repeats")) {
        const extent of_label = hdf5::size_of(label.id());
        map_.assign(of_label.begin() + 2, of_label.end());
        share_ = create("share", "share of the start's repeats that end with the label", scales);
        error_ =
            create("standard_error", "standard error of share, sqrt(share (1 - share) / repeats)", scales);
    }

    /// Of each outcome.
    std::vector<repeat_sums> write(std::size_t tau, const std::function<void()>& pause) {
        std::vector<repeat_sums> sums(outcomes_);
        for (const region& r : parts_of(map_)) {
            count(tau, r, pause);
            for (std::size_t o = 0; o < outcomes_; ++o) write_outcome(tau, r, o, sums[o]);
        }
        return sums;
    }

  private:
    handle create(const char* name, const char* what, const std::vector<const handle*>& scales) {
        extent chunk{1, 1};
        for (const hsize_t length : map_) chunk.push_back(std::min<hsize_t>(length, block_edge));
        handle dataset = hdf5::create_dataset(group_.id(), name, H5T_IEEE_F64LE,
                                              joined({about_->tau.size(), outcomes_}, map_), chunk);
        for (unsigned i = 0; i < scales.size(); ++i) hdf5::attach_scale(dataset.id(), scales[i]->id(), i);
        set_attribute(dataset.id(), "long_name", std::string(what));
        set_attribute(dataset.id(), "units", std::string("1"));
        return dataset;
    }

    /// counts_: how many of each start's repeats have each label.
    void count(std::size_t tau, const region& r, const std::function<void()>& pause) {
        const std::size_t starts = r.starts();
        const auto points = static_cast<int>(about_->points());
        std::vector<std::int16_t> labels(starts);
        counts_.assign(outcomes_ * starts, 0);
        for (std::uint64_t repeat = 0; repeat < about_->repeats(); ++repeat) {
            pause();
            hdf5::read_block(label_->id(), H5T_NATIVE_INT16, joined({tau, repeat}, r.first),
                             joined({1, 1}, r.size), labels.data());
            for (std::size_t i = 0; i < starts; ++i)
                ++counts_[static_cast<std::size_t>(tally_place(labels[i], points)) * starts + i];
        }
    }

    void write_outcome(std::size_t tau, const region& r, std::size_t outcome, repeat_sums& sums) {
        const std::size_t starts = r.starts();
        const auto repeats = static_cast<double>(about_->repeats());
        std::vector<double> share(starts), error(starts);
        for (std::size_t i = 0; i < starts; ++i) {
            const std::uint64_t c = counts_[outcome * starts + i];
            sums.count += c;
            sums.squares += c * c;
            share[i] = static_cast<double>(c) / repeats;
            error[i] = share_error(share[i], about_->repeats());
        }
        const extent offset = joined({tau, outcome}, r.first), size = joined({1, 1}, r.size);
        hdf5::write_block(share_.id(), H5T_NATIVE_DOUBLE, offset, size, share.data());
        hdf5::write_block(error_.id(), H5T_NATIVE_DOUBLE, offset, size, error.data());
    }

    const map_description* about_;
    const handle* label_;
    std::size_t outcomes_;
    handle group_, share_, error_;
    extent map_;                         ///< [B, A], [A] or [sample]
    std::vector<std::uint32_t> counts_;  ///< [outcome, start] of one chunk
};

}  // namespace

handle create_repeat(hid_t file, const map_noise& noise) {
    set_attribute(file, "noise", noise.sigma);
    set_attribute(file, "decay", noise.decay);
    set_attribute(file, "repeats", noise.repeats);
    if (!hdf5::has_attribute(file, "seed"))
        set_attribute(file, "seed", noise.seed);  // the sample's is the same
    handle scale = hdf5::write_scale(file, "repeat", hdf5::first_integers<std::uint32_t>(noise.repeats));
    set_attribute(scale.id(), "long_name", std::string("number of the run of each start"));
    return scale;
}

double error_of_share(const repeat_sums& sums, const map_description& about) {
    const auto repeats = static_cast<double>(about.repeats()), starts = static_cast<double>(about.cells());
    const double mean = static_cast<double>(sums.count) / repeats / starts;
    const double mean_square = static_cast<double>(sums.squares) / (repeats * repeats) / starts;
    const double freedom = about.sample ? starts - 1.0 : starts * (repeats - 1.0);
    const double variance = (about.sample ? mean_square - mean * mean : mean - mean_square) / freedom;
    return freedom > 0.0 ? std::sqrt(std::max(0.0, variance)) : std::numeric_limits<double>::quiet_NaN();
}

void write_repeats(hid_t file, const map_description& about, const handle& label,
                   const std::vector<const handle*>& scales, const std::function<void()>& pause) {
    repeats_writer writer(file, about, label, scales);
    std::vector<double> errors;
    std::size_t outcomes = 0;
    for (std::size_t t = 0; t < about.tau.size(); ++t) {
        const std::vector<repeat_sums> all = writer.write(t, pause);
        outcomes = all.size();
        for (const repeat_sums& sums : all) errors.push_back(error_of_share(sums, about));
    }
    const handle dataset = hdf5::write_array(file, "share_error", {about.tau.size(), outcomes}, errors);
    hdf5::attach(dataset, {scales[0], scales[1]});
    set_attribute(
        dataset.id(), "long_name",
        std::string(about.sample ? "standard error of share: of the noise and of the sample"
                                 : "standard error of share: of the noise, the starts being fixed"));
}

std::optional<map_noise> read_noise(hid_t file) {
    if (!hdf5::has_attribute(file, "noise")) return std::nullopt;
    const map_noise noise{hdf5::number_attribute<double>(file, "noise"),
                          hdf5::number_attribute<double>(file, "decay"),
                          hdf5::number_attribute<std::uint64_t>(file, "repeats"),
                          hdf5::number_attribute<std::uint64_t>(file, "seed")};
    const extent label = hdf5::size_of(hdf5::open_dataset(file, "label").id());
    if (label.size() < 3 || label[1] != noise.repeats || noise.repeats == 0)
        throw failure("its repeats do not fit its labels");
    return noise;
}

}  // namespace tauroa
