#include "tests/ptx/fiber.hpp"

#include "tests/ptx/block.hpp"

namespace ptx {
namespace {

std::string text(extent e) {
    return "(" + std::to_string(e.x) + ", " + std::to_string(e.y) + ", " + std::to_string(e.z) + ")";
}

/// The fiber that is being started; makecontext hands over no pointer.
thread_local fiber* starting = nullptr;

}  // namespace

fiber::fiber(block& in, unsigned number)
    : block_(in), stack_(std::make_unique_for_overwrite<char[]>(stack_size)) {
    ntid = in.shape().block;
    nctaid = in.shape().grid;
    tid = {number % ntid.x, number / ntid.x % ntid.y, number / (ntid.x * ntid.y)};
    laneid = number % warp_size;
}

void fiber::restart(extent index) {
    ctaid = index;
    state = waiting::no;
    getcontext(&here_);
    here_.uc_stack.ss_sp = stack_.get();
    here_.uc_stack.ss_size = stack_size;
    here_.uc_link = nullptr;
    makecontext(&here_, &fiber::enter, 0);
}

void fiber::resume() {
    starting = this;
    swapcontext(&scheduler_, &here_);
    if (failure_) std::rethrow_exception(failure_);
}

void fiber::enter() { starting->run(); }

/// Never returns: a fiber that is done is not resumed. No exception may leave a fiber's stack.
void fiber::run() {
    try {
        block_.run_kernel(*this);
    } catch (...) {
        failure_ = std::current_exception();
    }
    wait(waiting::done);
}

void fiber::wait(waiting for_what) {
    state = for_what;
    swapcontext(&here_, &scheduler_);
}

std::uint8_t* fiber::at(space in, std::uint64_t address, std::size_t size, access how) {
    if (in == space::shared) address += shared_base();
    if (address % size != 0) fail("misaligned access to " + std::to_string(size) + " bytes");
    const bool in_shared = in != space::global && block_.shared_holds(address, size);
    std::string objection;
    if (in == space::shared && !in_shared) objection = "outside shared memory";
    if (in != space::shared && !in_shared) objection = block_.buffers().objection(address, size, how);
    if (!objection.empty())
        fail((how == access::read ? "load of " : "store of ") + std::to_string(size) +
             " bytes: " + objection);
    return reinterpret_cast<std::uint8_t*>(address);  // NOLINT: an address in PTX is a number
}

std::uint64_t fiber::shared_base() const { return block_.shared_base(); }

unsigned fiber::barrier(int at_site, bool holds) {
    site = at_site;
    predicate = holds;
    wait(waiting::at_barrier);
    return count;
}

std::array<std::uint64_t, warp_size> fiber::exchange(std::uint32_t with, std::uint64_t value) {
    if ((with >> laneid & 1U) == 0) fail("a lane names a mask without itself");
    mask = with;
    sent = value;
    wait(waiting::in_exchange);
    return received;
}

void fiber::fail(const std::string& why) const {
    throw fault("block " + text(ctaid) + ", thread " + text(tid) + ": " + why);
}

}  // namespace ptx
