#pragma once

// Philox4x32-10, the counter-based generator of J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, Parallel random numbers:
// as easy as 1, 2, 3 (SC 2011): its ten rounds take a counter of four words of 32 bits and a key of two to four random
// words, each round by two products of 32 x 32 to 64 bits. Here in lanes of 64 bits, for packs of starts as for one start on
// any processor. The authors' library Random123 has no packs; tests/noise_test.cpp compares the two.

#include "kernels/words.hpp"

namespace tauroa {

/// Of each, the lower 32 bits count.
template <class Word>
struct four_words {
    Word at[4];
};

struct philox {
    /// The random words of a counter. key: lower word first.
    template <class Word>
    TAUROA_HD static four_words<Word> words(const four_words<Word>& counter, std::uint64_t key) {
        return rounds<10>(counter, static_cast<std::uint32_t>(key), static_cast<std::uint32_t>(key >> 32U));
    }

  private:
    template <int left, class Word>
    TAUROA_HD static four_words<Word> rounds(const four_words<Word>& c, std::uint32_t key0,
                                             std::uint32_t key1) {
        constexpr std::uint32_t weyl0 = 0x9e3779b9, weyl1 = 0xbb67ae85;
        if constexpr (left == 0) {
            return c;
        } else {
            const Word product0 = product_of_low_halves(c.at[0], Word(std::uint64_t{0xd2511f53})),
                       product1 = product_of_low_halves(c.at[2], Word(std::uint64_t{0xcd9e8d57}));
            const four_words<Word> next{{(product1 >> 32) ^ c.at[1] ^ Word(std::uint64_t{key0}), product1,
                                         (product0 >> 32) ^ c.at[3] ^ Word(std::uint64_t{key1}), product0}};
            return rounds<left - 1>(next, key0 + weyl0, key1 + weyl1);
        }
    }
};

}  // namespace tauroa
