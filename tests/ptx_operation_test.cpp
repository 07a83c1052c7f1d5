// Single PTX instructions as the machinery in tests/ptx computes them, on awkward operands, against what C++ says of them.
// TAUROA_PTX_LIBRARY: tests/ptx/probes.cu, translated.

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <vector>

#include "tests/ptx/probes.hpp"

namespace {

using namespace ptx;

/// Bits, all NaN counting as one.
std::uint64_t bits(double x) { return std::isnan(x) ? ~std::uint64_t{0} : std::bit_cast<std::uint64_t>(x); }

std::vector<double> awkward_numbers() {
    using limits = std::numeric_limits<double>;
    return {0.0,
            -0.0,
            1.0,
            -1.0,
            0.5,
            2.5,
            -3.5,
            1e-310,
            1e308,
            -7e18,
            3000.75,
            1e10,
            -2e9,
            0x1.921fp1,
            limits::min(),
            limits::infinity(),
            2e16,
            1e-8,
            -1e-300,
            1e300,
            1.0e19,
            limits::max(),
            4294967295.0,
            -limits::infinity(),
            0.1,
            1e7,
            limits::quiet_NaN()};
}

/// cvt's own rule: towards zero or nearest, ends of the range beyond it; NaN: `of_nan`.
template <class I>
double converted(double x, I of_nan) {
    if (std::isnan(x)) return static_cast<double>(of_nan);
    if (x >= std::ldexp(1.0, std::numeric_limits<I>::digits))
        return static_cast<double>(std::numeric_limits<I>::max());
    if (x < static_cast<double>(std::numeric_limits<I>::min()))
        return static_cast<double>(std::numeric_limits<I>::min());
    return static_cast<double>(static_cast<I>(x));
}

/// fmin and fmax as IEEE 754-2019's minimumNumber: -0 below 0.
double least(double a, double b) { return a == b ? (std::signbit(a) ? a : b) : std::fmin(a, b); }

std::vector<double> float_results(double x, double y, double z) {
    const auto narrow = static_cast<float>(x);
    const float square = narrow * narrow;
    return {x + y,
            x - y,
            x * y,
            x / y,
            std::fma(x, y, z),
            std::sqrt(x),
            1 / x,
            std::fabs(x),
            -x,
            least(x, y),
            -least(-x, -y),
            std::copysign(x, y),
            std::floor(x),
            std::ceil(x),
            std::trunc(x),
            std::nearbyint(x),
            static_cast<double>(square + narrow),
            converted<std::int32_t>(x, std::numeric_limits<std::int32_t>::min()),
            converted<std::int64_t>(std::nearbyint(x), std::numeric_limits<std::int64_t>::min()),
            converted<std::uint32_t>(x, 0x80000000U),
            converted<std::int32_t>(static_cast<double>(narrow), 0),
            x < y ? 1.0 : 0.0,
            x <= y ? 1.0 : 0.0,
            x == y ? 1.0 : 0.0,
            x != y ? 1.0 : 0.0};
}

TEST(Operation, FloatOperationsAreTheHosts) {
    const auto numbers = awkward_numbers();
    std::vector<double> a, b, c;
    for (std::size_t i = 0; i < numbers.size(); ++i)
        for (std::size_t j = 0; j < numbers.size(); ++j) {
            a.push_back(numbers[i]);
            b.push_back(numbers[j]);
            c.push_back(numbers[(i + 3 * j) % numbers.size()]);
        }
    const auto n = static_cast<unsigned>(a.size());
    std::vector<double> to(float_results(0, 0, 0).size() * n);
    memory buffers;
    buffers.lend("to", to);
    for (const auto* in : {&a, &b, &c}) buffers.lend("in", *in);
    launch_probe("float_operations(", row(n / 96 + 1, 96), buffers, to.data(), a.data(), b.data(), c.data(),
                 n);
    for (unsigned i = 0; i < n; ++i) {
        const auto expected = float_results(a[i], b[i], c[i]);
        for (std::size_t k = 0; k < expected.size(); ++k)
            EXPECT_EQ(bits(to[k * n + i]), bits(expected[k]))
                << "result " << k << " of " << a[i] << ", " << b[i] << ", " << c[i];
    }
}

/// `length` bits of x from bit `first` on, as a number with the sign of I; both below 64.
template <class I>
std::uint64_t field(I x, std::uint32_t first, std::uint32_t length) {
    __extension__ using wide = __int128;
    if (length == 0) return 0;
    const wide from_first = static_cast<wide>(x) >> first;
    if (!std::is_signed_v<I>) return static_cast<std::uint64_t>(from_first & ((wide{1} << length) - 1));
    __extension__ using unsigned_wide = unsigned __int128;
    const wide cut = static_cast<wide>(static_cast<unsigned_wide>(from_first) << (128 - length));
    return static_cast<std::make_unsigned_t<I>>(cut >> (128 - length));
}

std::vector<std::uint64_t> integer_results(std::uint64_t x, std::uint64_t y) {
    __extension__ using wide = __int128;
    __extension__ using unsigned_wide = unsigned __int128;
    const auto sx = static_cast<std::int64_t>(x), sy = static_cast<std::int64_t>(y);
    const auto u = static_cast<std::uint32_t>(x), v = static_cast<std::uint32_t>(y);
    const auto su = static_cast<std::int32_t>(u), sv = static_cast<std::int32_t>(v);
    constexpr std::int32_t lowest = std::numeric_limits<std::int32_t>::min();  // its own magnitude
    const std::uint32_t first = v % 40, length = (v >> 8U) % 40;
    const std::uint64_t place = ((std::uint64_t{1} << length) - 1) << first;
    std::uint32_t backwards = 0;
    for (unsigned i = 0; i < 32; ++i) backwards |= (u >> i & 1U) << (31 - i);
    const std::uint32_t sign_of_byte = (u >> 15U & 1U) != 0 ? 0xff000000U : 0U, c = first * 0x01010101U;
    const auto shifted = static_cast<std::uint32_t>(std::uint64_t{u} << first);
    return {x * y + 7,
            static_cast<std::uint64_t>(static_cast<unsigned_wide>(x) * y >> 64U),
            static_cast<std::uint64_t>(static_cast<wide>(sx) * sy >> 64U),
            x / y,
            x % y,
            static_cast<std::uint64_t>(sx / sy),
            static_cast<std::uint64_t>(sx % sy),
            static_cast<std::uint64_t>(static_cast<std::int64_t>(su) * sv),
            static_cast<std::uint64_t>(std::min(sx, sy)),
            std::max(u, v),
            static_cast<std::uint64_t>(std::popcount(x)),
            static_cast<std::uint64_t>(std::countl_zero(x >> (y & 63U))),
            backwards,
            std::rotl(std::uint64_t{v} << 32U | u, static_cast<int>(u & 31U)) >> 32U,
            sign_of_byte | (u >> 24U) << 16U | (v >> 24U) << 8U | (v >> 8U & 0xffU),
            field(su, first, length),
            field(x, first, length),
            static_cast<std::uint32_t>((v & ~place) | ((std::uint64_t{u} << first) & place)),
            shifted ^ static_cast<std::uint32_t>(std::int64_t{su} >> first),
            (u & v) | (~u & c),
            static_cast<std::uint64_t>(su == lowest ? lowest
                                       : su < 0     ? -su
                                                    : su),
            0U - x,
            ~x,
            static_cast<std::uint32_t>((std::uint64_t{v} << 32U | u) >> std::min(v & 63U, 32U))};
}

TEST(Operation, IntegerOperationsAreTheHosts) {
    std::mt19937_64 random(1);
    std::vector<std::uint64_t> a{0, 1, ~0ULL, 1ULL << 63U, 0x80000000U}, b{1, ~0ULL, 3, 40, 0x7fffffffU};
    for (int i = 0; i < 500; ++i) {
        a.push_back(random() >> (random() % 64));
        b.push_back((random() >> (random() % 64)) | 1U);
    }
    const auto n = static_cast<unsigned>(a.size());
    std::vector<std::uint64_t> to(integer_results(1, 1).size() * n);
    memory buffers;
    buffers.lend("to", to);
    for (const auto* in : {&a, &b}) buffers.lend("in", *in);
    launch_probe("integer_operations(", row(n / 64 + 1, 64), buffers, to.data(), a.data(), b.data(), n);
    for (unsigned i = 0; i < n; ++i) {
        const auto expected = integer_results(a[i], b[i]);
        for (std::size_t k = 0; k < expected.size(); ++k)
            EXPECT_EQ(to[k * n + i], expected[k]) << "result " << k << " of " << a[i] << ", " << b[i];
    }
}

/// The truths as bits, the first highest.
std::uint32_t as_bits(std::initializer_list<bool> truths) {
    std::uint32_t all = 0;
    for (const bool truth : truths) all = 2 * all + (truth ? 1 : 0);
    return all;
}

/// What a kernel makes of every pair of these values.
template <class T>
std::vector<std::uint32_t> compared(const std::string& kernel, const std::vector<T>& values) {
    std::vector<T> a, b;
    for (const T x : values)
        for (const T y : values) {
            a.push_back(x);
            b.push_back(y);
        }
    std::vector<std::uint32_t> to(a.size());
    memory buffers;
    buffers.lend("to", to);
    for (const auto* in : {&a, &b}) buffers.lend("in", *in);
    const auto n = static_cast<unsigned>(to.size());
    launch_probe(kernel, row(n / 32 + 1, 32), buffers, to.data(), a.data(), b.data(), n);
    return to;
}

TEST(Operation, FloatComparisonsKnowNaN) {
    const auto values = awkward_numbers();
    const auto to = compared("float_comparisons(", values);
    for (std::size_t i = 0; i < to.size(); ++i) {
        const double x = values[i / values.size()], y = values[i % values.size()];
        const bool nan = std::isnan(x) || std::isnan(y);
        EXPECT_EQ(to[i], as_bits({x == y, !nan && x != y, x<y, x <= y, x> y, x >= y, nan || x == y, x != y,
                                  nan || x < y, nan || x <= y, nan || x > y, nan || x >= y, !nan, nan}))
            << x << ", " << y;
    }
}

TEST(Operation, IntegerComparisonsKnowSigns) {
    const std::vector<std::int32_t> values{
        0, 1, -1, 7, -8, std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max()};
    const auto to = compared("integer_comparisons(", values);
    for (std::size_t i = 0; i < to.size(); ++i) {
        const std::int32_t x = values[i / values.size()], y = values[i % values.size()];
        const auto u = static_cast<std::uint32_t>(x), v = static_cast<std::uint32_t>(y);
        EXPECT_EQ(to[i], as_bits({x == y, x != y, x<y, x <= y, x> y, x >= y, u<v, u <= v, u> v, u >= v,
                                  u<v, u <= v, u> v, u >= v}))
            << x << ", " << y;
    }
}

TEST(Operation, AtomicsLeaveTheirResultAndReturnWhatWasThere) {
    const std::vector<unsigned> initial{10, 20, 10, 14, 9, 5, 3, 10, 12, 0, 1};
    const std::vector<unsigned> wanted{22, 12, 12, 12, 13, 9, 12, 12, 0, 12, 13};
    std::vector<unsigned> place = initial, before(initial.size());
    std::vector<double> sum{0.25};
    memory buffers;
    buffers.lend("place", place);
    buffers.lend("before", before);
    buffers.lend("sum", sum);
    launch_probe("atomic_operations(", row(1, 1), buffers, place.data(), before.data(), sum.data(), 12U);
    EXPECT_EQ(place, wanted);
    EXPECT_EQ(std::vector(before.begin(), before.end() - 1), std::vector(initial.begin(), initial.end() - 1));
    EXPECT_EQ(sum[0], 0.75);
}

}  // namespace
