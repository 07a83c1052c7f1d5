// Proof, not samples, of the errors that kernels/elementary.hpp and host/interval.hpp state, with u = 2^-53:
//     exp        relative 3 u, and 1.5 ulp, where it is a normal number
//     sin, cos   absolute 2 u for |x| <= 1e6, and so never above 1
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
constexpr int pieces = 4096;
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

// ---- sin, cos: x = k pi + s, r = s up to |r - s|, sin x = (-1)^k sin s

// x - k pi_high is exact. k = 0: it is x. Else |x| >= 1 is a multiple of 2^-52, as k pi_high is, and so is their
// difference, which is below 2 and so a double.
TEST(SinCos, FirstStepOfTheReductionIsExact) {
    EXPECT_EQ(std::fmod(pi_high, 0x1p-51), 0.0);
    EXPECT_LT(reduced_radius(precise::pi(), inverse_pi, tauroa::sincos_proven), 1.6);
    EXPECT_LT(inverse_pi, 0.5);  // |x| < 1 is given k = 0
}

/// |computed - exact| of sin and cos, in u, for |x| <= largest.
class sincos_errors {
  public:
    explicit sincos_errors(double largest)
        : radius_(reduced_radius(precise::pi(), inverse_pi, largest)),
          largest_k_(std::floor((largest * precise(inverse_pi) + 0.5).high())) {
        const auto polynomials = sincos_polynomials(power_series::variable());
        const auto odd = [](int i) { return i % 2 == 0 ? 0.0 : (i % 4 == 1 ? 1.0 : -1.0); };
        const approximation_error of_sine(polynomials.sine, taylor(odd), radius_ + 1e-9),
            of_cosine(polynomials.cosine, taylor([&](int i) { return odd(i + 1); }), radius_ + 1e-9);
        for_each_piece(radius_, [&](double low, double high) {
            const precise s(low, high), reduction = reduction_error(s), r = s + reduction;
            const auto at = sincos_polynomials(running_error(r));
            // sin r - sin s = cos(something between) (r - s)
            sine_ = std::max(sine_, in_u(at.sine.error() + of_sine.over(r.low(), r.high()) +
                                         abs(cos(r)) * abs(reduction)));
            cosine_ = std::max(cosine_, in_u(at.cosine.error() + of_cosine.over(r.low(), r.high()) +
                                             abs(sin(r)) * abs(reduction)));
        });
    }
    [[nodiscard]] double sine() const { return sine_; }
    [[nodiscard]] double cosine() const { return cosine_; }

  private:
    static double in_u(const precise& error) { return error.magnitude() / u; }

    /// r - s: what the second step of the reduction does to the exact x - k pi_high = s + k (pi - pi_high).
    [[nodiscard]] precise reduction_error(const precise& s) const {
        const precise k(-largest_k_, largest_k_), left_out = k * (precise::pi() - pi_high - pi_low);
        const running_error r =
            fma(running_error(k), running_error(-pi_low), running_error(s + k * (precise::pi() - pi_high)));
        return precise::around_zero(r.error() + left_out);
    }

    double radius_, largest_k_;
    double sine_ = 0.0, cosine_ = 0.0;
};

// Less than 2 u from a number that is at most 1 there is no double above 1.
TEST(SinCos, ErrorIsProven) {
    for (const double largest : {precise::pi().high(), tauroa::sincos_proven}) {
        const sincos_errors worst(largest);
        RecordProperty("sine_in_u_to_" + std::to_string(largest), std::to_string(worst.sine()));
        RecordProperty("cosine_in_u_to_" + std::to_string(largest), std::to_string(worst.cosine()));
        EXPECT_LT(worst.sine(), 2.0) << "|x| <= " << largest;
        EXPECT_LT(worst.cosine(), 2.0) << "|x| <= " << largest;
    }
    EXPECT_EQ(tauroa::sincos_absolute_error, 2.0 * u);
}

}  // namespace
