#include "tests/ptx/memory.hpp"

#include <algorithm>

namespace ptx {

void memory::add(const std::string& name, void* data, std::size_t size, bool writable) {
    const std::uint64_t begin = reinterpret_cast<std::uintptr_t>(data);
    regions_.push_back({name, begin, begin + size, writable});
}

std::string memory::objection(std::uint64_t address, std::size_t size, access how) const {
    const region* nearest = nullptr;  // the last that begins at or before the address
    for (const region& r : regions_) {
        if (r.begin > address) continue;
        if (r.end - r.begin >= size && address <= r.end - size)
            return r.writable || how == access::read ? "" : "'" + r.name + "' is read-only";
        if (nearest == nullptr || r.begin > nearest->begin) nearest = &r;
    }
    if (nearest == nullptr) return "no buffer is there";
    return "outside every buffer: at byte " + std::to_string(address - nearest->begin) +
           " from the beginning of '" + nearest->name + "', which has " +
           std::to_string(nearest->end - nearest->begin);
}

}  // namespace ptx
