#include "tests/ptx/block.hpp"

#include <algorithm>
#include <numeric>

namespace ptx {
namespace {

/// Whether all lanes in f's mask wait for each other.
bool complete(std::span<const std::unique_ptr<fiber>> lanes, const fiber& f) {
    for (unsigned lane = 0; lane < warp_size; ++lane) {
        if ((f.mask >> lane & 1U) == 0) continue;
        if (lane >= lanes.size() || lanes[lane]->state != waiting::in_exchange || lanes[lane]->mask != f.mask)
            return false;
    }
    return true;
}

/// The value of each lane in the mask.
std::array<std::uint64_t, warp_size> sent_by(std::span<const std::unique_ptr<fiber>> lanes,
                                             std::uint32_t mask) {
    std::array<std::uint64_t, warp_size> values{};
    for (std::size_t lane = 0; lane < lanes.size(); ++lane)
        if ((mask >> lane & 1U) != 0) values.at(lane) = lanes[lane]->sent;
    return values;
}

}  // namespace

block::block(const kernel_call& call) : call_(call), random_(call.shape.seed) {
    for (unsigned i = 0; i < volume(call.shape.block); ++i)
        fibers_.push_back(std::make_unique<fiber>(*this, i));
}

void block::run(extent index) {
    // Not a number, whatever it is taken for, so that reading it before writing shows.
    constexpr std::array<std::uint8_t, 8> garbage{0xad, 0xde, 0xf7, 0x7f, 0xad, 0xde, 0xf7, 0x7f};
    shared_.resize(call_.shared_bytes);
    for (std::size_t i = 0; i < shared_.size(); ++i) shared_[i] = garbage[i % garbage.size()];
    for (const auto& f : fibers_) f->restart(index);

    std::vector<unsigned> warps((fibers_.size() + warp_size - 1) / warp_size);
    std::iota(warps.begin(), warps.end(), 0U);
    const auto done = [](const auto& f) { return f->state == waiting::done; };
    while (!std::all_of(fibers_.begin(), fibers_.end(), done)) {
        std::shuffle(warps.begin(), warps.end(), random_);
        bool moved = false;
        for (const unsigned w : warps) moved = run_warp(w) || moved;
        if (!moved && !release_barrier()) fail("deadlock: no thread can go on");
    }
}

block::warp block::warp_of(unsigned number) const {
    const std::size_t first = std::size_t{number} * warp_size;
    return warp(fibers_).subspan(first, std::min<std::size_t>(warp_size, fibers_.size() - first));
}

/// Lets a warp go on for a random while; false where it could not.
bool block::run_warp(unsigned number) {
    const warp lanes = warp_of(number);
    bool moved = false;
    for (auto turns = 1 + random_() % 16; turns > 0; --turns) {
        if (!run_ready_lanes(lanes) && !release_exchanges(lanes)) break;
        moved = true;
    }
    return moved;
}

bool block::run_ready_lanes(warp lanes) {
    std::vector<fiber*> ready;
    for (const auto& f : lanes)
        if (f->state == waiting::no) ready.push_back(f.get());
    std::shuffle(ready.begin(), ready.end(), random_);
    for (fiber* f : ready) f->resume();
    return !ready.empty();
}

bool block::release_exchanges(warp lanes) {
    bool released = false;
    for (const auto& f : lanes) {
        if (f->state != waiting::in_exchange || !complete(lanes, *f)) continue;
        const auto values = sent_by(lanes, f->mask);
        const std::uint32_t mask = f->mask;
        for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
            if ((mask >> lane & 1U) == 0) continue;
            lanes[lane]->received = values;
            lanes[lane]->state = waiting::no;
        }
        released = true;
    }
    return released;
}

/// Lets all threads go on that wait at the barrier, once all do. false where none waits there.
bool block::release_barrier() {
    unsigned waiting_here = 0, count = 0;
    const fiber* first = nullptr;
    for (const auto& f : fibers_) {
        if (f->state != waiting::at_barrier) continue;
        if (first == nullptr) first = f.get();
        if (f->site != first->site) fail("threads wait at different barriers");
        ++waiting_here;
        count += f->predicate ? 1 : 0;
    }
    if (first == nullptr) return false;
    if (waiting_here != fibers_.size())
        fail("a barrier that only " + std::to_string(waiting_here) + " of " + std::to_string(fibers_.size()) +
             " threads reach");
    for (const auto& f : fibers_) {
        f->count = count;
        f->state = waiting::no;
    }
    return true;
}

void block::fail(const std::string& why) const { throw fault(why); }

}  // namespace ptx
