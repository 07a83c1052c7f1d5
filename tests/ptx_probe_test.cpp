// The machinery that runs PTX (tests/ptx), on kernels whose results are known: it computes them, and it finds
// the mistakes in those that have one. TAUROA_PTX_LIBRARY: tests/ptx/probes.cu, translated.

#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <numeric>
#include <vector>

#include "tests/ptx/loaded.hpp"

namespace {

using namespace ptx;

constexpr unsigned some_seeds[]{1, 2, 3, 4, 5, 6, 7, 8};

launch_shape shape(unsigned blocks, unsigned threads, unsigned seed = 1) {
    return {{blocks, 1, 1}, {threads, 1, 1}, seed};
}

template <class... Arguments>
void launch(const std::string& name, const launch_shape& on, const memory& buffers,
            const Arguments&... arguments) {
    loaded().launch(loaded().find("probe::" + name), on, buffers, arguments...);
}

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

TEST(Probe, FloatOperationsAreTheHosts) {
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
    launch("float_operations(", shape(n / 96 + 1, 96), buffers, to.data(), a.data(), b.data(), c.data(), n);
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
            static_cast<std::uint64_t>(std::min(su, sv)),
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
            (u & v) | (~u & c)};
}

TEST(Probe, IntegerOperationsAreTheHosts) {
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
    launch("integer_operations(", shape(n / 64 + 1, 64), buffers, to.data(), a.data(), b.data(), n);
    for (unsigned i = 0; i < n; ++i) {
        const auto expected = integer_results(a[i], b[i]);
        for (std::size_t k = 0; k < expected.size(); ++k)
            EXPECT_EQ(to[k * n + i], expected[k]) << "result " << k << " of " << a[i] << ", " << b[i];
    }
}

/// The sums of `blocks` blocks of 128 numbers 1, 2, ...
std::vector<double> block_sums(const std::string& kernel, unsigned seed) {
    std::vector<double> value(3 * 128), sums(3);
    std::iota(value.begin(), value.end(), 1.0);
    memory buffers;
    buffers.lend("value", std::as_const(value));
    buffers.lend("sums", sums);
    launch("block_sum<" + kernel + ">", shape(3, 128, seed), buffers, sums.data(), value.data());
    return sums;
}

TEST(Probe, BlockSumsWithBarriers) {
    for (const unsigned seed : some_seeds)
        EXPECT_EQ(block_sums("true", seed), (std::vector<double>{8256.0, 24640.0, 41024.0})) << seed;
}

TEST(Probe, AMissingBarrierGivesWrongSumsForSomeOrder) {
    int wrong = 0;
    for (const unsigned seed : some_seeds)
        wrong += block_sums("false", seed) != block_sums("true", seed) ? 1 : 0;
    EXPECT_GT(wrong, 0);
}

TEST(Probe, LanesExchangeValues) {
    std::vector<int> value(192), scan(192), whole(192), eights(192), sum(192);
    for (int i = 0; i < 192; ++i) value[static_cast<std::size_t>(i)] = (7 * i) % 31 - 9;
    memory buffers;
    buffers.lend("value", std::as_const(value));
    for (auto* to : {&scan, &whole, &eights}) buffers.lend("to", *to);
    for (const unsigned seed : some_seeds) {
        launch("warp_scan(", shape(2, 96, seed), buffers, scan.data(), whole.data(), value.data());
        launch("shuffles_of_eight(", shape(2, 96, seed), buffers, eights.data(), value.data());
        for (std::size_t i = 0; i < 192; ++i) {
            sum[i] = value[i] + (i % 32 == 0 ? 0 : sum[i - 1]);
            EXPECT_EQ(scan[i], sum[i]) << i;
            EXPECT_EQ(whole[i], std::accumulate(&value[i / 32 * 32], &value[i / 32 * 32] + 32, 0)) << i;
            EXPECT_EQ(eights[i], 1000 * value[i / 8 * 8] + value[i % 8 < 6 ? i + 2 : i]) << i;
        }
    }
}

TEST(Probe, VotesOfWarpsAndBlocks) {
    for (const int step : {0, 1, 2}) {  // none odd, some, all
        std::vector<int> value(64);
        for (int i = 0; i < 64; ++i) value[static_cast<std::size_t>(i)] = step == 1 ? i * i / 3 : step / 2;
        std::vector<unsigned> to(64);
        memory buffers;
        buffers.lend("value", std::as_const(value));
        buffers.lend("to", to);
        launch("votes(", shape(1, 64), buffers, to.data(), value.data());
        const auto odd = [&](std::size_t i) { return static_cast<unsigned>(value[i] % 2); };
        unsigned count = 0, ballots[2] = {0, 0};
        for (std::size_t i = 0; i < 64; ++i) {
            count += odd(i);
            ballots[i / 32] |= odd(i) << i % 32;
        }
        const auto two = [](bool all, bool any) { return (all ? 2U : 0U) | (any ? 1U : 0U); };
        for (std::size_t i = 0; i < 64; ++i) {
            const unsigned ballot = ballots[i / 32], warp = two(ballot == ~0U, ballot != 0);
            EXPECT_EQ(to[i], ballot ^ (count << 8U | warp << 4U | two(count == 64, count > 0))) << i;
        }
    }
}

TEST(Probe, AtomicOperationsCount) {
    std::vector<int> value(257);
    std::iota(value.begin(), value.end(), 0);
    for (const unsigned seed : some_seeds) {
        std::vector<unsigned> counts(5);
        memory buffers;
        buffers.lend("value", std::as_const(value));
        buffers.lend("counts", counts);
        launch("histogram(", shape(6, 48, seed), buffers, counts.data(), value.data(), 257U);
        EXPECT_EQ(counts, (std::vector<unsigned>{52, 52, 51, 51, 51}));
    }
}

TEST(Probe, SharedMemorySizedAtLaunch) {
    std::vector<double> from(6 * 5), to(6 * 5);
    std::iota(from.begin(), from.end(), 0.0);
    memory buffers;
    buffers.lend("from", std::as_const(from));
    buffers.lend("to", to);
    const launch_shape on{{1, 1, 1}, {3, 5, 1}, 1, 6 * 5 * sizeof(double)};
    launch("transpose(", on, buffers, to.data(), from.data());
    for (std::size_t y = 0; y < 5; ++y)
        for (std::size_t x = 0; x < 6; ++x) EXPECT_EQ(to[x * 5 + y], from[y * 6 + x]);
}

TEST(Probe, VariablesKeepTheirValuesAndHaveGenericAddresses) {
    const std::vector<double> table{1.5, -2.25, 1e300, 0x1p-1074};
    std::vector<double> to(8);
    std::vector<unsigned long long> seen(1);
    memory buffers;
    buffers.lend("to", to);
    buffers.lend("seen", seen);
    for (const bool from_shared : {false, true}) {
        launch("variables(", shape(2, 4), buffers, to.data(), seen.data(), from_shared);
        for (std::size_t i = 0; i < 8; ++i) EXPECT_EQ(to[i], (from_shared ? -1.0 : 1.0) * table[i % 4]);
    }
    EXPECT_EQ(seen[0], 40U + 16U);
}

}  // namespace
