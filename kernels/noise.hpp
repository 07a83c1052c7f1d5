#pragma once

// The noise of stochastic tau-GDA (Fiez and Ratliff 2021, eq. 26), the same numbers for every backend, thread, process and
// order: w_{k+1} of a start has n independent coordinates, normal with mean 0 and standard deviation sigma (so it is a
// martingale difference, and Assumptions 2 and 3 hold), and learning rates are
//     gamma_k = gamma1 / (k + 1)^beta = gamma1 exp(-beta ln(k + 1)).
// Coordinates 2p and 2p + 1 are the two normal numbers (normal.hpp) of the four random words (philox.hpp) with the seed
// as the key and the counter
//     (start mod 2^32,  k,  repeat,  2^31 + 2^8 p + start / 2^32)
// of the start's number in the whole grid or sample (below 2^40), the step k, the repeat and p < 2^23: no two numbers of
// a sweep share a counter, and none is one of --sample's (host/sample.hpp), whose last word is 0. tau is not in it: at every
// tau a start meets the same noise, so that differences between tau are not the noise's. The words, lower one first, make
//     u = 1 - i 2^-52,  v = j 2^-52,    i, j the upper 52 bits of the first and the last two words;
// so the largest number that can occur is sqrt(104 ln 2) = 8.49.

#include "kernels/normal.hpp"
#include "kernels/philox.hpp"
#include "kernels/point.hpp"
#include "kernels/problem.hpp"

namespace tauroa {

/// The number of start i of a block in the whole grid or sample.
TAUROA_HD inline std::uint64_t number_of_start(const start_block& starts, std::uint64_t i) {
    const std::uint64_t c = starts.first + i;
    if (starts.points != nullptr) return starts.number + c;
    return starts.number + c / starts.columns * starts.row_length + c % starts.columns;
}

/// gamma_k / gamma1 from k + 1; 1 to the bit for k = 0 or beta = 0.
template <class T>
TAUROA_HD inline T decay_factor(const T& k_plus_1, double beta) {
    return exp_below_overflow(T(-beta) * portable_log(k_plus_1));
}

namespace detail {
/// 1 + i 2^-52, i the upper 52 bits of two words.
template <class T>
TAUROA_HD inline T from_one_to_two(const words_t<T>& low, const words_t<T>& high) {
    const words_t<T> both = high << 32 | (low & words_t<T>(0xffffffffU));
    return real_with(both >> 12 | words_t<T>(bits_of_one));
}
}  // namespace detail

/// The standard normal numbers of coordinates 2 pair and 2 pair + 1 at step k. Generator: philox, in whose place tests put others.
template <class Generator, class T>
TAUROA_HD inline two_normals<T> normals_at(const words_t<T>& start, std::uint32_t k, std::uint32_t pair,
                                           const noise& of) {
    using word = words_t<T>;
    constexpr std::uint64_t mark = 1U << 31U;
    const word last = (start >> 32) + word(mark + (std::uint64_t{pair} << 8U));
    const four_words<word> counter{{start, word(std::uint64_t{k}), word(std::uint64_t{of.repeat}), last}};
    const auto random = Generator::words(counter, of.seed);
    return box_muller(T(2.0) - detail::from_one_to_two<T>(random.at[0], random.at[1]),
                      detail::from_one_to_two<T>(random.at[2], random.at[3]) - T(1.0));
}

/// w_{k+1}.
template <class Generator, int n, class T>
TAUROA_HD inline point<T, n> noise_at(const words_t<T>& start, std::uint32_t k, const noise& of) {
    point<T, n> w;
    for (int v = 0; v < n; v += 2) {
        const auto z = normals_at<Generator, T>(start, k, static_cast<std::uint32_t>(v / 2), of);
        w[v] = T(of.sigma) * z.first;
        if (v + 1 < n) w[v + 1] = T(of.sigma) * z.second;
    }
    return w;
}

}  // namespace tauroa
