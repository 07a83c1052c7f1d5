#include "kernels/backend.hpp"

#include <sched.h>

#include <thread>

#include "kernels/cpu.hpp"
#include "kernels/error.hpp"
#include "kernels/reference.hpp"

namespace tauroa {

std::unique_ptr<backend> make_backend(std::string_view name, int threads) {
    if (threads == 0) threads = available_threads();
    if (name == "reference") return make_reference_backend();
    if (name == "cpu" || name == "auto") return make_cpu_backend(threads);
    if (name == "cuda")
        throw user_error("--backend cuda: this build has no CUDA backend; use auto, cpu or reference");
    throw user_error("--backend " + std::string(name) + ": use auto, cpu, cuda or reference");
}

int available_threads() {
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) == 0) return CPU_COUNT(&set);
    const unsigned all = std::thread::hardware_concurrency();
    return all == 0 ? 1 : static_cast<int>(all);
}

}  // namespace tauroa
