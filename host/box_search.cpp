#include "host/box_search.hpp"

#include <algorithm>
#include <cmath>

namespace tauroa {
namespace {

/// s(x).
double scaled(double x) {
    const double size = std::abs(x);
    if (size <= 1.0) return x;
    const int e = std::ilogb(size);
    return std::copysign(e + std::ldexp(size, -e), x);
}

/// s^-1(y).
double unscaled(double y) {
    const double size = std::abs(y);
    if (size <= 1.0) return y;
    const double e = std::floor(size - 1.0);
    return std::copysign(std::ldexp(size - e, static_cast<int>(e)), y);
}

double length_of(const interval& side) { return scaled(side.high()) - scaled(side.low()); }

/// Where a side is cut: in its middle on the scale, and within it.
double cut_of(const interval& side) {
    const double cut = unscaled(0.5 * (scaled(side.low()) + scaled(side.high())));
    return side.low() < cut && cut < side.high() ? cut : side.middle();
}

}  // namespace

bool holds_on(const box& domain, const std::function<verdict(const box&)>& judge, int most_boxes) {
    std::vector<box> open{domain};
    for (int boxes = 0; !open.empty(); ++boxes) {
        if (boxes == most_boxes) return false;
        box now = std::move(open.back());
        open.pop_back();
        const verdict is = judge(now);
        if (is == verdict::fails) return false;
        if (is == verdict::holds) continue;
        const auto longest = std::max_element(
            now.begin(), now.end(),
            [](const interval& a, const interval& b) { return length_of(a) < length_of(b); });
        const interval whole = *longest;
        const double cut = cut_of(whole);
        interval last(whole.low(), cut), first(cut, whole.high());
        if (std::abs(first.middle()) > std::abs(last.middle())) std::swap(first, last);
        *longest = last;
        open.push_back(now);
        *longest = first;  // what is nearer to 0 comes first: there things fail, if they do
        open.push_back(std::move(now));
    }
    return true;
}

}  // namespace tauroa
