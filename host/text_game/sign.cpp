#include "host/text_game/sign.hpp"

namespace tauroa::text_game {
namespace {

sign opposite(sign a) {
    if (a == sign::unknown) return a;
    return a == sign::not_negative ? sign::not_positive : sign::not_negative;
}

/// Of a product or quotient.
sign product(sign a, sign b) {
    if (a == sign::unknown || b == sign::unknown) return sign::unknown;
    return a == b ? sign::not_negative : sign::not_positive;
}

sign sum(sign a, sign b) { return a == b ? a : sign::unknown; }

}  // namespace

std::vector<sign> signs_of(const graph& g) {
    std::vector<sign> of;
    const auto at = [&](node i) { return of[static_cast<std::size_t>(i)]; };
    const auto sign_of = [&](const node_value& v) {
        switch (v.what) {
            case operation::number:
                return v.number >= 0.0 ? sign::not_negative : sign::not_positive;
            case operation::negate:
                return opposite(at(v.left));
            case operation::add:
                return sum(at(v.left), at(v.right));
            case operation::subtract:
                return sum(at(v.left), opposite(at(v.right)));
            case operation::multiply:
                return v.left == v.right ? sign::not_negative : product(at(v.left), at(v.right));
            case operation::divide:
                return product(at(v.left), at(v.right));
            case operation::exp:
            case operation::logistic:
            case operation::softplus:
            case operation::sqrt:
                return sign::not_negative;
            default:
                return sign::unknown;
        }
    };
    for (node i = 0; i < g.size(); ++i) of.push_back(sign_of(g[i]));
    return of;
}

}  // namespace tauroa::text_game
