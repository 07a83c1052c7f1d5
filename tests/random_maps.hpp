#pragma once

// Random windows, and whole maps of one tau computed by the program, for tests that compare maps.

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <random>

#include "host/sweep.hpp"

namespace tauroa::random_maps {

/// How many requests to draw: TAUROA_REQUESTS of the environment, which a build with sanitizers makes small, or 60.
inline int random_requests() {
    const char* asked = std::getenv("TAUROA_REQUESTS");  // NOLINT(concurrency-mt-unsafe): nobody sets it
    return asked != nullptr ? std::atoi(asked) : 60;
}

inline double between(std::mt19937_64& random, double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(random);
}

/// By its logarithm.
inline double log_between(std::mt19937_64& random, double low, double high) {
    return std::exp(between(random, std::log(low), std::log(high)));
}

/// Two of the variables, at random, span columns x rows starts between ends drawn from the game's window, made `wide` times
/// as wide; every other variable is fixed there.
inline void draw_slice(map_request& request, const game_info& info, std::mt19937_64& random, double wide,
                       std::uint64_t columns, std::uint64_t rows) {
    std::vector<axis> all;
    for (const variable& v : info.variables) {
        const double a = between(random, wide * v.low, wide * v.high);
        const double b = between(random, wide * v.low, wide * v.high);
        all.push_back({v.name, std::min(a, b), std::max(a, b), all.empty() ? columns : rows});
    }
    if (all.size() > 2) std::shuffle(all.begin(), all.end(), random);
    for (; all.size() > 2; all.pop_back()) request.fixed.emplace_back(all.back().name, all.back().low);
    all[0].count = columns, all[1].count = rows;
    request.axes = all;
}

struct cells {
    std::vector<std::int16_t> label;
    std::vector<std::uint32_t> iterations;
};

/// The map of a plan with one tau and not more than one tile.
inline cells computed(const sweep_plan& plan, int threads) {
    progress done;
    cells all;
    const auto with = make_backend("cpu", threads);
    run_sweep(plan, *with, done, [&](const tile& t) { all = {t.label, t.iterations}; });
    return all;
}

}  // namespace tauroa::random_maps
