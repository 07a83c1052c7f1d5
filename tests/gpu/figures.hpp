#pragma once

// Made by figures.py from what tauroa computes; do not edit. tests/gpu_figures_test.py compares the two.

#include <array>
#include <vector>

#include "kernels/problem.hpp"

/// A point of arrival, and at which of the figure's tau it attracts.
struct arrival {
    std::int16_t label;
    std::array<double, 2> at;
    std::array<bool, 4> attracts;
};

/// A figure of the paper: x1 across and x2 up, both from low to high.
struct figure {
    const char* name;
    const char* game;
    double gamma, tolerance, low, high;
    std::uint32_t steps;
    std::array<double, 4> tau;
    std::vector<arrival> arrivals;
};

/// Their update: alternating.
inline std::vector<figure> figures() {
    // clang-format off
    return {
        {"fig7b", "polynomial", 0.001, 0.001, -0x1.e000000000000p+3, 0x1.e000000000000p+3, 75001,
         {1.0, 2.0, 5.0, 20.0},
         {
          {1, {-0x1.60f39e2c3825bp+3, -0x1.60f39e2c3825bp+3}, {true, true, true, true}},
          {4, {-0x1.9f24b0936ee79p+0, -0x1.9f24b0936ee79p+0}, {true, true, true, true}},
          {8, {0x1.2a2d8993fb57fp+3, 0x1.2a2d8993fb57fp+3}, {true, false, false, false}},
          {9, {0x1.524f2adc748d2p+3, -0x1.1e74a5b7d14e7p+3}, {true, true, true, true}},
         }},
        {"fig8b", "torus", 0.04, 0.0001, -0x1.921fb54442d18p+1, 0x1.921fb54442d18p+1, 20001,
         {1.0, 2.0, 5.0, 10.0},
         {
          {1, {0x0.0p+0, 0x0.0p+0}, {true, true, true, true}},
          {4, {0x1.921fb54442d18p+1, 0x1.2eb0609ff3dd2p-82}, {true, false, false, false}},
          {5, {0x1.921fb54442d18p+1, 0x1.921fb54442d18p+1}, {false, true, true, true}},
         }},
    };
    // clang-format on
}
