#pragma once

// Starts at random, for games with too many variables for a grid: each coordinate is uniform in a range of its own,
//     x_v = low_v + u (high_v - low_v),    u = k 2^-53,    k the upper 53 of 64 random bits,
// and depends on the seed, the start's number and the variable's number alone, so that any thread, process or machine makes
// the same starts, in any order. The bits are Philox4x32-10's (J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, Parallel
// random numbers: as easy as 1, 2, 3, SC 2011), of the library Random123, with the seed as its key and the counter
//     (start mod 2^32, start / 2^32, v / 2, 0);
// even v take its first two words, odd v the others, the lower word first.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tauroa {

/// Where one variable's starts lie.
struct variable_range {
    std::string name;
    double low = 0.0, high = 1.0;
    bool operator==(const variable_range&) const = default;
};

/// NAME=LO:HI. Throws user_error unless LO < HI are finite.
variable_range parse_range(std::string_view text);

/// NAME=LO:HI, reading back as the same range.
std::string to_string(const variable_range& r);

/// Uniform in [0, 1), for a start's variable number v.
double uniform(std::uint64_t seed, std::uint64_t start, std::uint32_t v);

/// Where all variables' starts lie: low, high [n]. A variable with low = high is held there.
struct sample_box {
    std::uint64_t seed = 0;
    std::vector<double> low, high;

    /// Starts first, first + 1, ...: to [count][n], row by row.
    void starts(std::uint64_t first, std::uint64_t count, double* to) const;
};

}  // namespace tauroa
