#include "host/cli/assembly.hpp"

#include <algorithm>

#include "kernels/error.hpp"
#include "output/map_writer.hpp"
#include "output/tile_data.hpp"

namespace tauroa::cli {

finished_strips::finished_strips(const tiling& of, const std::vector<journal>& journals)
    : done_(of.strips()) {
    for (const journal& j : journals) {
        std::uint64_t nanoseconds = 0;
        for (const journal::entry& e : j.entries()) {
            const auto [first, count, steps, took] = e.about;
            if (first >= done_.size() || count == 0 || count > done_.size() - first)
                throw failure(j.path() + ": holds strips that are none of this sweep's");
            nanoseconds += took;
            const auto from = done_.begin() + static_cast<std::ptrdiff_t>(first);
            const auto until = from + static_cast<std::ptrdiff_t>(count);
            if (std::find(from, until, false) == until) continue;
            if (std::find(from, until, true) != until)
                throw failure(j.path() + ": holds strips of which others hold only some");
            std::fill(from, until, true);
            records_.push_back({&j, &e});
        }
        seconds_.push_back(1e-9 * static_cast<double>(nanoseconds));
    }
    std::sort(records_.begin(), records_.end(),
              [](const place& a, const place& b) { return a.entry->about.first < b.entry->about.first; });
}

bool finished_strips::complete() const { return std::find(done_.begin(), done_.end(), false) == done_.end(); }

std::uint64_t finished_strips::steps() const {
    std::uint64_t all = 0;
    for (const place& p : records_) all += p.entry->about.steps;
    return all;
}

double finished_strips::seconds() const {
    return seconds_.empty() ? 0.0 : *std::max_element(seconds_.begin(), seconds_.end());
}

void assemble(const finished_strips& strips, const map_description& about, map_provenance by,
              const std::string& target, const std::function<void()>& pause) {
    map_writer writer(target, about);
    for (const auto& [in, entry] : strips.records()) {
        pause();
        writer.write(unpacked(in->read(*entry)));
    }
    by.steps_computed = strips.steps();
    by.wall_seconds += strips.seconds();
    writer.finish(by, pause);
}

}  // namespace tauroa::cli
