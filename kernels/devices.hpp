#pragma once

// Several devices as one backend: the starts of a block are cut into tiles, which the devices take one after the
// other, so that fast and slow ones finish together. A device that is lost is dropped and its tile goes to the
// others; where memory runs out, its tiles become smaller. When no device is left, the run fails.

#include <memory>
#include <string>
#include <vector>

#include "kernels/backend.hpp"
#include "kernels/error.hpp"

namespace tauroa {

/// A device has failed and will not come back.
struct device_lost : failure {
    using failure::failure;
};

/// A device has not the memory for so many starts; it may have for fewer.
struct device_out_of_memory : failure {
    using failure::failure;
};

/// Something that runs tiles, one at a time, called from one thread at a time.
class device {
  public:
    device() = default;
    device(const device&) = delete;
    device& operator=(const device&) = delete;
    device(device&&) = delete;
    device& operator=(device&&) = delete;
    virtual ~device() = default;

    [[nodiscard]] virtual std::string name() const = 0;

    /// As backend::run. Throws device_lost or device_out_of_memory; what it has written by then does not count.
    virtual void run(const problem& p, const start_block& starts, const results& to, progress& done) = 0;
};

/// How large tiles are, in starts.
struct tile_sizes {
    std::uint64_t most = 1U << 17U, least = 1U << 10U;
};

/// The backend `name` that shares its work between the devices (at least one).
std::unique_ptr<backend> share_between(std::string name, std::vector<std::unique_ptr<device>> devices,
                                       tile_sizes sizes = {});

}  // namespace tauroa
