#include "host/half_space_proofs.hpp"

#include "host/box_search.hpp"
#include "host/interval_algebra.hpp"

namespace tauroa {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double everywhere = 10.0 * divergence_bound;  // beyond, no start is looked at any more

/// All x with low <= s x_v <= high.
box slab(int variables, const direction& d, double low, double high) {
    box all(static_cast<std::size_t>(variables), around_zero(everywhere));
    all[static_cast<std::size_t>(d.variable)] = d.sign > 0.0 ? interval(low, high) : interval(-high, -low);
    return all;
}

interval component(const game_enclosure& game, int variable, const box& x) {
    return game.gradient(x)[static_cast<std::size_t>(variable)];
}

/// Whether x_v nowhere moves inwards on the slab.
bool moves_outwards(const game_enclosure& game, int variables, const direction& d, double low, double high) {
    return holds_on(slab(variables, d, low, high), [&](const box& x) {
        if ((d.sign * component(game, d.variable, x)).high() <= 0.0) return verdict::holds;
        const bool wrong = (d.sign * component(game, d.variable, middle_of(x))).low() > 0.0;
        return wrong ? verdict::fails : verdict::unknown;
    });
}

/// Whether rate |g_v| <= limit on a box.
bool slow_on(const game_enclosure& game, const box& domain, int variable, double rate, double limit) {
    constexpr int most_boxes = 3000;
    const auto judge = [&](const box& x) {
        if ((interval(rate) * component(game, variable, x)).magnitude() <= limit) return verdict::holds;
        const interval at_middle = interval(rate) * component(game, variable, middle_of(x));
        const bool wrong = at_middle.low() > limit || at_middle.high() < -limit;
        return wrong ? verdict::fails : verdict::unknown;
    };
    return holds_on(domain, judge, most_boxes);
}

}  // namespace

double proven_escape(const game_enclosure& game, int variables, const direction& towards, double scale) {
    double high = scale;
    const auto proven_beyond = [&](double c) {
        return moves_outwards(game, variables, towards, c, everywhere);
    };
    while (!proven_beyond(high)) {
        high *= 2.0;
        if (high > 1e3 * scale) return infinity;
    }
    double low = 0.0;
    while (high - low > 1e-3 * high) {
        const double middle = 0.5 * (low + high);
        (moves_outwards(game, variables, towards, middle, high) ? high : low) = middle;
    }
    return high;
}

double proven_too_far(const game_enclosure& game, int variables, const direction& towards, double nearest,
                      double rate, std::uint32_t steps) {
    constexpr double reach = 0.25;  // the way of K steps, in shares of r
    double r = std::fmax(nearest, 1.0);
    while (r < 1e-2 * divergence_bound) {
        const double step = reach * r / (2.0 * (static_cast<double>(steps) + 1.0));
        if (slow_on(game, slab(variables, towards, r, everywhere), towards.variable, rate, step))
            return (1.0 + reach) * r;
        r *= 1.125;
    }
    return infinity;
}

bool proven_speed_limit(const game_enclosure& game, int variables, int variable, double rate, double limit) {
    return slow_on(game, box(static_cast<std::size_t>(variables), around_zero(everywhere)), variable, rate,
                   limit);
}

}  // namespace tauroa
