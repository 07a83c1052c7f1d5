#pragma once

// Loads a library made by tests/ptx/compile.py and launches its kernels.

#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>

#include "tests/ptx/block.hpp"

namespace ptx {

/// Demangled as in "void tauroa::begin_kernel<game>(live_starts, start_block)".
std::string demangled(const char* name);

class library {
  public:
    /// Throws fault where it cannot be loaded.
    explicit library(const std::string& path);

    /// The one kernel whose demangled name contains this text. Throws fault for none and for several.
    [[nodiscard]] const kernel& find(std::string_view part_of_name) const;

    /// Runs a kernel on a grid, block after block. Each argument is passed as its bytes. Throws fault, also for
    /// arguments that are not as large as the kernel's parameters.
    template <class... Arguments>
    void launch(const kernel& k, const launch_shape& shape, const memory& buffers,
                const Arguments&... arguments) const {
        static_assert((std::is_trivially_copyable_v<Arguments> && ...));
        launch(k, shape, buffers, {{&arguments, sizeof arguments}...});
    }

  private:
    struct argument {
        const void* data;
        std::size_t size;
    };
    void launch(const kernel& k, const launch_shape& shape, const memory& buffers,
                const std::vector<argument>& arguments) const;

    std::shared_ptr<void> handle_;
    const program* program_ = nullptr;
};

}  // namespace ptx
