#include "output/sample_file.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "kernels/error.hpp"

namespace tauroa {
namespace {

using hdf5::attach;
using hdf5::extent;
using hdf5::handle;
using hdf5::set_attribute;

constexpr std::uint64_t block = 1U << 14U;  // starts that are made and written at once

void write_bounds(hid_t file, const char* name, const std::vector<double>& values, const handle& variable,
                  const char* what) {
    const handle dataset = hdf5::write_array(file, name, {values.size()}, values);
    attach(dataset, {&variable});
    set_attribute(dataset.id(), "long_name", std::string(what));
}

}  // namespace

handle create_sample(hid_t file, const map_sample& sample) {
    set_attribute(file, "sample", sample.count);
    set_attribute(file, "seed", sample.seed);
    handle scale = hdf5::create_dataset(file, "sample", H5T_STD_U64LE, {sample.count},
                                        {std::min<hsize_t>(sample.count, block)});
    hdf5::make_scale(scale.id(), "sample");
    set_attribute(scale.id(), "long_name", std::string("number of the start"));
    return scale;
}

void write_starts(hid_t file, const map_sample& sample, const handle& scale, const handle& variable,
                  const std::function<void()>& pause) {
    const std::size_t n = sample.low.size();
    write_bounds(file, "sample_low", sample.low, variable,
                 "where starts begin to lie; where a fixed variable is");
    write_bounds(file, "sample_high", sample.high, variable,
                 "where starts cease to lie; where a fixed variable is");
    // Not compressed: bits at random do not get shorter.
    const handle start = hdf5::create_dataset(file, "start", H5T_IEEE_F64LE, {sample.count, n}, {});
    attach(start, {&scale, &variable});
    set_attribute(start.id(), "long_name", std::string("the start: uniform from sample_low to sample_high"));
    std::vector<double> points;
    std::vector<std::uint64_t> numbers;
    for (std::uint64_t first = 0; first < sample.count; first += block) {
        pause();
        const std::uint64_t count = std::min(block, sample.count - first);
        points.resize(count * n);
        sample.starts(first, count, points.data());
        hdf5::write_block(start.id(), H5T_NATIVE_DOUBLE, {first, 0}, {count, n}, points.data());
        numbers.resize(count);
        std::iota(numbers.begin(), numbers.end(), first);
        hdf5::write_block(scale.id(), H5T_NATIVE_UINT64, {first}, {count}, numbers.data());
    }
}

void write_share_error(hid_t file, const extent& size, const std::vector<double>& share, std::uint64_t count,
                       std::initializer_list<const handle*> scales) {
    std::vector<double> error(share.size());
    std::transform(share.begin(), share.end(), error.begin(),
                   [=](double p) { return share_error(p, count); });
    const handle dataset = hdf5::write_array(file, "share_error", size, error);
    attach(dataset, scales);
    set_attribute(dataset.id(), "long_name",
                  std::string("standard error of share, sqrt(share (1 - share) / sample)"));
}

double share_error(double p, std::uint64_t count) {
    return std::sqrt(p * (1.0 - p) / static_cast<double>(count));
}

std::optional<map_sample> read_sample(hid_t file, std::size_t variables, std::size_t planes) {
    if (!hdf5::has_attribute(file, "sample")) return std::nullopt;
    map_sample s;
    s.count = hdf5::number_attribute<std::uint64_t>(file, "sample");
    s.seed = hdf5::number_attribute<std::uint64_t>(file, "seed");
    s.low = hdf5::read_array<double>(file, "sample_low");
    s.high = hdf5::read_array<double>(file, "sample_high");
    const extent label = hdf5::size_of(hdf5::open_dataset(file, "label").id());
    if (label.size() != planes + 1 || label[planes] != s.count || s.count == 0 || s.low.size() != variables ||
        s.high.size() != variables)
        throw failure("its sample does not fit its labels or variables");
    return s;
}

}  // namespace tauroa
