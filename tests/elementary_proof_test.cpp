// Proof, not samples, of the errors that kernels/elementary.hpp and host/interval.hpp state, with u = 2^-53:
//     exp        relative 3 u, and 1.5 ulp, where it is a normal number
//     sin, cos   absolute 2.5 u for |x| <= pi, 3 u for |x| <= 8
// for every double there. The error has three parts, each bounded by evaluating the kernels' own source for a scalar
// type that does so:
//     reduction      k is the integer nearest to x / ln 2, x / pi, up to the rounding of that constant: so |r| has a bound
//     rounding       running_error, piece by piece of r
//     approximation  the polynomials' power series less those of exp, sin and cos, piece by piece of r

#include <gtest/gtest.h>

#include <array>
#include <functional>
#include <limits>
#include <string>

#include "host/interval.hpp"
#include "kernels/elementary.hpp"
#include "tests/power_series.hpp"
#include "tests/running_error.hpp"

namespace {

using namespace tauroa::elementary;

constexpr double u = 0x1p-53;
constexpr int pieces = 2048;
constexpr int order = 40;  ///< of the Taylor polynomials

/// Calls f(low, high) for the pieces of [-radius, radius].
template <class F>
void for_each_piece(double radius, F f) {
    for (int i = -pieces; i < pieces; ++i)
        f(radius * static_cast<double>(i) / pieces, radius * static_cast<double>(i + 1) / pieces);
}

/// sum_i of(i) x^i / i!, i <= order.
power_series taylor(const std::function<double(int)>& of) {
    std::vector<precise> coefficients;
    precise factorial(1.0);
    for (int i = 0; i <= order; ++i) {
        if (i > 0) factorial = factorial * static_cast<double>(i);
        coefficients.push_back(precise(of(i)) / factorial);
    }
    return power_series(coefficients);
}

/// What the Taylor polynomials leave out: |x|^(order + 1) / (order + 1)! times the largest derivative, below 8 for
/// |x| <= 2.
precise remainder_of_taylor(double radius) {
    precise term(8.0);
    for (int i = 1; i <= order + 1; ++i) term = term * radius / static_cast<double>(i);
    return precise::around_zero(term);
}

/// A polynomial less the function that it stands for, on [-radius, radius].
class approximation_error {
  public:
    approximation_error(const power_series& polynomial, const power_series& function, double radius)
        : difference_(polynomial - function), remainder_(remainder_of_taylor(radius)) {}
    [[nodiscard]] precise over(double low, double high) const {
        return abs(difference_.over(low, high) + remainder_);
    }

  private:
    power_series difference_;
    precise remainder_;
};

/// The largest |x - k unit| of |x| <= largest, k = nearest(x scale): |x scale - k| <= 1/2 for the fma that gives k is
/// rounded to an integer, and so |x - k unit| <= unit (1/2 + |x| |1 / unit - scale|).
double reduced_radius(const precise& unit, double scale, double largest) {
    return (unit * (0.5 + largest * abs(1.0 / unit - scale))).high();
}

// ---- exp: x = k ln 2 + s, r = s up to reduction_error, e^x = 2^k e^s

constexpr double highest = 709.782712893384;  ///< exp overflows above
const double exp_radius = reduced_radius(precise::ln2(), log2_e, highest);
constexpr int lowest_k = -1022, highest_k = 1024;

/// |r - s| for |s| <= radius and this k.
precise reduction_error(int k, double radius) {
    const precise x = static_cast<double>(k) * precise::ln2() + precise::around_zero(radius);
    const running_error r = exp_reduced(running_error(x), running_error(k));
    return r.error() + std::abs(k) * abs(precise::ln2() - ln2_high - ln2_low);
}

/// |r - s| for every k, by |s| <= exp_radius / 2^i.
class reduction_errors {
  public:
    reduction_errors() {
        for (std::size_t i = 0; i < worst_.size(); ++i)
            for (int k = lowest_k; k <= highest_k; ++k)
                worst_[i] = std::max(worst_[i], reduction_error(k, radius_of(i)).magnitude());
    }
    [[nodiscard]] double over(double low, double high) const {
        const double largest = std::max(std::abs(low), std::abs(high));
        std::size_t i = 0;
        while (i + 1 < worst_.size() && largest <= radius_of(i + 1)) ++i;
        return worst_[i];
    }

