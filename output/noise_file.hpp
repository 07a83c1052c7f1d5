#pragma once

// What the file of a sweep holds of repeats with noise: of every start, and of all, the share p of its R repeats that end
// with each label, and how far it is known.

#include <functional>
#include <optional>

#include "output/hdf5.hpp"
#include "output/map_file.hpp"

namespace tauroa {

/// The scale /repeat, and the attributes noise, decay, repeats and seed.
hdf5::handle create_repeat(hid_t file, const map_noise& noise);

/// /repeats/share and /repeats/standard_error, and /share_error, from the labels of the file: one chunk of one tau's starts
/// in memory at a time. label: /label. scales: tau, outcome, and those of a map's axes, in its order. Calls pause now and
/// then.
void write_repeats(hid_t file, const map_description& about, const hdf5::handle& label,
                   const std::vector<const hdf5::handle*>& scales, const std::function<void()>& pause);

/// The noise of a file; nothing where it has none. Throws failure where it makes no sense.
std::optional<map_noise> read_noise(hid_t file);

/// How often the repeats of all starts have one label: sums of each start's count c, and of c^2.
struct repeat_sums {
    std::uint64_t count = 0, squares = 0;
};

/// The standard error of a label's share of all runs. On a grid, whose starts are fixed, it is the noise's alone: the root
/// of the sum of p (1 - p) / (R - 1) of the starts, divided by their number. Of a sample, whose starts are independent,
/// it is that of the mean of their p. NaN where R or the sample is 1, and nothing can be said.
double error_of_share(const repeat_sums& sums, const map_description& about);

}  // namespace tauroa
