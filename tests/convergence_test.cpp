// The measured rate on sequences of known rate.

#include "host/convergence.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace {

using tauroa::measured_rate;

/// distance(k) at k = 0, every, 2 every, ... below `steps`.
double rate_of(auto distance, std::uint64_t steps, std::uint64_t every = 1, double scale = 1.0) {
    std::vector<std::uint64_t> step;
    std::vector<double> at;
    for (std::uint64_t k = 0; k < steps; k += every) {
        step.push_back(k);
        at.push_back(distance(static_cast<double>(k)));
    }
    return measured_rate(step, at, scale);
}

TEST(Convergence, IsTheRateOfAGeometricSequence) {
    const auto geometric = [](double k) { return 3.0 * std::pow(0.99, k); };
    EXPECT_NEAR(rate_of(geometric, 3000), 0.99, 1e-13);
    EXPECT_NEAR(rate_of(geometric, 3000, 17), 0.99, 1e-13);
}

TEST(Convergence, EvensOutAnOscillation) {
    const auto spiral = [](double k) { return std::pow(0.999, k) * (1.0 + 0.9 * std::sin(0.1 * k)); };
    EXPECT_NEAR(rate_of(spiral, 30000), 0.999, 1e-6);
}

TEST(Convergence, LeavesOutTheWayToTheLinearRegime) {
    const auto late = [](double k) { return k < 5000.0 ? 1.0 : std::pow(0.99, k - 5000.0); };
    EXPECT_NEAR(rate_of(late, 9000), 0.99, 1e-12);
}

TEST(Convergence, LeavesOutAnEarlierVisit) {
    const auto visit = [](double k) {
        return k > 1000.0 && k < 2000.0 ? 1e-6 * std::pow(1.001, k)
                                        : std::pow(0.99, std::max(k - 3000.0, 0.0));
    };
    EXPECT_NEAR(rate_of(visit, 9000), 0.99, 1e-12);
}

TEST(Convergence, EndsWhereRoundingBegins) {
    const auto rounded = [](double k) { return std::max(std::pow(0.99, k), 1e-11); };
    EXPECT_NEAR(rate_of(rounded, 20000), 0.99, 1e-12);
    const auto coarse = [](double k) { return std::max(std::pow(0.99, k), 1e-7); };
    EXPECT_NEAR(rate_of(coarse, 20000, 1, 1.1e5), 0.99, 1e-12);
}

TEST(Convergence, IsNaNWhereThereIsTooLittleToTell) {
    const auto geometric = [](double k) { return std::pow(0.99, k); };
    EXPECT_TRUE(std::isnan(rate_of(geometric, 500)));  // never below 1e-3
    EXPECT_TRUE(std::isnan(rate_of(geometric, 800)));  // below it, by less than a factor of 10
    EXPECT_FALSE(std::isnan(rate_of(geometric, 1000)));
    EXPECT_TRUE(std::isnan(rate_of(geometric, 5000, 300)));  // too few states
    EXPECT_TRUE(std::isnan(rate_of([](double) { return 0.0; }, 100)));
    EXPECT_TRUE(std::isnan(rate_of([](double k) { return k == 0.0 ? 1.0 : 1e-6; }, 100)));
}

}  // namespace
