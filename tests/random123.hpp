#pragma once

// Philox4x32-10 of the library Random123, in place of the program's own (kernels/philox.hpp), for tests.

#include <Random123/philox.h>

#include "kernels/philox.hpp"

namespace tauroa {

struct philox_library {
    /// As philox::words.
    TAUROA_HD static four_words<std::uint64_t> words(const four_words<std::uint64_t>& counter,
                                                     std::uint64_t key) {
        const auto low = [](std::uint64_t word) { return static_cast<std::uint32_t>(word); };
        const philox4x32_ctr_t random =
            philox4x32_R(philox4x32_rounds,
                         {{low(counter.at[0]), low(counter.at[1]), low(counter.at[2]), low(counter.at[3])}},
                         {{low(key), low(key >> 32U)}});
        return {{random.v[0], random.v[1], random.v[2], random.v[3]}};
    }
};

}  // namespace tauroa
