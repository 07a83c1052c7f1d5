#pragma once

// For tests: the library of translated kernels that TAUROA_PTX_LIBRARY names.

#include <gtest/gtest.h>

#include <cstdlib>

#include "tests/ptx/launch.hpp"

namespace ptx {

/// Loaded once.
inline const library& loaded() {
    static const library the_one([] {
        const char* path = std::getenv("TAUROA_PTX_LIBRARY");  // NOLINT(concurrency-mt-unsafe)
        if (path == nullptr) throw fault("set TAUROA_PTX_LIBRARY to a library made by tests/ptx/compile.py");
        return std::string(path);
    }());
    return the_one;
}

}  // namespace ptx
