// Gradients of games as text against automatic differentiation, and what their code is made of.

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "host/text_game/content_key.hpp"
#include "host/text_game/emission.hpp"
#include "host/text_game/gradient.hpp"
#include "tests/text_games.hpp"

namespace {

using namespace text_games;
using tauroa::dual;

struct derivative {
    double value, weight;
};

/// d f / d x_i of a node by dual numbers, and the largest derivative or value on the way.
derivative by_duals(const graph& g, node f, int i, const std::vector<double>& x, double mu) {
    std::vector<dual<double, 2>> at{dual<double, 2>::variable(x[0], 0), dual<double, 2>::variable(x[1], 1)};
    double weight = 1.0;
    const auto all = values_of(g, at, {mu});
    for (const auto& v : all)
        weight = std::max({weight, std::abs(v.value), std::abs(v.derivative[0]), std::abs(v.derivative[1])});
    return {all[static_cast<std::size_t>(f)].derivative[i], weight};
}

void expect_gradient(const text_game& game, const std::string& what, std::uint64_t seed) {
    const gradient_expressions gradient = gradient_of(game);
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<double> coordinate(-2.0, 2.0);
    for (int k = 0; k < 5; ++k) {
        const std::vector<double> x{coordinate(random), coordinate(random)};
        const auto g = values_of<double>(gradient.expressions, x, {0.3});
        for (int i = 0; i < 2; ++i) {
            const node f = i == 1 && game.cost2 ? *game.cost2 : game.cost1;
            derivative expected = by_duals(game.expressions, f, i, x, 0.3);
            if (i == 1 && !game.cost2) expected.value = -expected.value;
            if (!(expected.weight < 1e5)) continue;
            ASSERT_NEAR(g[static_cast<std::size_t>(gradient.g[static_cast<std::size_t>(i)])], expected.value,
                        1e-12 * expected.weight * expected.weight)
                << what << " by x_" << i;
        }
    }
}

TEST(TextGradient, OfRandomZeroSumGames) {
    for (std::uint64_t seed = 0; seed < 2000; ++seed) {
        const example e = expression_maker(seed, 1.0, 1.0, 0.3).make(5);
        expect_gradient(game_of_text(file_of("f = \"" + e.text + "\"")), e.text, seed);
    }
}

TEST(TextGradient, OfRandomGeneralSumGames) {
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
        expression_maker make(seed, 1.0, 1.0, 0.3);
        const example e1 = make.make(4), e2 = make.make(4);
        expect_gradient(game_of_text(file_of("f1 = \"" + e1.text + "\"\nf2 = \"" + e2.text + "\"")),
                        e1.text + ", " + e2.text, seed);
    }
}

TEST(TextGradient, OfEveryFunctionAndOfAngles) {
    for (const std::string f :
         {"exp(x*y)", "sin(x*y)", "cos(x + y)", "logistic(x - y)", "softplus(x*y)", "tanh(x*y)", "x/y",
          "log(3 + x*y)", "sqrt(5 + x + y)", "log(1 + exp(x*y))", "log(logistic(x - y))", "1/(1 + x^2*y^2)",
          "x^7*y^3", "sin(x - y) + sin(x) + sin(y)", "cos(2*x - y + mu) + cos(2*x) + cos(y - mu)",
          "x*x*x*y - x^3*y + x"})
        expect_gradient(game_of_text(file_of("f = \"" + f + "\"")), f, 7);
}

std::string code_of(const std::string& cost) {
    return header_of(game_of_text(file_of("f = \"" + cost + "\"")));
}

/// How often a word stands in a text.
std::size_t count(const std::string& text, const std::string& word) {
    std::size_t found = 0;
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++found;
    return found;
}

const std::string digits = "0123456789", letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_";

/// Names and numbers in the order of the code. Not by std::regex, of which GCC 12 warns under sanitizers.
std::vector<std::string> words_of(const std::string& code) {
    std::vector<std::string> words;
    for (std::size_t at = 0; (at = code.find_first_of(letters + digits, at)) != std::string::npos;) {
        const bool is_number = digits.find(code[at]) != std::string::npos;
        const std::size_t end =
            std::min(code.find_first_not_of(letters + digits + (is_number ? "." : ""), at), code.size());
        words.push_back(code.substr(at, end - at));
        at = end;
    }
    return words;
}

