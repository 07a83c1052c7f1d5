// Kernels of known result, for the tests of the machinery that runs PTX.

#include "tests/ptx/probe_cooperation.cuh"
#include "tests/ptx/probe_mistakes.cuh"
#include "tests/ptx/probe_operations.cuh"

/// Launches the templates, is never called: that makes nvcc compile them.
void compile_all_probes() {
    using namespace probe;
    block_sum<true><<<1, 1>>>(nullptr, nullptr), block_sum<false><<<1, 1>>>(nullptr, nullptr);
    guarded<true><<<1, 1>>>(nullptr, 0), guarded<false><<<1, 1>>>(nullptr, 0);
    aligned<true><<<1, 1>>>(nullptr), aligned<false><<<1, 1>>>(nullptr);
    written<true><<<1, 1>>>(nullptr, nullptr), written<false><<<1, 1>>>(nullptr, nullptr);
    met_by_all<true><<<1, 1>>>(nullptr), met_by_all<false><<<1, 1>>>(nullptr);
    left_by_some<true><<<1, 1>>>(nullptr), left_by_some<false><<<1, 1>>>(nullptr);
    masked<true><<<1, 1>>>(nullptr), masked<false><<<1, 1>>>(nullptr);
    lanes_that_come<true><<<1, 1>>>(nullptr), lanes_that_come<false><<<1, 1>>>(nullptr);
    trapped<true><<<1, 1>>>(nullptr), trapped<false><<<1, 1>>>(nullptr);
    lanes_read<true><<<1, 1>>>(nullptr), lanes_read<false><<<1, 1>>>(nullptr);
}
