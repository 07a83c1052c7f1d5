// Games as text on a device: compiled by NVRTC, loaded as a library of CUDA's.

#include "kernels/cuda.hpp"
#include "kernels/cuda_check.hpp"
#include "kernels/cuda_text_game.hpp"
#include "kernels/text_kernels.hpp"

namespace tauroa {
namespace cuda {

/// A compiled game's library, which unloads itself.
class loaded_game {
  public:
    loaded_game(const device_code& code, int parameters) {
        check(cudaLibraryLoadData(&library_, code.image.data(), nullptr, nullptr, 0, nullptr, nullptr, 0));
        kernels_ = {find(code.names[0]),
                    {find(code.names[1]), find(code.names[2])},
                    {find(code.names[3]), find(code.names[4])},
                    parameters};
    }
    loaded_game(const loaded_game&) = delete;
    loaded_game& operator=(const loaded_game&) = delete;
    loaded_game(loaded_game&&) = delete;
    loaded_game& operator=(loaded_game&&) = delete;
    ~loaded_game() { static_cast<void>(cudaLibraryUnload(library_)); }

    [[nodiscard]] const tile_kernels& kernels() const { return kernels_; }

  private:
    [[nodiscard]] const void* find(const std::string& name) const {
        cudaKernel_t kernel = nullptr;
        check(cudaLibraryGetKernel(&kernel, library_, name.c_str()));
        return kernel;
    }

    cudaLibrary_t library_ = nullptr;
    tile_kernels kernels_;
};

namespace {

int capability_of(int device) {
    int major = 0, minor = 0;
    check(cudaDeviceGetAttribute(&major, cudaDevAttrComputeCapabilityMajor, device));
    check(cudaDeviceGetAttribute(&minor, cudaDevAttrComputeCapabilityMinor, device));
    return 10 * major + minor;
}

}  // namespace

known_kernels::known_kernels(int device) : device_(device) {}
known_kernels::~known_kernels() = default;

tile_kernels known_kernels::of(const game_runs& game) {
    if (game.on_device == nullptr) return built_in_kernels(game.index);
    const std::lock_guard lock(mutex_);
    auto& known = loaded_[game.on_device->text];
    if (known == nullptr) {
        const nvrtc compiler;
        known = std::make_unique<loaded_game>(
            kernels_of_text(compiler, *game.on_device, compiler.target_for(capability_of(device_))),
            game.on_device->parameters);
    }
    return known->kernels();
}

}  // namespace cuda

std::string why_no_text_on_cuda() {
    try {
        const cuda::nvrtc there;
        return "";
    } catch (const user_error& why) {
        return why.what();
    }
}

}  // namespace tauroa
