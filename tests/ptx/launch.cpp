#include "tests/ptx/launch.hpp"

#include <cxxabi.h>
#include <dlfcn.h>

#include <cstdlib>

namespace ptx {
namespace {

/// The kernel's parameters as it reads them; 8-byte words, for their alignment.
template <class Argument>
std::vector<std::uint64_t> parameter_bytes(const kernel& k, const std::vector<Argument>& arguments) {
    if (arguments.size() != k.parameters.size())
        throw fault(std::to_string(arguments.size()) + " arguments for the " +
                    std::to_string(k.parameters.size()) + " parameters of " + demangled(k.name));
    std::vector<std::uint64_t> words;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const parameter& p = k.parameters[i];
        if (arguments[i].size != p.size)
            throw fault("argument " + std::to_string(i) + " of " + std::to_string(arguments[i].size) +
                        " bytes for a " + "parameter of " + std::to_string(p.size) + " of " +
                        demangled(k.name));
        words.resize((p.offset + p.size + 7) / 8);
        std::memcpy(reinterpret_cast<std::uint8_t*>(words.data()) + p.offset, arguments[i].data, p.size);
    }
    return words;
}

}  // namespace

std::string demangled(const char* name) {
    const std::unique_ptr<char, void (*)(void*)> text(abi::__cxa_demangle(name, nullptr, nullptr, nullptr),
                                                      std::free);  // NOLINT: as the ABI wants it
    return text == nullptr ? name : text.get();
}

library::library(const std::string& path)
    : handle_(dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL), [](void* h) { h != nullptr ? dlclose(h) : 0; }) {
    void* entry = handle_ == nullptr ? nullptr : dlsym(handle_.get(), "ptx_program");
    if (entry == nullptr) throw fault(std::string("cannot load translated kernels: ") + dlerror());
    program_ = reinterpret_cast<const program* (*)()>(entry)();
}

const kernel& library::find(std::string_view part_of_name) const {
    const kernel* found = nullptr;
    for (const kernel& k : program_->kernels) {
        if (demangled(k.name).find(part_of_name) == std::string::npos) continue;
        if (found != nullptr) throw fault("several kernels are called " + std::string(part_of_name));
        found = &k;
    }
    if (found == nullptr) throw fault("no kernel is called " + std::string(part_of_name));
    return *found;
}

void library::launch(const kernel& k, const launch_shape& shape, const memory& buffers,
                     const std::vector<argument>& arguments) const {
    const auto words = parameter_bytes(k, arguments);
    memory all = buffers;
    for (const variable& v : program_->variables) all.add(v.name, v.data, v.size, v.writable);
    block threads({k, reinterpret_cast<const std::uint8_t*>(words.data()), all, shape,
                   k.shared_size + shape.shared_bytes});
    try {
        for (unsigned z = 0; z < shape.grid.z; ++z)
            for (unsigned y = 0; y < shape.grid.y; ++y)
                for (unsigned x = 0; x < shape.grid.x; ++x) threads.run({x, y, z});
    } catch (const fault& f) {
        throw fault(demangled(k.name) + ", " + f.what());
    }
}

}  // namespace ptx
