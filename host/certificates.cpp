#include "host/certificates.hpp"

#include <algorithm>
#include <cmath>

#include "host/capture.hpp"
#include "host/half_space_proofs.hpp"
#include "host/number.hpp"
#include "host/stretch.hpp"

namespace tauroa {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
/// Steps between two tests: every look at what was proven is one; where there is none, measured.
constexpr std::uint32_t tested_after(bool plain) { return plain ? 2 * proof_interval : proof_interval; }

half_space_bounds nothing(std::size_t n) {
    return {std::vector<double>(n, -infinity), std::vector<double>(n, infinity)};
}

/// Where nothing is proven.
std::vector<certificates> none_for(std::size_t taus, std::size_t n) {
    certificates none;
    none.escape = none.far_away = nothing(n);
    std::vector<certificates> all(taus, none);
    return all;
}

/// Takes s x_v >= c into the bounds.
void add(half_space_bounds& to, const direction& d, double c) {
    const auto v = static_cast<std::size_t>(d.variable);
    (d.sign > 0.0 ? to.high : to.low)[v] = d.sign * c;
}

bool has(const half_space_bounds& in, const direction& d) {
    const auto v = static_cast<std::size_t>(d.variable);
    return std::isfinite(d.sign > 0.0 ? in.high[v] : in.low[v]);
}

/// One tau's proofs.
class prover {
  public:
    prover(const game_model& game, const game_enclosure& enclosure, const update_rule& rule, double tolerance,
           std::uint32_t steps)
        : game_(&game),
          info_(&game.info()),
          enclosure_(&enclosure),
          rule_(rule),
          tolerance_(tolerance),
          steps_(steps) {}

    void add_point(const Eigen::VectorXd& x) { points_.push_back(x); }

    /// How far out the balls of arrival reach.
    [[nodiscard]] double nearest(const direction& d) const {
        double reach = -infinity;
        for (const Eigen::VectorXd& x : points_)
            reach = std::fmax(reach, detail::above(d.sign * x(d.variable) + (1.0 + 1e-9) * tolerance_));
        return reach;
    }

    [[nodiscard]] double too_far(const direction& d) const {
        return proven_too_far(*enclosure_, info_->n(), d, nearest(d), rate_of(d.variable), steps_);
    }

    /// The interval of tests, where it is proven for every point and every line.
    void set_interval(certificates& c, std::uint32_t interval) const {
        constexpr double limit = 1e9;
        for (int v = 0; v < info_->n(); ++v)
            if (!on_circle(v) && !proven_speed_limit(*enclosure_, info_->n(), v, rate_of(v), limit)) return;
        const exact_update update{enclosure_, info_, rule_};
        std::vector<double> squared;
        std::vector<passage> passages;
        for (const Eigen::VectorXd& x : points_) {
            const double watch = watch_distance(update, x, tolerance_, interval);
            if (watch == infinity) return;
            squared.push_back(watch * watch);
            const double radius = 2.5 * watch;
            if (is_alone(x, radius)) {
                const auto by = passages_by(update, x, tolerance_, interval, radius);
                passages.insert(passages.end(), by.begin(), by.end());
            } else {
                passages.insert(passages.end(), passage_lengths, passed_by_nobody);
            }
        }
        c.steps = interval;
        c.squared_watch = squared;
        c.passages = passages;
        c.bound = divergence_bound - 2.0 * limit * interval;
    }

    /// Ellipsoids around the points.
    void set_capture(certificates& c) const {
        std::vector<capture_region> regions;
        std::size_t most = 0;
        for (std::size_t i = 0; i < points_.size(); ++i) {
            std::vector<Eigen::VectorXd> others = points_;
            others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
            regions.push_back(capture_of(*enclosure_, *info_, rule_, points_[i], tolerance_, others));
            most = std::max(most, regions.back().levels.size());
        }
        c.capture_levels = static_cast<int>(most);
        if (most == 0) return;
        for (const capture_region& r : regions) append(r, most, c);
    }

    [[nodiscard]] bool on_circle(int v) const {
        return info_->variables[static_cast<std::size_t>(v)].period > 0.0;
    }

