// card: prints, as JSON, what the table has to know of the first CUDA device.

#include <cuda_runtime.h>

#include <iostream>

#include "kernels/cuda_check.hpp"

namespace {

int attribute(cudaDeviceAttr which) {
    int value = 0;
    tauroa::cuda::check(cudaDeviceGetAttribute(&value, which, 0));
    return value;
}

void print_card() {
    cudaDeviceProp properties{};
    tauroa::cuda::check(cudaGetDeviceProperties(&properties, 0));
    const int major = attribute(cudaDevAttrComputeCapabilityMajor),
              minor = attribute(cudaDevAttrComputeCapabilityMinor);
    std::cout << R"({"name": ")" << properties.name << R"(", "architecture": )" << 10 * major + minor
              << R"(, "multiprocessors": )" << attribute(cudaDevAttrMultiProcessorCount)
              << R"(, "gigahertz": )" << attribute(cudaDevAttrClockRate) / 1e6 << "}\n";
}

}  // namespace

int main() {
    try {
        print_card();
        return 0;
    } catch (const std::exception& error) {
        std::cerr << "card: " << error.what() << "\n";
        return 1;
    }
}
