#include "kernels/nvrtc.hpp"

#include <cuda.h>
#include <dlfcn.h>
#include <nvrtc.h>

#include <algorithm>
#include <array>
#include <sstream>

#include "kernels/error.hpp"
#include "kernels/first_error.hpp"

namespace tauroa::cuda {

/// The functions of the library that are used.
struct nvrtc::functions {
    decltype(&nvrtcGetErrorString) error_string;
    decltype(&nvrtcGetNumSupportedArchs) count_architectures;
    decltype(&nvrtcGetSupportedArchs) architectures;
    decltype(&nvrtcCreateProgram) create;
    decltype(&nvrtcDestroyProgram) destroy;
    decltype(&nvrtcAddNameExpression) add_name;
    decltype(&nvrtcCompileProgram) compile;
    decltype(&nvrtcGetProgramLogSize) log_size;
    decltype(&nvrtcGetProgramLog) log;
    decltype(&nvrtcGetLoweredName) lowered_name;
    decltype(&nvrtcGetPTXSize) ptx_size;
    decltype(&nvrtcGetPTX) ptx;
    decltype(&nvrtcGetCUBINSize) cubin_size;
    decltype(&nvrtcGetCUBIN) cubin;
};

namespace {

constexpr const char* way_out =
    "; install CUDA's NVRTC, or name its folder in LD_LIBRARY_PATH, or run without a GPU: --backend cpu";

/// The first of the libraries that can be loaded. It is never closed.
void* opened(const std::vector<std::string>& libraries) {
    for (const std::string& name : libraries)
        if (void* handle = dlopen(name.c_str(), RTLD_NOW | RTLD_LOCAL); handle != nullptr) return handle;
    std::string all;
    for (const std::string& name : libraries) all += (all.empty() ? "" : ", ") + name;
    throw user_error("--backend cuda: a game as text is compiled for the GPU by NVRTC, and there is no " +
                     all + way_out);
}

template <class Function>
void find(void* library, const char* name, Function& to) {
    to = reinterpret_cast<Function>(dlsym(library, name));  // NOLINT: as POSIX has it
    if (to == nullptr) throw user_error(std::string("--backend cuda: this NVRTC has no ") + name + way_out);
}

void check(nvrtcResult result, const char* what, const auto& call) {
    if (result == NVRTC_SUCCESS) return;
    throw failure(std::string("NVRTC fails in ") + what + ": " + call.error_string(result));
}

/// A program of NVRTC that destroys itself.
template <class Functions>
class program {
  public:
    program(const Functions& call, const std::string& text) : call_(&call) {
        check(call.create(&handle_, text.c_str(), "game.cu", 0, nullptr, nullptr), "creating", call);
    }
    program(const program&) = delete;
    program& operator=(const program&) = delete;
    program(program&&) = delete;
    program& operator=(program&&) = delete;
    ~program() { call_->destroy(&handle_); }

    void add(const std::string& kernel) const {
        check(call_->add_name(handle_, kernel.c_str()), "naming kernels", *call_);
    }

    void compile(const std::string& target) const {
        const std::string architecture = "--gpu-architecture=" + target;
        const std::array<const char*, 5> options{architecture.c_str(), "--std=c++20", "--fmad=false",
                                                 "--device-as-default-execution-space", "--disable-warnings"};
        const nvrtcResult result = call_->compile(handle_, static_cast<int>(options.size()), options.data());
        if (result == NVRTC_SUCCESS) return;
        std::istringstream messages(bytes(call_->log_size, call_->log, "giving its log"));
        throw failure("compiling the game for " + target + " failed, by a mistake in this program (" +
                      call_->error_string(result) + "): " + first_error(messages));
    }

    [[nodiscard]] std::string name_of(const std::string& kernel) const {
        const char* name = nullptr;
        check(call_->lowered_name(handle_, kernel.c_str(), &name), "naming kernels", *call_);
        return name;
    }

    [[nodiscard]] std::string machine_code() const {
        return bytes(call_->cubin_size, call_->cubin, "giving machine code");
    }
    [[nodiscard]] std::string ptx() const { return bytes(call_->ptx_size, call_->ptx, "giving PTX"); }

  private:
    template <class Size, class Get>
    [[nodiscard]] std::string bytes(Size size_of, Get get, const char* what) const {
        std::size_t size = 0;
        check(size_of(handle_, &size), what, *call_);
        std::string all(size, '\0');
        check(get(handle_, all.data()), what, *call_);
        return all;
    }

    const Functions* call_;
    nvrtcProgram handle_ = nullptr;
};

}  // namespace

std::vector<std::string> nvrtc::usual_libraries() {
    constexpr int major = CUDA_VERSION / 1000;
    return {"libnvrtc.so." + std::to_string(major), "libnvrtc.so"};
}

nvrtc::nvrtc(const std::vector<std::string>& libraries) {
    void* library = opened(libraries);
    functions call{};
    find(library, "nvrtcGetErrorString", call.error_string);
    find(library, "nvrtcGetNumSupportedArchs", call.count_architectures);
    find(library, "nvrtcGetSupportedArchs", call.architectures);
    find(library, "nvrtcCreateProgram", call.create);
    find(library, "nvrtcDestroyProgram", call.destroy);
    find(library, "nvrtcAddNameExpression", call.add_name);
    find(library, "nvrtcCompileProgram", call.compile);
    find(library, "nvrtcGetProgramLogSize", call.log_size);
    find(library, "nvrtcGetProgramLog", call.log);
    find(library, "nvrtcGetLoweredName", call.lowered_name);
    find(library, "nvrtcGetPTXSize", call.ptx_size);
    find(library, "nvrtcGetPTX", call.ptx);
    find(library, "nvrtcGetCUBINSize", call.cubin_size);
    find(library, "nvrtcGetCUBIN", call.cubin);
    call_ = std::make_shared<const functions>(call);
}

std::string nvrtc::target_for(int capability) const {
    int count = 0;
    check(call_->count_architectures(&count), "counting architectures", *call_);
    std::vector<int> all(static_cast<std::size_t>(count));
    check(call_->architectures(all.data()), "listing architectures", *call_);
    int greatest = 0;
    for (const int known : all)
        if (known <= capability) greatest = std::max(greatest, known);
    if (greatest == 0)
        throw user_error("--backend cuda: a device of compute capability " + std::to_string(capability / 10) +
                         '.' + std::to_string(capability % 10) +
                         " is older than what this NVRTC compiles games for; use --backend cpu");
    return (greatest == capability ? "sm_" : "compute_") + std::to_string(greatest);
}

device_code nvrtc::compile(const std::string& text, const std::vector<std::string>& kernels,
                           const std::string& target) const {
    const program<functions> of(*call_, text);
    for (const std::string& kernel : kernels) of.add(kernel);
    of.compile(target);
    device_code code{target.starts_with("sm_") ? of.machine_code() : of.ptx(), {}};
    for (const std::string& kernel : kernels) code.names.push_back(of.name_of(kernel));
    return code;
}

}  // namespace tauroa::cuda