  private:
    /// Adds a region with its levels filled up to `levels`; one with none gets levels that no V reaches. Steps are
    /// rounded up, and levels down to 24 digits: logarithms, whose last digits differ between libraries, should decide no
    /// map.
    void append(const capture_region& r, std::size_t levels, certificates& c) const {
        const auto n = static_cast<std::size_t>(info_->n());
        c.capture_shape.resize(c.capture_shape.size() + n * n, 0.0);
        if (!r.levels.empty())
            std::copy(r.shape.data(), r.shape.data() + n * n,
                      c.capture_shape.end() - static_cast<std::ptrdiff_t>(n * n));
        for (std::size_t l = 0; l < levels; ++l) {
            constexpr auto never = std::numeric_limits<std::uint32_t>::max();
            const bool any = !r.levels.empty();
            const capture_level level =
                any ? r.levels[std::min(l, r.levels.size() - 1)] : capture_level{-1.0, 1.0, never};
            c.capture_level.push_back(to_few_digits(level.level, 24));
            c.capture_rate.push_back(level.rate);
            const std::uint64_t whole = (level.steps + proof_interval - 1) / proof_interval * proof_interval;
            c.capture_steps.push_back(static_cast<std::uint32_t>(std::min<std::uint64_t>(whole, never)));
        }
    }

    /// Whether no start within the radius has arrived at another point.
    [[nodiscard]] bool is_alone(const Eigen::VectorXd& x, double radius) const {
        return std::all_of(points_.begin(), points_.end(), [&](const Eigen::VectorXd& other) {
            const double distance = game_->difference(x, other).norm();
            return distance == 0.0 || distance > (1.0 + 1e-9) * (radius + 2.0 * tolerance_);
        });
    }

    [[nodiscard]] double rate_of(int v) const {
        return v < info_->n1 ? rule_.gamma : rule_.gamma * rule_.tau;
    }

    const game_model* game_;
    const game_info* info_;
    const game_enclosure* enclosure_;
    update_rule rule_;
    double tolerance_;
    std::uint32_t steps_;
    std::vector<Eigen::VectorXd> points_;
};

/// Every side of every line.
std::vector<direction> sides(const game_info& info) {
    std::vector<direction> all;
    for (int v = 0; v < info.n(); ++v)
        if (info.variables[static_cast<std::size_t>(v)].period == 0.0)
            for (const double sign : {-1.0, 1.0}) all.push_back({v, sign});
    return all;
}

}  // namespace

bool half_space_bounds::any() const {
    const auto finite = [](double x) { return std::isfinite(x); };
    return std::any_of(low.begin(), low.end(), finite) || std::any_of(high.begin(), high.end(), finite);
}

half_spaces half_space_bounds::view() const {
    if (!any()) return {};
    return {low.data(), high.data()};
}

double certificates::watch(std::size_t i) const {
    return steps > 1 ? std::sqrt(squared_watch[i]) : std::numeric_limits<double>::quiet_NaN();
}

passage certificates::passage_by(std::size_t i, int length) const {
    return steps > 1 ? passages[i * passage_lengths + static_cast<std::size_t>(length)] : passed_by_nobody;
}

std::vector<certificates> certificates_of(const map_request& request, const game_model& game,
                                          const std::vector<equilibrium>& points,
                                          const std::vector<std::vector<equilibrium_at>>& at,
                                          const std::function<bool()>& stop) {
    const game_info& info = game.info();
    if (game.sized() != nullptr || request.noise)
        return none_for(at.size(), static_cast<std::size_t>(info.n()));
    const auto enclosure = enclosure_of(game);
    std::vector<std::pair<direction, double>> escapes;  // the same for every tau
    if (!request.plain)
        for (const direction& d : info.escapes)
            escapes.emplace_back(d, proven_escape(*enclosure, info.n(), d, info.scale()));
    std::vector<certificates> all;
    for (std::size_t t = 0; t < at.size() && !stop(); ++t) {
        certificates& c = all.emplace_back();
        c.escape = c.far_away = nothing(static_cast<std::size_t>(info.n()));
        prover prove(game, *enclosure, {request.update, request.gamma, request.tau[t]}, request.tolerance,
                     request.steps);
        for (std::size_t j = 0; j < points.size(); ++j)
            if (at[t][j].attracts) prove.add_point(points[j].location);
        prove.set_interval(c, tested_after(request.plain));
        if (request.plain) continue;
        if (request.labels_only) prove.set_capture(c);
        for (const auto& [d, bound] : escapes) add(c.escape, d, std::fmax(bound, prove.nearest(d)));
        for (const direction& d : sides(info))
            if (!has(c.escape, d)) add(c.far_away, d, prove.too_far(d));
    }
    return all;
}

}  // namespace tauroa
