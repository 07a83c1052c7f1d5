#include "host/normal.hpp"

#include <cmath>
#include <numbers>

#include "host/sample.hpp"
#include "kernels/elementary.hpp"
#include "kernels/logarithm.hpp"

namespace tauroa {

double standard_normal(std::uint64_t seed, std::uint64_t index) {
    const double radius = std::sqrt(-2.0 * portable_log(1.0 - uniform(seed, index, 0)));
    return radius * cos(2.0 * std::numbers::pi * uniform(seed, index, 1));
}

}  // namespace tauroa
