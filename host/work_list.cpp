#include "host/work_list.hpp"

#include <algorithm>

namespace tauroa {

bool belongs_to(const shard& part, std::uint64_t strip, std::uint64_t strips) {
    constexpr std::uint64_t runs_each = 64;
    const std::uint64_t run = std::max<std::uint64_t>(1, strips / (runs_each * part.count));
    return strip / run % part.count == part.index - 1;
}

work_list::work_list(const tiling& of, std::vector<bool> wanted)
    : tiling_(&of),
      wanted_(std::move(wanted)),
      left_(static_cast<std::uint64_t>(std::count(wanted_.begin(), wanted_.end(), true))) {}

std::optional<strip_range> work_list::take(std::uint64_t most) {
    const std::lock_guard lock(mutex_);
    while (next_ < wanted_.size() && !wanted_[next_]) ++next_;
    if (next_ == wanted_.size()) return std::nullopt;
    std::uint64_t run = 1;
    while (run < most && next_ + run < wanted_.size() && wanted_[next_ + run]) ++run;
    const strip_range taken = tiling_->together(next_, run);
    next_ = taken.end();
    left_ -= taken.count;
    return taken;
}

std::uint64_t work_list::starts() const {
    std::uint64_t all = 0;
    for (std::uint64_t i = 0; i < wanted_.size(); ++i)
        if (wanted_[i]) all += tiling_->cells({i, 1}).cells();
    return all;
}

std::uint64_t work_list::left() const {
    const std::lock_guard lock(mutex_);
    return left_;
}

}  // namespace tauroa
