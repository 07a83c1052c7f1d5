#include "host/onset.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>

namespace tauroa {
namespace {

constexpr std::uint32_t first_look = 64;  // steps
constexpr std::uint32_t unwatched_steps =
    64;  // only x_k is asked for: there are no arrivals to miss in between
constexpr double captured_below = 0.25, left_above = 1e4;

/// The sum of ||x_k - x*||^2 over 4 starts around x* in the plane of two variables, v and the next, or over 2 starts along
/// the last variable; infinite where one has diverged.
double squares_around(const neighbourhood& starts, const problem& p, int v, backend& with) {
    const int n = starts.game->info().n();
    const bool plane = v + 1 < n;
    const double away = plane ? starts.radius / std::sqrt(2.0) : starts.radius;
    const auto pair = [&](int i) { return std::array{starts.center(i) - away, starts.center(i) + away}; };
    const auto across = pair(v), up = pair(plane ? v + 1 : v);
    const start_block block{.base = starts.center.data(),
                            .variables = n,
                            .across = v,
                            .up = plane ? v + 1 : -1,
                            .across_at = across.data(),
                            .up_at = up.data(),
                            .columns = 2,
                            .count = plane ? 4U : 2U};
    std::array<std::int16_t, 4> label{};
    std::array<std::uint32_t, 4> iterations{};
    std::vector<double> end(block.count * static_cast<std::uint64_t>(n));
    progress done;
    with.run(p, block, {label.data(), iterations.data(), end.data()}, done);
    double sum = 0.0;
    for (std::uint64_t i = 0; i < block.count; ++i) {
        if (label.at(i) == diverged) return std::numeric_limits<double>::infinity();
        const Eigen::Map<const Eigen::VectorXd> x(end.data() + i * static_cast<std::uint64_t>(n), n);
        sum += starts.game->difference(x, starts.center).squaredNorm();
    }
    return sum;
}

/// spread(k) of the header.
double spread(const neighbourhood& starts, double tau, std::uint32_t k, backend& with) {
    problem p;
    p.game = starts.game->runs();
    p.parameters = starts.game->parameters().data();
    p.sized = starts.game->sized();
    p.update = starts.update;
    p.gamma = starts.gamma;
    p.tau = tau;
    p.steps = k;
    p.interval.steps = unwatched_steps;
    double sum = 0.0;
    for (int v = 0; v < starts.game->info().n(); v += 2) sum += squares_around(starts, p, v, with);
    return sum / (2.0 * starts.radius * starts.radius);
}

/// A bracket, and the undecided tau inside it.
class narrowing {
  public:
    narrowing(tau_bracket ends, fate at_low, double width) : ends_(ends), at_low_(at_low), width_(width) {}

    tau_bracket to_its_end(const std::function<fate(double)>& fate_at) {
        while (ends_.high > ends_.low * (1.0 + width_)) {
            const tau_bracket gap = widest_gap();
            if (undecided_ && gap.high <= gap.low * (1.0 + gap_share * width_)) break;
            const double middle = std::sqrt(gap.low * gap.high);
            if (!(gap.low < middle && middle < gap.high)) break;
            take(middle, fate_at(middle));
        }
        return ends_;
    }

  private:
    static constexpr double gap_share = 0.25;  // of the width: how near the undecided ones the ends shall be

    [[nodiscard]] tau_bracket widest_gap() const {
        if (!undecided_) return ends_;
        const tau_bracket below{ends_.low, undecided_->low}, above{undecided_->high, ends_.high};
        return below.high / below.low > above.high / above.low ? below : above;
    }

    void take(double tau, fate found) {
        if (found == fate::undecided) {
            undecided_ = undecided_
                             ? tau_bracket{std::min(undecided_->low, tau), std::max(undecided_->high, tau)}
                             : tau_bracket{tau, tau};
            return;
        }
        (found == at_low_ ? ends_.low : ends_.high) = tau;
        if (undecided_ && (undecided_->low <= ends_.low || undecided_->high >= ends_.high))
            undecided_.reset();
    }

    tau_bracket ends_;
    fate at_low_;
    double width_;
    std::optional<tau_bracket> undecided_;
};

struct look {
    double tau;
    fate found;
};

}  // namespace

fate fate_of(const neighbourhood& starts, double tau, backend& with) {
    for (std::uint32_t k = std::min(first_look, starts.steps);;
         k = k > starts.steps / 2 ? starts.steps : 2 * k) {
        const double now = spread(starts, tau, k, with);
        if (now < captured_below) return fate::captured;
        if (!(now <= left_above)) return fate::left;
        if (k == starts.steps) return fate::undecided;
    }
}

std::vector<capture_window> capture_windows(const neighbourhood& starts, const std::vector<double>& scan,
                                            double width, backend& with) {
    const auto fate_at = [&](double tau) { return fate_of(starts, tau, with); };
    std::vector<look> decided;
    for (const double tau : scan) {
        const fate found = fate_at(tau);
        if (found != fate::undecided) decided.push_back({tau, found});
    }
    std::vector<capture_window> windows;
    for (std::size_t i = 0; i < decided.size(); ++i) {
        const bool first = i == 0, captured = decided[i].found == fate::captured;
        if (first && captured) windows.emplace_back();
        if (first || decided[i].found == decided[i - 1].found) continue;
        const tau_bracket ends =
            narrowing({decided[i - 1].tau, decided[i].tau}, decided[i - 1].found, width).to_its_end(fate_at);
        if (captured)
            windows.push_back({ends, std::nullopt});
        else
            windows.back().closes = ends;
    }
    return windows;
}

}  // namespace tauroa
