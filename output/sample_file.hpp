#pragma once

// What the file of a sweep holds of starts at random, in place of a grid's axes.

#include <functional>
#include <optional>
#include <vector>

#include "output/hdf5.hpp"
#include "output/map_file.hpp"

namespace tauroa {

/// The scale /sample, yet without values, and the attributes sample and seed.
hdf5::handle create_sample(hid_t file, const map_sample& sample);

/// The values of /sample, /start [sample, variable], /sample_low and /sample_high [variable], block by block: memory stays
/// bounded. Calls pause now and then.
void write_starts(hid_t file, const map_sample& sample, const hdf5::handle& scale,
                  const hdf5::handle& variable, const std::function<void()>& pause);

/// /share_error, of shares of `count` starts: sqrt(p (1 - p) / count).
void write_share_error(hid_t file, const hdf5::extent& size, const std::vector<double>& share,
                       std::uint64_t count, std::initializer_list<const hdf5::handle*> scales);

/// The standard error of the share p of so many independent starts (of a binomial distribution).
double share_error(double p, std::uint64_t count);

/// The sample of a file, without its starts; nothing where the file is of a grid. Throws failure where it makes no sense.
/// planes: how many dimensions /label has before that of the starts.
std::optional<map_sample> read_sample(hid_t file, std::size_t variables, std::size_t planes);

}  // namespace tauroa
