#include "host/normal.hpp"

#include "host/sample.hpp"
#include "kernels/normal.hpp"

namespace tauroa {

double standard_normal(std::uint64_t seed, std::uint64_t index) {
    return box_muller(1.0 - uniform(seed, index, 0), uniform(seed, index, 1)).first;
}

}  // namespace tauroa
