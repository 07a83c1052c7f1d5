#pragma once

// Branch and bound: whether something holds on a whole box, which may be huge. A box for which it cannot be decided is
// halved along its longest side. Lengths are measured on a scale s(x) on which 1e13 is not far from 1, made of exact
// operations, so that every machine cuts the same boxes:
//     s(x) = x for |x| <= 1,   s(2^e m) = e + m for 1 <= m < 2,   s(-x) = -s(x).

#include <functional>

#include "host/enclosure.hpp"

namespace tauroa {

enum class verdict : std::uint8_t { holds, fails, unknown };

/// Whether `judge` says `holds` of boxes that together cover the domain. False where it says `fails` of one, or where
/// more than `most_boxes` would be needed.
bool holds_on(const box& domain, const std::function<verdict(const box&)>& judge, int most_boxes = 20'000);

}  // namespace tauroa
