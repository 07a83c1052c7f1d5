// Measured onsets of linear maps whose spectral radius is known at every tau: in 1 to 4 variables, far from normal, on
// circles, with windows that open and close; and the brackets where the steps do not suffice.

#include "host/onset.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <unsupported/Eigen/MatrixFunctions>

namespace {

using namespace tauroa;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// Player 1 has all n variables, each with this period (0: none).
game_info info_of(int n, double period) {
    game_info info{0, "linear", "", false, n, 0, {}, {}};
    info.variables.assign(static_cast<std::size_t>(n), variable{"x", -2.0, 2.0, period});
    return info;
}

class linear_game final : public game_model {
  public:
    explicit linear_game(const game_info& info) : game_model(info, {}) {}
    [[nodiscard]] VectorXd gradient(const VectorXd&) const override { throw std::logic_error("not needed"); }
    [[nodiscard]] MatrixXd jacobian(const VectorXd&) const override { throw std::logic_error("not needed"); }
};

/// Log of the spectral radius, by tau: below 0 for tau in (1, 4) and above 16.
double log_radius(double tau) { return 1e-4 * std::log(tau) * std::log(tau / 4.0) * -std::log(tau / 16.0); }

/// x -> center + M (x - center): a turn and a shrinking, then sheared, so that M is not normal and M^k grows to about
/// `shear` before it shrinks.
class linear_backend final : public backend {
  public:
    linear_backend(VectorXd center, double shear, double period)
        : center_(std::move(center)), shear_(shear), period_(period) {}
    [[nodiscard]] std::string name() const override { return "linear"; }
    [[nodiscard]] std::string device() const override { return "test"; }
    [[nodiscard]] int threads() const override { return 1; }

    void run(const problem& p, const start_block& starts, const results& to, progress&) override {
        const auto n = static_cast<Eigen::Index>(starts.variables);
        const MatrixXd power = step_at(p.tau).pow(static_cast<double>(p.steps));
        for (std::uint64_t i = 0; i < starts.count; ++i) {
            VectorXd x = Eigen::Map<const VectorXd>(starts.base, n);
            x(starts.across) = starts.across_at[i % starts.columns];
            if (starts.up >= 0) x(starts.up) = starts.up_at[i / starts.columns];
            longest_ = std::max(longest_, p.steps);
            x = center_ + power * (x - center_);
            if (period_ > 0.0) x = x.unaryExpr([&](double a) { return std::remainder(a, period_); });
            Eigen::Map<VectorXd>(to.final_state + i * static_cast<std::uint64_t>(n), n) = x;
            to.label[i] = not_arrived;
        }
    }
    [[nodiscard]] std::uint32_t longest() const { return longest_; }

  private:
    [[nodiscard]] MatrixXd step_at(double tau) const {
        const Eigen::Index n = center_.size();
        MatrixXd turn = 0.3 * MatrixXd::Identity(n, n);  // all but the last one or two variables shrink fast
        const Eigen::Index last = n % 2 == 0 ? n - 2 : n - 1;
        if (n % 2 == 0) {
            const double angle = 0.37;
            turn.bottomRightCorner(2, 2) << std::cos(angle), -std::sin(angle), std::sin(angle),
                std::cos(angle);
        } else {
            turn(last, last) = -1.0;
        }
        turn.bottomRows(n - last) *= std::exp(log_radius(tau));
        VectorXd scales = VectorXd::Ones(n);
        scales(last) = shear_;
        return scales.asDiagonal() * turn * scales.cwiseInverse().asDiagonal();
    }
    VectorXd center_;
    double shear_, period_;
    std::uint32_t longest_ = 0;
};

const std::vector<double> scan{0.5, 0.8, 1.5, 3.0, 7.0, 12.0, 25.0};
constexpr std::uint32_t enough = 1U << 26U;

void expect_around(const std::optional<tau_bracket>& found, double edge, double width,
                   const std::string& about) {
    ASSERT_TRUE(found) << about;
    EXPECT_LT(found->low, edge) << about;
    EXPECT_GT(found->high, edge) << about;
    EXPECT_LE(found->high, found->low * (1.0 + width)) << about;
}

std::vector<capture_window> windows(int n, double shear, double period, std::uint32_t steps, double width) {
    const game_info info = info_of(n, period);
    const linear_game game(info);
    const VectorXd center = VectorXd::Constant(n, period > 0.0 ? 0.5 * period : 1.0);
    linear_backend with(center, shear, period);
    const auto found =
        capture_windows({&game, center, 1e-6, 0.1, update_order::simultaneous, steps}, scan, width, with);
    EXPECT_LE(with.longest(), steps);
    return found;
}

TEST(Onset, IsWhereTheSpectralRadiusCrossesOne) {
    for (const int n : {1, 2, 3, 4}) {
        for (const double shear : {1.0, 30.0}) {
            for (const double period : {0.0, 6.0}) {
                const std::string about =
                    std::to_string(n) + " variables, sheared by " + std::to_string(shear);
                const auto found = windows(n, n == 1 ? 1.0 : shear, period, enough, 1e-3);
                ASSERT_EQ(found.size(), 2U) << about;
                expect_around(found[0].opens, 1.0, 1e-3, about);
                expect_around(found[0].closes, 4.0, 1e-3, about);
                expect_around(found[1].opens, 16.0, 1e-3, about);
                EXPECT_FALSE(found[1].closes) << about;
            }
        }
    }
}

TEST(Onset, WithTooFewStepsIsAWiderBracketAroundTheSamePlace) {
    const auto found = windows(2, 3.0, 0.0, 200'000, 1e-6);
    ASSERT_EQ(found.size(), 2U);
    for (const auto& [bracket, edge] : {std::pair(found[0].opens, 1.0), std::pair(found[0].closes, 4.0)}) {
        expect_around(bracket, edge, 0.3, "few steps");
        EXPECT_GT(bracket->high, bracket->low * 1.001);
        // both ends are as near as the steps allow: there the neighbourhood halves or grows by 100 in that time
        EXPECT_LT(std::abs(log_radius(bracket->low)) * 200'000, 2.2 * std::log(300.0));
        EXPECT_LT(std::abs(log_radius(bracket->high)) * 200'000, 2.2 * std::log(300.0));
    }
}

TEST(Onset, OfWhatIsNotDecidedAtAllIsNone) { EXPECT_TRUE(windows(2, 1.0, 0.0, 100, 1e-3).empty()); }

TEST(Onset, EndsThatTheScanDoesNotReachAreLacking) {
    const game_info info = info_of(2, 0.0);
    const linear_game game(info);
    linear_backend with(VectorXd::Zero(2), 1.0, 0.0);
    const auto found = capture_windows(
        {&game, VectorXd::Zero(2), 1e-6, 0.1, update_order::simultaneous, enough}, {1.5, 3.0}, 1e-3, with);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_FALSE(found[0].opens);
    EXPECT_FALSE(found[0].closes);
}

}  // namespace
