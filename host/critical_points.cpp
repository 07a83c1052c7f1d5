#include "host/critical_points.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <random>

#include "host/critical_family.hpp"
#include "host/linear_algebra.hpp"
#include "host/number.hpp"
#include "kernels/error.hpp"

namespace tauroa {
namespace {

using Eigen::VectorXd;

constexpr int starts_per_variable = 1000;
constexpr int max_newton_steps = 60;
constexpr double rounding_grid = 1e-9;

/// The Newton step at x: the shortest of least residual where J is singular.
VectorXd newton_step(const game_model& game, const VectorXd& x, const VectorXd& g) {
    return least_squares(game.jacobian(x), -g);
}

/// Starts that fill the window evenly: a Kronecker sequence with the generalised golden ratio (Roberts 2018),
/// shifted by the seed; on [0, 1]^n.
class even_starts {
  public:
    even_starts(int n, std::uint64_t seed) : slope_(n), shift_(n) {
        double root = 2.0;  // of root^(n+1) = root + 1
        for (int i = 0; i < 64; ++i) root = std::pow(1.0 + root, 1.0 / (n + 1.0));
        std::mt19937_64 random(seed);
        for (int i = 0; i < n; ++i) {
            slope_(i) = std::pow(root, -(i + 1.0));
            shift_(i) = static_cast<double>(random() >> 11U) * 0x1p-53;
        }
    }
    [[nodiscard]] VectorXd operator()(int k) const {
        return (shift_ + (k + 1.0) * slope_).unaryExpr([](double u) { return u - std::floor(u); });
    }

  private:
    VectorXd slope_, shift_;
};

/// Whether x lies in the default window; a variable on a circle always does.
bool in_window(const game_info& info, const VectorXd& x, double slack) {
    for (Eigen::Index i = 0; i < x.size(); ++i) {
        const variable& v = info.variables[static_cast<std::size_t>(i)];
        const double margin = slack * (v.high - v.low);
        if (v.period == 0.0 && !(v.low - margin <= x(i) && x(i) <= v.high + margin)) return false;
    }
    return true;
}

/// Damped Newton from x; nothing where it does not converge to a point in the window.
std::optional<VectorXd> newton(const game_model& game, VectorXd x) {
    const double scale = game.info().scale();
    VectorXd g = game.gradient(x);
    for (int k = 0; k < max_newton_steps; ++k) {
        const VectorXd full = newton_step(game, x, g);
        if (!full.allFinite()) return std::nullopt;
        if (full.norm() <= 1e-8 * scale)
            return in_window(game.info(), x, 1e-9) ? std::optional(x) : std::nullopt;
        double t = std::min(1.0, 0.5 * scale / full.norm());  // no further than half the window at once
        VectorXd next = x + t * full, g_next = game.gradient(next);
        while (!(g_next.norm() <= (1.0 - 1e-4 * t) * g.norm())) {
            t *= 0.5;
            if (t < 1e-6) return std::nullopt;  // a minimum of ||g|| that is no zero
            next = x + t * full;
            g_next = game.gradient(next);
        }
        x = next;
        g = g_next;
        if (!in_window(game.info(), x, 1.0)) return std::nullopt;
    }
    return std::nullopt;
}

/// Into (-period/2, period/2], within 1e-9 of the lower end meaning the upper one; -0 to 0.
double canonical(double x, double period) {
    if (period > 0.0) {
        x -= period * std::nearbyint(x / period);
        if (x <= -0.5 * period + rounding_grid) x = std::min(x + period, 0.5 * period);
    }
    return x + 0.0;
}

VectorXd canonical(const game_model& game, VectorXd x) {
    for (Eigen::Index i = 0; i < x.size(); ++i)
        x(i) = canonical(x(i), game.info().variables[static_cast<std::size_t>(i)].period);
    return x;
}

VectorXd rounded(const VectorXd& x) {
    return x.unaryExpr([](double v) { return std::nearbyint(v / rounding_grid) * rounding_grid + 0.0; });
}

/// From x by full Newton steps to the least residual that they reach.
critical_point polished(const game_model& game, const VectorXd& x) {
    critical_point best{x, game.gradient(x).norm()};
    VectorXd at = x;
    for (int k = 0; k < 8; ++k) {
        at += newton_step(game, at, game.gradient(at));
        const double residual = game.gradient(at).norm();
        if (!(residual < best.residual)) break;
        best = {at, residual};
    }
    best.location = canonical(game, best.location);
    return best;
}

bool before(const critical_point& a, const critical_point& b) {
    const VectorXd ra = rounded(a.location), rb = rounded(b.location);
    return std::lexicographical_compare(ra.begin(), ra.end(), rb.begin(), rb.end());
}

/// The k-th start, in the window.
VectorXd start(const game_info& info, const even_starts& starts, int k) {
    VectorXd x = starts(k);
    for (int i = 0; i < info.n(); ++i) {
        const variable& v = info.variables[static_cast<std::size_t>(i)];
        x(i) = v.low + x(i) * (v.high - v.low);
    }
    return x;
}

/// Of critical points found one after the other, each once, and of each family one.
class collection {
  public:
    explicit collection(const game_model& game) : game_(&game) {}

    void add(VectorXd zero) {
        if (has(zero)) return;
        const auto by_newton = [this](const VectorXd& x) { return newton(*game_, x); };
        const bool isolated = is_isolated(*game_, zero, by_newton);
        if (!isolated) {
            zero = representative(*game_, zero, by_newton);
            if (has(zero)) return;
        }
        all_.push_back(polished(*game_, rounded(polished(*game_, canonical(*game_, zero)).location)));
        all_.back().isolated = isolated;
    }
    [[nodiscard]] std::vector<critical_point> sorted() {
        std::sort(all_.begin(), all_.end(), before);
        return all_;
    }

  private:
    [[nodiscard]] bool has(const VectorXd& zero) const {
        return std::any_of(all_.begin(), all_.end(), [&](const critical_point& p) {
            return game_->difference(p.location, zero).norm() <= 1e-6 * game_->info().scale();
        });
    }

    const game_model* game_;
    std::vector<critical_point> all_;
};

/// Those that the game knows of, sorted.
std::vector<critical_point> checked_points(const game_model& game) {
    std::vector<critical_point> all;
    for (const known_point& known : game.known_points()) {
        const Eigen::Map<const VectorXd> x(known.x.data(), game.info().n());
        all.push_back({x, game.gradient(x).norm(), known.isolated});
        const double scale = game.info().scale();
        if (!(all.back().residual <= 1e-9 * scale * (1.0 + scale)))
            throw failure(game.info().name + ": a point of its own list is not critical; residual " +
                          shortest(all.back().residual));
    }
    std::sort(all.begin(), all.end(), before);
    return all;
}

}  // namespace

std::vector<critical_point> find_critical_points(const game_model& game, std::uint64_t seed) {
    if (game.sized() != nullptr) return checked_points(game);
    const game_info& info = game.info();
    const even_starts starts(info.n(), seed);
    collection found(game);
    for (int k = 0; k < starts_per_variable * info.n(); ++k)
        if (const auto zero = newton(game, start(info, starts, k))) found.add(*zero);
    return found.sorted();
}

}  // namespace tauroa
