#include "kernels/backend.hpp"

#include <sched.h>

#include <thread>
#include <vector>

#include "kernels/cpu.hpp"
#include "kernels/cuda.hpp"
#include "kernels/error.hpp"
#include "kernels/reference.hpp"

namespace tauroa {

namespace {

std::unique_ptr<backend> make_cuda_backend(const std::vector<int>& devices) {
    std::string why;
    if (cuda_device_count(why) == 0)
        throw user_error("--backend cuda: no device answers (" + why + "); use auto, cpu or reference");
    return share_between("cuda", cuda_devices(devices));
}

bool cuda_answers() {
    std::string why;
    return cuda_device_count(why) > 0;
}

}  // namespace

std::unique_ptr<backend> make_backend(std::string_view name, int threads, const std::vector<int>& devices) {
    if (threads == 0) threads = available_threads();
    if (name == "cuda" || (name == "auto" && (!devices.empty() || cuda_answers())))
        return make_cuda_backend(devices);
    if (!devices.empty())
        throw user_error("--devices " + std::to_string(devices.front()) + ": backend " + std::string(name) +
                         " has no devices; use it with cuda");
    if (name == "reference") return make_reference_backend();
    if (name == "cpu" || name == "auto") return make_cpu_backend(threads);
    throw user_error("--backend " + std::string(name) + ": use auto, cpu, cuda or reference");
}

int available_threads() {
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) == 0) return CPU_COUNT(&set);
    const unsigned all = std::thread::hardware_concurrency();
    return all == 0 ? 1 : static_cast<int>(all);
}

}  // namespace tauroa
