#pragma once

#include <algorithm>
#include <vector>

#include "kernels/problem.hpp"

namespace tauroa {

/// What dynamics_of<Game>(p) is (kernels/step.hpp), for a game whose type is not known here: the same values in the same
/// places, with so many parameters.
inline std::vector<double> dynamics_values(const problem& p, int parameters) {
    std::vector<double> all{p.gamma, p.gamma * p.tau};
    all.insert(all.end(), p.parameters, p.parameters + parameters);
    all.resize(2 + static_cast<std::size_t>(std::max(1, parameters)));  // a point of no values has one
    return all;
}

}  // namespace tauroa
