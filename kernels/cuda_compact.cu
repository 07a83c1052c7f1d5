#include <thrust/execution_policy.h>
#include <thrust/system/cuda/execution_policy.h>
#include <thrust/system_error.h>

#include <new>

#include "kernels/compaction.hpp"
#include "kernels/cuda_check.hpp"
#include "kernels/cuda_compact.hpp"

namespace tauroa::cuda {
namespace {

/// Thrust's errors as the driver knows them.
template <class F>
auto translated(F f) {
    try {
        return f();
    } catch (const std::bad_alloc& why) {
        fail(why.what(), true, __FILE__, __LINE__);
    } catch (const thrust::system_error& why) {
        fail(why.what(), false, __FILE__, __LINE__);
    }
}

}  // namespace

std::uint32_t count_over(const live_starts& live, cudaStream_t stream) {
    return translated([&] { return tauroa::count_over(thrust::cuda::par.on(stream), live); });
}

void choose_slots(const live_starts& from, live_starts& to, cudaStream_t stream) {
    translated([&] { tauroa::choose_slots(thrust::cuda::par.on(stream), from, to); });
}

std::uint64_t count_label(const std::int16_t* label, std::uint64_t count, std::int16_t which,
                          cudaStream_t stream) {
    return translated([&] { return tauroa::count_label(thrust::cuda::par.on(stream), label, count, which); });
}

}  // namespace tauroa::cuda
