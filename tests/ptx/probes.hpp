#pragma once

// For tests: launches of the kernels in tests/ptx/probes.cu.

#include "tests/ptx/loaded.hpp"

namespace ptx {

template <class... Arguments>
void launch_probe(const std::string& name, const launch_shape& on, const memory& buffers,
                  const Arguments&... arguments) {
    loaded().launch(loaded().find("probe::" + name), on, buffers, arguments...);
}

/// A row of blocks, each a row of threads.
inline launch_shape row(unsigned blocks, unsigned threads, unsigned seed = 1) {
    return {{blocks, 1, 1}, {threads, 1, 1}, seed};
}

}  // namespace ptx
