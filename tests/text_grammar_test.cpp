// Expressions as text: their values against the standard library's, and what the graph shares and folds.

#include <gtest/gtest.h>

#include "host/text_game/limits.hpp"
#include "host/text_game/parser.hpp"
#include "kernels/error.hpp"
#include "kernels/logarithm.hpp"
#include "kernels/logistic.hpp"
#include "tests/text_games.hpp"

namespace {

using namespace text_games;
using namespace tauroa;

struct parsed {
    graph g;
    node root;
};

parsed parse(const std::string& text) {
    parsed p;
    const scope names{{"x", p.g.variable(0)}, {"y", p.g.variable(1)}, {"mu", p.g.parameter(0)}};
    p.root = parse_expression(source("test", text), 0, text.size(), names, p.g);
    return p;
}

double value(const std::string& text, double x = 0.0, double y = 0.0, double mu = 0.0) {
    const parsed p = parse(text);
    return values_of<double>(p.g, {x, y}, {mu})[static_cast<std::size_t>(p.root)];
}

TEST(Grammar, KnownValues) {
    const std::vector<std::pair<std::string, double>> table{
        {"1", 1.0},
        {"1 - 2 - 3", -4.0},
        {"2 - 3 + 4", 3.0},
        {"8/4/2", 1.0},
        {"8/4*2", 4.0},
        {"2 + 3*4", 14.0},
        {"(2 + 3)*4", 20.0},
        {"-2^2", -4.0},
        {"(-2)^2", 4.0},
        {"2^3^2", 512.0},
        {"2**3**2", 512.0},
        {"2^-1", 0.5},
        {"2^--1", 2.0},
        {"-2^-2", -0.25},
        {"--3", 3.0},
        {"+-+3", -3.0},
        {"2*-3", -6.0},
        {"2/-4", -0.5},
        {"2 - -3", 5.0},
        {"7^0", 1.0},
        {"0^0", 1.0},
        {".5 + 5.", 5.5},
        {"1e3 + 1E-3 + 1.5e+2", 1150.001},
        {"pi", 3.141592653589793},
        {"2*pi", 6.283185307179586},
        {"exp(0)", 1.0},
        {"cos(0) + sin(0)", 1.0},
        {"logistic(0)", 0.5},
        {"log(1)", 0.0},
        {"sqrt(9/4)", 1.5},
        {"tanh(0)", 0.0},
        {" \t( 1\n+ 2 )\r\n", 3.0},
        {"0.1 + 0.2", 0.1 + 0.2},
        {"1/3", 1.0 / 3.0},
    };
    for (const auto& [text, expected] : table) EXPECT_EQ(value(text), expected) << text;
}

TEST(Grammar, ValuesOfVariables) {
    const double x = 1.7, y = -0.6, mu = 0.3;
    const std::vector<std::pair<std::string, double>> table{
        {"x", x},
        {"-x^2", -(x * x)},
        {"x^2", x * x},
        {"x^3", x * (x * x)},
        {"x^4", (x * x) * (x * x)},
        {"x^-1", 1.0 / x},
        {"x*y/mu", (1.0 / mu) * (x * y)},
        {"x/y", x / y},
        {"x/4", x / 4.0},
        {"x - y - mu", x - y - mu},
        {"x - (y - mu)", x - (y - mu)},
        {"0.3*x*x", (0.3 * x) * x},
        {"0.3*x^2", 0.3 * (x * x)},
        {"exp(x*y)", tauroa::exp(x * y)},
        {"sin(-x)", -tauroa::sin(x)},
        {"cos(-(x))", tauroa::cos(x)},
        {"softplus(y)", tauroa::softplus(y)},
        {"log(x)", tauroa::log(x)},
        {"sqrt(x)", std::sqrt(x)},
        {"-log(1 + exp(-x))", -tauroa::softplus(-x)},
        {"log(exp(x*y) + 1)", tauroa::softplus(x * y)},
        {"log(logistic(y))", -tauroa::softplus(-y)},
        {"log(2 + exp(y))", tauroa::log(2.0 + tauroa::exp(y))},
        {"tanh(x)", 2.0 * tauroa::logistic(2.0 * x) - 1.0},
    };
    for (const auto& [text, expected] : table) EXPECT_EQ(value(text, x, y, mu), expected) << text;
}

TEST(Grammar, RandomExpressionsHaveTheValuesOfTheirTrees) {
    for (std::uint64_t seed = 0; seed < 5000; ++seed) {
        std::mt19937_64 random(seed);
        std::uniform_real_distribution<double> coordinate(-2.0, 2.0);
        const double x = coordinate(random), y = coordinate(random), mu = coordinate(random);
        const example e = expression_maker(seed, x, y, mu).make(5);
        if (!(e.weight < 1e6)) continue;
        ASSERT_NEAR(value(e.text, x, y, mu), e.value, 1e-13 * e.weight) << e.text;
    }
}

TEST(Graph, EqualExpressionsAreOneNode) {
    const parsed p = parse("(x*y + 1)*sin(y*x) + sin(x*y)/(1 + y*x)");
    // x y mu, x y, 1, 1 + x y, sin, product, quotient, sum
    EXPECT_EQ(p.g.size(), 10);
}

TEST(Graph, FoldsOnlyWhatIsTheSameToTheBit) {
    EXPECT_EQ(parse("x + 0").root, 0);
    EXPECT_EQ(parse("1*x/1").root, 0);
    EXPECT_EQ(parse("--x").root, 0);
    const parsed zero = parse("x*0 + (y - y)");
    EXPECT_TRUE(zero.g.is_number(zero.root, 0.0));
    const parsed large = parse("1e300*1e300*x");  // no number
    EXPECT_FALSE(large.g.is_number(large.g[large.root].left, 0.0));
    EXPECT_EQ(value("1e300*1e300*x", 1.0), std::numeric_limits<double>::infinity());
}

TEST(Graph, GrowsNoFurtherThanItMay) {
    std::string text = "x";
    for (int i = 0; i < 2 * most_nodes; ++i) text += " + " + std::to_string(i) + "*y";
    EXPECT_THROW(parse(text), user_error);
}

TEST(Graph, LongSumsNeedNoStack) {
    std::string text = "x";
    for (int i = 0; i < most_nodes / 4; ++i) text += " + " + std::to_string(i) + "*y";
    EXPECT_EQ(value(text, 1.0, 0.0), 1.0);
}

}  // namespace
