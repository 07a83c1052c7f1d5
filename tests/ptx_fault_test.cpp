// The machinery that runs PTX (tests/ptx) finds mistakes: kernels that have one end in the fault that names it,
// where the same kernels without it run to their end. TAUROA_PTX_LIBRARY: tests/ptx/probes.cu, translated.

#include <cmath>
#include <string>
#include <vector>

#include "tests/ptx/loaded.hpp"

namespace {

using namespace ptx;

/// What kernels write, or read; one buffer of each kind, 32 elements.
struct buffers_lent {
    std::vector<int> written = std::vector<int>(32);
    const std::vector<int> read = std::vector<int>(32);
    std::vector<double> numbers = std::vector<double>(32);
    memory all;
    buffers_lent() {
        all.lend("written", written);
        all.lend("read", read);
        all.lend("numbers", numbers);
    }
};

/// What a launch of probe::name says, empty where it ends well.
template <class... Arguments>
std::string fault_of(const buffers_lent& buffers, const std::string& name, unsigned threads,
                     const Arguments&... arguments) {
    try {
        const launch_shape shape{{1, 1, 1}, {threads, 1, 1}};
        loaded().launch(loaded().find("probe::" + name), shape, buffers.all, arguments...);
    } catch (const fault& f) {
        return f.what();
    }
    return "";
}

/// The kernel runs with `true`, and with `false` ends in a fault that says so.
template <class... Arguments>
void expect_found(const std::string& message, const buffers_lent& buffers, const std::string& name,
                  unsigned threads, const Arguments&... arguments) {
    EXPECT_EQ(fault_of(buffers, name + "<true>", threads, arguments...), "");
    EXPECT_NE(fault_of(buffers, name + "<false>", threads, arguments...).find(message), std::string::npos)
        << fault_of(buffers, name + "<false>", threads, arguments...);
}

TEST(Fault, AStoreBeyondItsBuffer) {
    buffers_lent b;
    expect_found(
        "thread (32, 0, 0): store of 4 bytes: outside every buffer: at byte 128 from the beginning of "
        "'written'",
        b, "guarded", 33, b.written.data(), 32U);
    EXPECT_NE(fault_of(b, "guarded<true>", 1, static_cast<int*>(nullptr), 32U).find("no buffer is there"),
              std::string::npos);
}

TEST(Fault, AStoreToAReadOnlyBuffer) {
    buffers_lent b;
    expect_found("'read' is read-only", b, "written", 1, b.read.data(), b.written.data());
}

TEST(Fault, AMisalignedAddress) {
    buffers_lent b;
    expect_found("misaligned access to 8 bytes", b, "aligned", 1, reinterpret_cast<char*>(b.numbers.data()));
}

TEST(Fault, SharedMemoryTooSmall) {
    buffers_lent b;
    EXPECT_NE(fault_of(b, "transpose(", 16, b.numbers.data(), b.numbers.data()).find("outside shared memory"),
              std::string::npos);
}

TEST(Fault, SharedMemoryReadBeforeWritten) {
    buffers_lent b;
    EXPECT_EQ(fault_of(b, "reads_what_was_never_written(", 32, b.numbers.data()), "");
    EXPECT_TRUE(std::isnan(b.numbers[0]));
    EXPECT_EQ(b.numbers[1], 1.0);
}

TEST(Fault, ABarrierInABranch) {
    buffers_lent b;
    expect_found("threads wait at different barriers", b, "met_by_all", 32, b.written.data());
}

TEST(Fault, ABarrierThatSomeDoNotReach) {
    buffers_lent b;
    expect_found("a barrier that only 5 of 32 threads reach", b, "left_by_some", 32, b.written.data());
}

TEST(Fault, ALaneOutsideItsOwnMask) {
    buffers_lent b;
    expect_found("a lane names a mask without itself", b, "masked", 32, b.written.data());
}

TEST(Fault, ALaneThatNeverComes) {
    buffers_lent b;
    expect_found("deadlock", b, "lanes_that_come", 32, b.written.data());
}

TEST(Fault, AShuffleFromALaneOutsideTheMask) {
    buffers_lent b;
    expect_found("shfl.sync reads lane 20", b, "lanes_read", 32, b.written.data());
}

TEST(Fault, ATrap) {
    buffers_lent b;
    expect_found("thread (0, 0, 0): trap", b, "trapped", 1, b.written.data());
}

TEST(Fault, AWrongLaunch) {
    buffers_lent b;
    const auto expect = [](const std::string& fault, const std::string& message) {
        EXPECT_NE(fault.find(message), std::string::npos) << fault;
    };
    expect(fault_of(b, "guarded<true>", 1, b.written.data()), "1 arguments for the 2 parameters");
    expect(fault_of(b, "guarded<true>", 1, b.written.data(), std::uint64_t{1}),
           "8 bytes for a parameter of 4");
    expect(fault_of(b, "guarded", 1), "several kernels are called probe::guarded");
    expect(fault_of(b, "nothing", 1), "no kernel is called probe::nothing");
    EXPECT_THROW(library("/nowhere.so"), fault);
}

}  // namespace
