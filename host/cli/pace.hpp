#pragma once

#include <algorithm>
#include <cstdint>

namespace tauroa::cli {

/// How many strips to take at once: what takes about this long, so that stopping loses little and all processes end together,
/// however fast each is.
class pace {
  public:
    [[nodiscard]] std::uint64_t strips() const { return strips_; }
    void took(std::uint64_t strips, double seconds) {
        constexpr double wanted_seconds = 0.5, most = 1 << 20U;
        constexpr std::uint64_t growth = 8;
        const double fitting = static_cast<double>(strips) * wanted_seconds / std::max(seconds, 1e-6);
        strips_ = std::clamp<std::uint64_t>(static_cast<std::uint64_t>(std::min(fitting, most)), 1,
                                            growth * strips);
    }

  private:
    std::uint64_t strips_ = 1;
};

}  // namespace tauroa::cli
