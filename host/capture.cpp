#include "host/capture.hpp"

#include <algorithm>
#include <cmath>

#include "host/capture_proof.hpp"
#include "host/capture_shape.hpp"
#include "host/learning_rate.hpp"
#include "host/linear_algebra.hpp"

namespace tauroa {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr int most_variables = 8;     ///< beyond, covering and sampling are hopeless
constexpr double unit = 0x1p-53;      ///< of rounding
constexpr double margin = 1e-12;      ///< relative; covers the roundings of a few operations on bounds
constexpr double kept_share = 0.7;    ///< of the fall of V that is sampled, to be proven
constexpr double least_share = 0.02;  ///< of the fall at x*: less is not worth its proof
constexpr double even_share = 0.85;   ///< a wide shell's fall at its outer edge, of that at the inner
constexpr double widest_growth = 6.0, finest_growth = 1.5, last_growth = 1.04;  ///< of sqrt(V), in one shell

/// A shell inner <= sqrt(V) <= outer in which V(F(x)) <= (1 - s) V(x), and sqrt(V) may come to rest at `limit`.
struct shell {
    double inner = 0.0, outer = 0.0, s = 0.0, limit = 0.0;
};

/// Bounds around one point, and the levels that they give.
class levels_of_point {
  public:
    levels_of_point(const exact_update& update, const VectorXd& x_star, const MatrixXd& shape,
                    double tolerance)
        : update_(update),
          centre_(x_star),
          proof_(update, x_star, shape),
          sampled_(update, x_star, shape),
          entries_((1.0 + margin) * shape.cwiseAbs().sum()),
          offset_(4.0 * unit * update.info->longest_period()),
          tolerance_(tolerance) {
        if (!proof_.valid()) return;
        double away = 0.0;
        for (const interval& moved : update_.movement(exactly(x_star)))
            away = std::fmax(away, moved.magnitude());
        residual_ = norm_of(away);
        at_centre_ = sampled_.fall(arrived());
        cross_ = (1.0 + margin) * (proof_.reach().transpose() * shape.cwiseAbs() * proof_.reach()).value();
    }

    [[nodiscard]] bool valid() const { return proof_.valid(); }
    [[nodiscard]] const capture_proof& proof() const { return proof_; }

    /// sqrt(V) up to which every x is within the tolerance, as computed.
    [[nodiscard]] double arrived() const {
        const auto n = static_cast<double>(update_.info->n());
        const double distance = tolerance_ * (1.0 - 1e-9) - n * offset_;
        return distance * std::sqrt(proof_.least()) * (1.0 - margin);
    }

    /// sqrt(V) below which no x is within the tolerance of another point, the nearest of its images on a circle.
    [[nodiscard]] double clear_of(const VectorXd& other) const {
        box d;
        for (std::size_t i = 0; i < update_.info->variables.size(); ++i) {
            const auto k = static_cast<Eigen::Index>(i);
            const double period = update_.info->variables[i].period;
            d.push_back(interval(other[k]) - interval(centre_[k]));
            if (period > 0.0)
                d[i] = d[i] - interval(std::round(d[i].middle() / period)) * interval(period) +
                       around_zero(offset_);
        }
        const double distance = std::sqrt(std::fmax(0.0, proof_.value(d).low())) * (1.0 - margin);
        return distance - norm_of(tolerance_ * (1.0 + 1e-9) + offset_);
    }

    /// How V falls in the shell inner <= sqrt(V) <= outer; s = 0 where nothing is proven, or not worth it.
    [[nodiscard]] shell shell_between(double inner, double outer) {
        const double within = sampled_.fall(inner), without = sampled_.fall(outer);
        if (outer > finest_growth * inner && without < even_share * within) return {};
        const double s = kept_share * std::fmin(within, without);
        if (!(s > least_share * at_centre_)) return {};
        const double error = norm_of(update_.game->update_rounding(update_.rule, visited(outer)));
        const double limit = (1.0 + margin) * 2.0 * (error + residual_) / s;  // 1 - theta >= s / 2
        return limit < 0.5 * inner && proven(inner, outer, s) ? shell{inner, outer, s, limit} : shell{};
    }

