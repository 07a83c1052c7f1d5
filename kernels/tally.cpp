#include "kernels/tally.hpp"

namespace tauroa {

void tally(const results& to, std::uint64_t count) {
    if (to.tally == nullptr) return;
    std::vector<std::uint64_t> here(tally_size(to.points));
    for (std::uint64_t i = 0; i < count; ++i)
        ++here[static_cast<std::size_t>(tally_place(to.label[i], to.points))];
    add_to_tally(to, [&](std::int16_t label) {
        return here[static_cast<std::size_t>(tally_place(label, to.points))];
    });
}

}  // namespace tauroa