  private:
    static double radius_of(std::size_t i) { return std::ldexp(exp_radius, -static_cast<int>(i)); }
    std::array<double, 8> worst_{};
};

TEST(Exp, EveryKIsLookedAtAndScalesExactly) {
    EXPECT_GT(exp_lowest * log2_e, lowest_k - 0.49);
    EXPECT_LT(highest * log2_e, highest_k + 0.49);
    // the result is a normal number, whatever is lost: 2^k does not round
    EXPECT_GT((exp(precise(exp_lowest)) * (1.0 - 1e-10)).low(), 0x1p-1022);
    EXPECT_TRUE((exp(precise(highest)) * (1.0 + 1e-15)).within(0.0, std::numeric_limits<double>::max()));
}

struct exp_errors {
    double relative = 0.0;  ///< in u
    double ulps = 0.0;      ///< of the exact result
};

exp_errors worst_exp_errors() {
    const auto one = [](int) { return 1.0; };
    const approximation_error approximation(exp_polynomial(power_series::variable()), taylor(one),
                                            exp_radius + 1e-9);
    const reduction_errors reductions;
    exp_errors worst;
    for_each_piece(exp_radius, [&](double low, double high) {
        const precise s(low, high), reduction = precise::around_zero(reductions.over(low, high)),
                                    r = s + reduction;
        const running_error y = exp_polynomial(running_error(r));
        const precise exact = exp(s);
        // e^r - e^s = e^(s + something between) (r - s)
        const precise error = y.error() + approximation.over(r.low(), r.high()) + exp(r) * abs(reduction);
        worst.relative = std::max(worst.relative, (error / exact.low()).magnitude() / u);
        worst.ulps = std::max(worst.ulps, error.magnitude() / (low >= 0.0 ? 2.0 * u : u));
    });
    return worst;
}

TEST(Exp, ErrorIsProven) {
    EXPECT_LT(exp_radius, 0.5);  // e^s lies in (1/2, 2): its ulp is u below 1, 2 u from 1 on
    const exp_errors worst = worst_exp_errors();
    RecordProperty("relative_in_u", std::to_string(worst.relative));
    RecordProperty("ulps", std::to_string(worst.ulps));
    EXPECT_LE(worst.relative * u, tauroa::exp_relative_error);
    EXPECT_LE(worst.ulps, 1.5);
}

// ---- sin, cos: x - k pi = r - k (pi - pi_high) = r - t, up to the rounding of t

/// |computed - exact| of sin and cos, in u, for k and all |r| <= radius.
class sincos_errors {
  public:
    explicit sincos_errors(double radius)
        : radius_(radius),
          polynomials_(sincos_reduced(power_series::variable(), power_series(0.0))),
          sine_(polynomials_.sine, taylor([](int i) { return i % 2 == 0 ? 0.0 : (i % 4 == 1 ? 1.0 : -1.0); }),
                radius),
          cosine_(polynomials_.cosine,
                  taylor([](int i) { return i % 2 == 1 ? 0.0 : (i % 4 == 0 ? 1.0 : -1.0); }), radius) {}

    [[nodiscard]] std::array<double, 2> worst(int k) const {
        const double t = k * pi_low;  // rounded, as the kernel does
        const precise of_t = abs(t - static_cast<double>(k) * (precise::pi() - pi_high));
        const precise first_order = precise(t) * t;  // |sin r - t cos r - sin(r - t)| <= t^2 / 2
        std::array<double, 2> worst{};
        for_each_piece(radius_, [&](double low, double high) {
            const auto at = sincos_reduced(running_error(precise(low, high)), running_error(t));
            const precise of_sine = sine_.over(low, high), of_cosine = cosine_.over(low, high);
            const precise sine = at.sine.error() + of_sine + std::abs(t) * of_cosine + of_t + first_order;
            const precise cosine = at.cosine.error() + of_cosine + std::abs(t) * of_sine + of_t + first_order;
            worst = {std::max(worst[0], sine.magnitude() / u), std::max(worst[1], cosine.magnitude() / u)};
        });
        return worst;
    }

  private:
    double radius_;
    tauroa::sine_cosine<power_series> polynomials_;
    approximation_error sine_, cosine_;
};

/// Of all |x| <= largest. For -k and -r the same bits come out, but for the sign of sin.
std::array<double, 2> worst_sincos_errors(double largest) {
    const double k_bound = (largest * precise(inverse_pi) + 0.5).high();
    const sincos_errors errors(reduced_radius(precise::pi(), inverse_pi, largest) + k_bound * 2.0 * pi_low);
    std::array<double, 2> worst{};
    for (int k = 0; k <= static_cast<int>(k_bound); ++k) {
        const auto of_k = errors.worst(k);
        worst = {std::max(worst[0], of_k[0]), std::max(worst[1], of_k[1])};
    }
    return worst;
}

// r is exact. k = 0: r = x. Else |x| >= 1 is a multiple of 2^-52, as k pi_high is, and so is their difference, which is
// below 2 and so a double.
TEST(SinCos, ReductionIsExact) {
    EXPECT_EQ(std::fmod(pi_high, 0x1p-51), 0.0);
    EXPECT_LT(reduced_radius(precise::pi(), inverse_pi, tauroa::sincos_proven), 1.6);
    EXPECT_LT(inverse_pi, 0.5);  // |x| < 1 is given k = 0
}

TEST(SinCos, ErrorIsProven) {
    for (const auto& [largest, bound] :
         {std::pair{precise::pi().high(), 2.5 * u}, {tauroa::sincos_proven, tauroa::sincos_absolute_error}}) {
        const auto [sine, cosine] = worst_sincos_errors(largest);
        RecordProperty("sine_in_u_to_" + std::to_string(largest), std::to_string(sine));
        RecordProperty("cosine_in_u_to_" + std::to_string(largest), std::to_string(cosine));
        EXPECT_LE(sine * u, bound) << "|x| <= " << largest;
        EXPECT_LE(cosine * u, bound) << "|x| <= " << largest;
    }
}

// Why not 2 u: sin rounds up to 1 + 2 u where it is less than 1.
TEST(SinCos, SineCanBeAboveOne) {
    constexpr double x = 0x1.921fb52740e39p+0;
    EXPECT_EQ(tauroa::sin(x), 1.0 + 2.0 * u);
    EXPECT_GT((tauroa::sin(x) - sin(precise(x))).low(), 2.2 * u);
}

}  // namespace
