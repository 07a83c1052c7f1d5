#include "kernels/sized_run.hpp"

#include <algorithm>

#include "kernels/start_queue.hpp"

namespace tauroa {
namespace {

constexpr std::uint32_t steps_between_looks = 1024;  // whether to stop

void record(const results& to, std::uint64_t i, const outcome& o, std::uint32_t horizon,
            const std::vector<double>& x) {
    to.label[i] = o.label;
    to.iterations[i] = iterations_of(o, horizon);
    if (to.final_state != nullptr)
        std::transform(x.begin(), x.end(), to.final_state + i * x.size(),
                       [](double v) { return recorded(v); });
}

}  // namespace

sized_run::sized_run(const problem& p)
    : game_(p.sized),
      update_(p.update),
      rate1_(p.gamma),
      rate2_(p.gamma * p.tau),
      rule_(arrival_rule_of(p)),
      x_(p.sized->n()),
      g_(p.sized->n()) {}

double sized_run::kept(std::size_t i, double x) const {
    return game_->period(i) > 0.0 ? into_period(x, game_->period(i)) : x;
}

void sized_run::begin(const double* start) {
    for (std::size_t i = 0; i < x_.size(); ++i)
        x_[i] = kept(i, kept(i, start[i]));  // twice: see initial_state
}

void sized_run::begin(const start_block& starts, std::uint64_t i) {
    const std::uint64_t c = starts.first + i;
    if (starts.points != nullptr) return begin(starts.points + c * x_.size());
    std::vector<double> start(starts.base, starts.base + x_.size());
    if (starts.up >= 0) start[static_cast<std::size_t>(starts.up)] = starts.up_at[c / starts.columns];
    start[static_cast<std::size_t>(starts.across)] = starts.across_at[c % starts.columns];
    begin(start.data());
}

void sized_run::move(std::size_t first, std::size_t last, double rate) {
    for (std::size_t i = first; i < last; ++i) x_[i] = kept(i, moved(x_[i], g_[i], rate));
}

void sized_run::step() {
    game_->evaluate(x_.data(), g_.data());
    move(0, game_->n1(), rate1_);
    if (update_ == update_order::alternating) game_->evaluate(x_.data(), g_.data());
    move(game_->n1(), x_.size(), rate2_);
}

outcome sized_run::advance(std::uint32_t k, std::uint32_t until) {
    for (;; ++k) {
        const std::int16_t label = label_by(*this, k, rule_);
        if (label != under_way || k == until) return {label, k};
        step();
    }
}

/// The sum in squared_distance's order: from the last coordinate down.
double sized_run::squared_distance_to(const double* target) const {
    double sum = 0.0;
    for (std::size_t i = x_.size(); i-- > 0;) {
        const double d = kept(i, x_[i] - target[i]);
        sum = i + 1 == x_.size() ? d * d : fma(d, d, sum);
    }
    return sum;
}

bool sized_run::is_bounded() const {
    return std::all_of(x_.begin(), x_.end(),
                       [](double x) { return both(x <= divergence_bound, -divergence_bound <= x); });
}

void run_sized(const problem& p, const start_block& starts, const results& to, start_queue& queue) {
    sized_run run(p);
    std::uint64_t first = 0;
    for (std::uint64_t count = queue.take(first); count > 0; count = queue.take(first)) {
        for (std::uint64_t i = first; i < first + count; ++i) {
            run.begin(starts, i);
            outcome o{under_way, 0};
            while (o.label == under_way && !queue.stopped())
                o = run.advance(o.steps, std::min(p.steps - o.steps, steps_between_looks) + o.steps);
            if (o.label == under_way) return;
            record(to, i, o, p.steps, run.x());
            queue.finished(1, o.steps);
        }
    }
}

}  // namespace tauroa
