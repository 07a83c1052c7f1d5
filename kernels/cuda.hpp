#pragma once

// The cuda backend, as the switch in backend.cpp sees it: real (cuda_device.cu), or a stub where the program was built
// without a CUDA toolkit (cuda_stub.cpp).

#include <memory>
#include <string>
#include <vector>

#include "kernels/devices.hpp"

namespace tauroa {

/// How many devices answer; 0 where there is none. why: then, the reason.
int cuda_device_count(std::string& why);

/// The devices with these numbers, all of them for an empty list; two for each card, so that one copies while the
/// other computes. Throws user_error for a number that there is not.
std::vector<std::unique_ptr<device>> cuda_devices(const std::vector<int>& numbers);

/// Why games as text cannot be compiled for the devices here; empty where they can.
std::string why_no_text_on_cuda();

}  // namespace tauroa
