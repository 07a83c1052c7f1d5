#pragma once

// What a kernel translated from PTX sees of the machine that runs it, and what it tells of itself.

#include <array>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

namespace ptx {

/// A use of the machine that a GPU would answer with an error, a hang or garbage.
class fault : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// A position in a grid or block, or its size.
struct extent {
    unsigned x, y, z;
};
[[nodiscard]] inline unsigned volume(extent e) { return e.x * e.y * e.z; }

inline constexpr unsigned warp_size = 32;

enum class space : std::uint8_t { global, shared, generic };
enum class access : std::uint8_t { read, write };

/// One CUDA thread, as its kernel sees it.
class thread {
  public:
    extent tid{}, ntid{}, ctaid{}, nctaid{};
    unsigned laneid = 0;

    thread() = default;
    thread(const thread&) = delete;
    thread& operator=(const thread&) = delete;
    thread(thread&&) = delete;
    thread& operator=(thread&&) = delete;
    virtual ~thread() = default;

    /// Where `size` bytes at an address are; checked: aligned to their size, all within one buffer, writable.
    [[nodiscard]] virtual std::uint8_t* at(space in, std::uint64_t address, std::size_t size, access how) = 0;
    /// The generic address of shared memory's address 0.
    [[nodiscard]] virtual std::uint64_t shared_base() const = 0;

    /// Waits for all threads of the block at the same site; for how many of them predicate held.
    virtual unsigned barrier(int site, bool predicate) = 0;
    /// Waits for the lanes in the mask, which this one must be in; their values by lane, 0 for all others.
    virtual std::array<std::uint64_t, warp_size> exchange(std::uint32_t mask, std::uint64_t value) = 0;

    /// Ends the launch with a fault that names this thread.
    [[noreturn]] virtual void fail(const std::string& why) const = 0;
};

/// Where a parameter stands among a kernel's, in bytes.
struct parameter {
    unsigned offset, size;
};

struct kernel {
    const char* name;  ///< as in the PTX, mangled
    void (*run)(thread& self, const std::uint8_t* parameters);
    std::vector<parameter> parameters;
    unsigned shared_size;  ///< in bytes; shared memory sized at launch follows
};

/// A variable in global or constant memory.
struct variable {
    const char* name;
    void* data;
    std::size_t size;
    bool writable;
};

/// What a translated library exports.
struct program {
    std::vector<kernel> kernels;
    std::vector<variable> variables;
};

}  // namespace ptx

/// Defined by each translated library.
extern "C" const ptx::program* ptx_program();
