#include "kernels/instruction_sets.hpp"

#include <cstdlib>

#include "kernels/error.hpp"

namespace tauroa {

std::vector<instruction_set> instruction_sets() {
    std::vector<instruction_set> sets{{"scalar", scalar_lanes(), true}};
#if defined(__x86_64__)
    const bool has_avx2 = __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0;
    const bool has_avx512 = __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512dq") != 0;
    sets.push_back({"avx2", avx2_lanes(), has_avx2});
    sets.push_back({"avx512", avx512_lanes(), has_avx512});
#elif defined(__aarch64__)
    sets.push_back({"neon", neon_lanes(), true});
#endif
    return sets;
}

namespace {

instruction_set named(const std::string& name) {
    std::string known;
    for (const instruction_set& set : instruction_sets()) {
        if (name == set.name && set.supported) return set;
        if (set.supported) known += known.empty() ? set.name : std::string(", ") + set.name;
    }
    throw user_error("TAUROA_INSTRUCTION_SET=" + name + ": this processor and build have " + known);
}

}  // namespace

instruction_set chosen_instruction_set() {
    const char* forced =
        std::getenv("TAUROA_INSTRUCTION_SET");  // NOLINT(concurrency-mt-unsafe): nobody sets it
    if (forced != nullptr && *forced != '\0') return named(forced);
    instruction_set best{};
    for (const instruction_set& set : instruction_sets())
        if (set.supported) best = set;
    return best;
}

}  // namespace tauroa
