#pragma once

#include "kernels/problem.hpp"

namespace tauroa {

/// The learning rates of an update: gamma1 and gamma1 tau.
struct update_rule {
    update_order update = update_order::simultaneous;
    double gamma = 0.0, tau = 1.0;
};

}  // namespace tauroa
