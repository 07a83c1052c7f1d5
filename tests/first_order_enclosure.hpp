#pragma once

#include <stdexcept>

#include "host/enclosure.hpp"

namespace tauroa {

/// An enclosure made for a test of proofs that need no second derivatives.
class first_order_enclosure : public game_enclosure {
  public:
    [[nodiscard]] std::vector<interval_matrix> second_derivative(
        const box& /*x*/, const interval_matrix& /*w*/) const override {
        throw std::logic_error("not asked for");
    }
};

}  // namespace tauroa