    /// V <= radius^2 as a level above those that are within the shell's inner edge; it takes `before` steps from there.
    [[nodiscard]] capture_level level_in(const shell& within, double radius, std::uint64_t before) const {
        const double steps =
            std::log((within.inner - within.limit) / (radius - within.limit)) / (0.5 * std::log1p(-within.s));
        return {as_computed(radius), detail::above(std::sqrt(1.0 - within.s)),
                before + static_cast<std::uint64_t>(steps * (1.0 + 1e-9)) + 2};
    }

  private:
    /// Bounds sqrt(V(x* + d)) for |d_i| <= each.
    [[nodiscard]] double norm_of(double each) const { return each * std::sqrt(entries_) * (1.0 + margin); }

    [[nodiscard]] bool proven(double inner, double outer, double s) {
        const double low = inner * inner * (1.0 - margin), high = outer * outer * (1.0 + margin);
        near_linear_ = near_linear_ && proof_.contracts(high, s);
        return near_linear_ || proof_.shell_falls(low, high, s);
    }

    /// Where the iteration itself can be: on a circle anywhere in the period, and a rounding beyond.
    [[nodiscard]] box visited(double radius) const {
        box x = proof_.around(radius * radius * (1.0 + margin));
        for (std::size_t i = 0; i < x.size(); ++i) {
            const double period = update_.info->variables[i].period;
            if (period > 0.0) x[i] = around_zero(0.5 * period * (1.0 + margin));
        }
        return x;
    }

    /// The largest v, as computed, for which sqrt(V) <= radius is certain: each d_i is in error by a rounding, on a circle
    /// by offset_ too, and the sum by some 2 n + 2 roundings of sum |P_ij d_i d_j| <= cross_ V.
    [[nodiscard]] double as_computed(double radius) const {
        const auto n = static_cast<double>(update_.info->n());
        const double of_d = norm_of(2.0 * unit * proof_.reach().maxCoeff());
        const double seen = radius * (1.0 - of_d) - norm_of(offset_);
        return std::fmax(0.0, seen) * seen * (1.0 - (4.0 * n + 8.0) * unit * cross_) * (1.0 - margin);
    }

    exact_update update_;
    VectorXd centre_;
    capture_proof proof_;
    sampled_norm sampled_;
    double entries_, offset_, tolerance_, residual_ = 0.0, cross_ = 0.0, at_centre_ = 0.0;
    bool near_linear_ = true;
};

/// Shells outwards from arrival, ever narrower where V falls less and less, each cut into levels.
std::vector<capture_level> levels_up_to(levels_of_point& point, double most) {
    std::vector<capture_level> levels;
    std::uint64_t steps = 0;
    double radius = point.arrived();
    double growth = widest_growth;
    while (growth > last_growth && radius > 0.0) {
        const double outer = std::fmin(growth * radius, most);
        if (!(outer > 1.001 * radius)) break;
        const shell found = point.shell_between(radius, outer);
        if (found.s == 0.0) {
            growth = std::sqrt(growth);
            continue;
        }
        const double parts = std::ceil(std::log(outer / radius) / std::log(finest_growth) - 0.01);
        for (int part = 1; part < static_cast<int>(parts); ++part)
            levels.push_back(point.level_in(found, radius * std::pow(outer / radius, part / parts), steps));
        levels.push_back(point.level_in(found, outer, steps));
        steps = levels.back().steps;
        radius = outer;
    }
    return levels;
}

}  // namespace

capture_region capture_of(const game_enclosure& game, const game_info& info, const update_rule& rule,
                          const VectorXd& x_star, double tolerance, const std::vector<VectorXd>& others) {
    if (info.n() > most_variables) return {};
    const exact_update update{&game, &info, rule};
    const MatrixXd linearisation = middle_of(game.update_jacobian(rule, exactly(x_star)));
    if (!linearisation.allFinite() || !attracts(eigenvalues_of(linearisation).cwiseAbs().maxCoeff()))
        return {};
    const MatrixXd shape = capture_shape(update, x_star, linearisation, tolerance);
    if (shape.size() == 0) return {};
    levels_of_point point(update, x_star, shape, tolerance);
    if (!point.valid()) return {};
    double most = radius_within(info, point.proof().reach(), tolerance);
    for (const VectorXd& other : others) most = std::fmin(most, point.clear_of(other));
    return {shape, levels_up_to(point, most)};
}

}  // namespace tauroa
