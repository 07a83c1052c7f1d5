// Random files and expressions: each is a game, or an error with its line and column.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>

#include "host/text_game/emission.hpp"
#include "kernels/error.hpp"
#include "tests/text_games.hpp"

namespace {

using namespace text_games;

class garbage {
  public:
    explicit garbage(std::uint64_t seed) : random_(seed), seed_(seed) {}

    std::string bytes(int most, int lowest, int highest) {
        std::string text;
        for (int i = below(most); i > 0; --i) text += static_cast<char>(lowest + below(highest - lowest));
        return text;
    }

    std::string tokens(int most) {
        static const std::vector<std::string> all{
            "x", "y", "mu",  "pi", "(",   ")",    "+",    "-",         "*",     "/",         "^",    "**",
            "2", "0", "1e3", ".5", "exp", "sin(", "cos(", "logistic(", "tanh(", "softplus(", "log(", "sqrt(",
            ",", "=", " ",   "\t", "z",   "1e",   "3.",   "0x1p3",     "inf",   "//",        "?",    "_"};
        std::string text;
        for (int i = below(most); i > 0; --i)
            text += all[static_cast<std::size_t>(below(static_cast<int>(all.size())))];
        return text;
    }

    /// Some characters taken out, doubled, exchanged or made others.
    std::string mutated(std::string text) {
        for (int i = 1 + below(4); i > 0 && !text.empty(); --i) {
            const auto at = static_cast<std::size_t>(below(static_cast<int>(text.size())));
            switch (below(4)) {
                case 0:
                    text.erase(at, 1 + static_cast<std::size_t>(below(3)));
                    break;
                case 1:
                    text.insert(at, text.substr(at, static_cast<std::size_t>(below(20))));
                    break;
                case 2:
                    text[at] = static_cast<char>(below(256));
                    break;
                default:
                    std::swap(text[at], text[static_cast<std::size_t>(below(static_cast<int>(text.size())))]);
            }
        }
        return text;
    }

    std::string expression() { return expression_maker(seed_, 1.0, 1.0, 1.0).make(5).text; }

  private:
    int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(random_); }

    std::mt19937_64 random_;
    std::uint64_t seed_;
};

/// Whether it is "my.toml: line L, column C: " and printable text. Not by std::regex, of which GCC 12 warns under sanitizers.
bool has_place(const std::string& said) {
    int line = 0, column = 0, end = 0;
    std::sscanf(said.c_str(), "my.toml: line %d, column %d: %n", &line, &column, &end);
    const auto what = static_cast<std::size_t>(end);
    return line > 0 && column > 0 && end > 0 && what < said.size() &&
           std::all_of(said.begin(), said.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

/// Whether it is a game, the code of which could be written.
bool is_game(const std::string& text) {
    try {
        const std::string code = header_of(game_of_text(text));
        EXPECT_NE(code.find("gradient"), std::string::npos);
        return true;
    } catch (const tauroa::user_error& error) {
        EXPECT_TRUE(has_place(error.what())) << error.what() << "\nfor\n" << text;
        return false;
    }
}

/// How many of so many texts are games.
template <class F>
int games_among(std::uint64_t count, F text) {
    int games = 0;
    for (std::uint64_t seed = 0; seed < count; ++seed) {
        garbage random(seed);
        games += is_game(text(random)) ? 1 : 0;
        if (testing::Test::HasFailure()) break;
    }
    return games;
}

std::string cost(const std::string& f) { return file_of("f = '" + f + "'"); }

TEST(Garbage, BytesAsFiles) {
    EXPECT_EQ(games_among(1500, [](garbage& g) { return g.bytes(200, 0, 256); }), 0);
}

TEST(Garbage, BytesAsExpressions) {
    games_among(2000, [](garbage& g) { return cost(g.bytes(30, 0, 256)); });
    games_among(1500, [](garbage& g) { return cost(g.bytes(8, 32, 127)); });
}

TEST(Garbage, TokensAsExpressions) {
    EXPECT_GT(games_among(2500, [](garbage& g) { return cost(g.tokens(12)); }), 10);
}

TEST(Garbage, MutatedExpressions) {
    EXPECT_GT(games_among(2500, [](garbage& g) { return cost(g.mutated(g.expression())); }), 100);
}

TEST(Garbage, MutatedFiles) {
    const std::string file =
        "name = \"a\"\n[player1]\nx = [-1, 1]\n[player2]\ny = { window = [\"-pi\", 2], period = \"2*pi\" }\n"
        "[parameters]\nmu = 0.3\n[definitions]\nr = \"x^2\"\n[cost]\nf = \"\"\"exp(-mu*r)\n*cos(y)\"\"\"\n";
    EXPECT_GT(games_among(2500, [&](garbage& g) { return g.mutated(file); }), 10);
}

TEST(Garbage, OpenedAndNeverClosed) {
    for (const char* open : {"(", "-", "[", "{", "a={", "[[", "sin(", "x^", "\"\"\"", "a.", "x*"})
        for (const std::size_t times : {10U, 100U, 1000U, 3000U}) {
            std::string text;
            while (text.size() < times) text += open;
            EXPECT_FALSE(is_game("q = " + text));
            EXPECT_FALSE(is_game(text));
            is_game(cost(text + "x"));
        }
}

}  // namespace