/// A number's digits, or those of a hexadecimal one as far as its exponent's sign.
bool is_number(const std::string& word) {
    if (word.starts_with("0x") && word.ends_with('p'))
        return word.find_first_not_of("0123456789abcdef.", 2) == word.size() - 1;
    return word.find_first_not_of(digits + ".") == std::string::npos;
}

bool is_node(const std::string& word) {
    return word.size() > 1 && std::string("vusbp").find(word[0]) != std::string::npos &&
           word.find_first_not_of(digits, 1) == std::string::npos;
}

TEST(TextCode, HoldsNoTextOfTheFile) {
    const std::set<std::string> words{
        "pragma",      "once",         "include",  "kernels",   "game",      "hpp",        "logistic",
        "namespace",   "tauroa",       "games",    "struct",    "text",      "static",     "constexpr",
        "const",       "char",         "name",     "reference", "int",       "n1",         "n2",
        "std",         "array",        "variable", "variables", "parameter", "parameters", "direction",
        "escapes",     "template",     "class",    "T",         "TAUROA_HD", "cost",       "cost1",
        "cost2",       "maybe_unused", "point",    "x",         "p",         "t",          "double",
        "return",      "terms",        "refresh1", "refresh2",  "void",      "gradient",   "no_terms",
        "none",        "exp",          "softplus", "logarithm", "log",       "sqrt",       "sincos",
        "sine_cosine", "sine",         "cosine",   "sin",       "cos",       "auto",       "begin_exp",
        "finish_exp",  "fma"};
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        const std::string cost = expression_maker(seed, 1.0, 1.0, 0.3).make(6).text;
        const std::string code = code_of(cost);
        for (const std::string& word : words_of(code))
            ASSERT_TRUE(words.contains(word) || is_number(word) || is_node(word)) << word;
        ASSERT_EQ(
            code.find_first_not_of(
                "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_+-*/(){}<>[],.;:&=#\" \n"),
            std::string::npos);
    }
}

TEST(TextCode, DependsOnNoName) {
    const std::string cost = "f = \"exp(-a^2)*b + c*a\"", tail = "[cost]\n" + cost;
    const auto code = [&](const std::string& name) {
        return header_of(game_of_text("name = \"" + name + "\"\nreference = \"" + name +
                                      "\"\n[player1]\na = [-1, 1]\n" +
                                      "[player2]\nb = [-1, 1]\n[parameters]\nc = 1\n" + tail));
    };
    EXPECT_EQ(code("one"), code("another"));
}

TEST(TextCode, KeepsEachPlayersAnglesInTerms) {
    const std::string code = code_of("-0.15*cos(x) + cos(x - y) + 0.15*cos(y)");
    const std::string gradient = code.substr(code.find("gradient("));
    EXPECT_EQ(count(gradient, "sincos"), 0U);
    EXPECT_EQ(count(code.substr(code.find("refresh1")), "= sincos("), 2U);
}

TEST(TextCode, LeavesAnAngleWholeWhereThatIsFewer) {
    const std::string code = code_of("cos(x - y)");
    EXPECT_EQ(count(code.substr(code.find("gradient(")), "= sincos("), 1U);
}

TEST(TextCode, FinishesOnlyAnExponentialThatCannotOverflow) {
    EXPECT_EQ(count(code_of("exp(-0.1*(x^2 + y^2))*x"), "finish_exp"), 1U);
    EXPECT_EQ(count(code_of("exp(0.1*(x^2 + y^2))*x"), "finish_exp"), 0U);
    EXPECT_EQ(count(code_of("exp(-x*y)*x"), "finish_exp"), 0U);
    EXPECT_EQ(count(code_of("exp(-0.1*(x^2 + x*y))*x"), "finish_exp"), 0U);
    EXPECT_EQ(count(code_of("exp(y - x^2)*x"), "finish_exp"), 0U);
    EXPECT_EQ(count(code_of("exp(-2*x^2 - y)*x"), "finish_exp"), 0U);
    EXPECT_EQ(count(code_of("exp(x^2 - y)*x"), "finish_exp"), 0U);
}

TEST(TextCode, KeyIsThatOfVersionAndCode) {
    const std::string key = content_key("1", "code");
    EXPECT_EQ(key.size(), 32U);
    EXPECT_EQ(key, content_key("1", "code"));
    EXPECT_NE(key, content_key("2", "code"));
    EXPECT_NE(key, content_key("1", "codes"));
    EXPECT_NE(content_key("1", "2code"), content_key("12", "code"));
}

}  // namespace
