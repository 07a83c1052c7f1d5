#pragma once

// The buffers that a kernel may touch. Addresses are the host's own.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/ptx/thread.hpp"

namespace ptx {

class memory {
  public:
    /// Lends a buffer to kernels, under a name for messages; it must outlive their launches.
    template <class T>
    void lend(const std::string& name, std::vector<T>& buffer) {
        add(name, buffer.data(), buffer.size() * sizeof(T), true);
    }
    template <class T>
    void lend(const std::string& name, const std::vector<T>& buffer) {
        add(name, const_cast<T*>(buffer.data()), buffer.size() * sizeof(T), false);
    }
    void add(const std::string& name, void* data, std::size_t size, bool writable);

    /// Empty where `size` bytes at this address lie within one buffer and may be accessed; else what is wrong.
    [[nodiscard]] std::string objection(std::uint64_t address, std::size_t size, access how) const;

  private:
    struct region {
        std::string name;
        std::uint64_t begin, end;
        bool writable;
    };
    std::vector<region> regions_;
};

}  // namespace ptx
