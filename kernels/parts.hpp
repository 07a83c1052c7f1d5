#pragma once

// A scalar type that stands for many starts (kernels/pack.hpp) falls into parts, which long computations take one after
// the other: all side by side need more registers than there are, and the processor overlaps the parts by itself, as far
// as its scheduler sees. Only the order changes in which independent operations stand, none of them, so no bit of any
// result.

#include <cstdint>

namespace tauroa {

/// What is computed in parts; how large they are best depends on it and on the instruction set.
enum class computation : std::uint8_t { simultaneous_gradient, alternating_gradient, sine_cosine };

/// A scalar type's parts: one, the whole. Where there are more: their type `part`, and get and put of part `which`.
template <class T, computation of>
struct parts {
    static constexpr int count = 1;
};

}  // namespace tauroa
