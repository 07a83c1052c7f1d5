// In place of the CUDA backend where the program was built without a CUDA toolkit.

#include "kernels/cuda.hpp"

namespace tauroa {

int cuda_device_count(std::string& why) {
    why = "this program was built without CUDA";
    return 0;
}

std::vector<std::unique_ptr<device>> cuda_devices(const std::vector<int>& /*numbers*/) { return {}; }

std::string why_no_text_on_cuda() { return "this program was built without CUDA"; }

}  // namespace tauroa
