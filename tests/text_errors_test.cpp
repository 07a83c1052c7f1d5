// Mistakes in game files: line, column, and what was expected.

#include <gtest/gtest.h>

#include "host/text_game/emission.hpp"
#include "host/text_game/limits.hpp"
#include "kernels/error.hpp"
#include "tests/text_games.hpp"

namespace {

using namespace text_games;
using tauroa::user_error;

/// What reading the file says; empty where it is a game.
std::string message(const std::string& text) {
    try {
        game_of_text(text);
        return {};
    } catch (const user_error& error) {
        return error.what();
    }
}

void expect_error(const std::string& text, int line, int column, const std::string& expected) {
    const std::string said = message(text);
    const std::string at =
        "my.toml: line " + std::to_string(line) + ", column " + std::to_string(column) + ": ";
    EXPECT_EQ(said.substr(0, at.size()), at) << text << "\n" << said;
    EXPECT_NE(said.find(expected), std::string::npos) << text << "\n" << said;
    EXPECT_EQ(said.find('\n'), std::string::npos) << said;
}

struct mistake {
    std::string cost;
    int column;  ///< in the expression, from 1
    std::string expected;
};

TEST(TextErrors, InExpressionsOfTheFilesOwnLines) {
    const std::vector<mistake> table{
        {"", 1, "expected an expression"},
        {"x +", 4, "expected a number, a name, a function, '-' or '(', found the end"},
        {"x + * y", 5, "found '*'"},
        {"x y", 3, "expected an operator"},
        {"2x", 2, "write 2*x"},
        {"2(x)", 2, "write 2*x"},
        {"(x + y", 7, "')' for the '(' of line 9, column 6"},
        {"x + y)", 6, "expected an operator"},
        {"x(y)", 1, "is no function"},
        {"sin x", 5, "expected '(' after sin"},
        {"sin()", 5, "expected a number"},
        {"sin(x, y)", 6, "expected an operator or ')'"},
        {"ln(x)", 1,
         "no function ln: there are exp, log, sqrt, sin, cos, tanh, logistic, softplus; it is called log "
         "here"},
        {"log(1 - 1)", 4, "the logarithm of a number that is not positive"},
        {"x + sqrt(-2)", 9, "the square root of a negative number"},
        {"sigmoid(x)", 1, "it is called logistic here"},
        {"x + z", 5, "no variable, parameter or definition 'z'; expected one of mu, x, y, pi"},
        {"x^y", 3, "expected a whole number from -100 to 100 as the exponent"},
        {"x^0.5", 3, "as the exponent"},
        {"x^1000", 3, "as the exponent"},
        {"x^(1/2)", 3, "as the exponent"},
        {"x/0", 2, "division by zero"},
        {"x/(1 - 1)", 2, "division by zero"},
        {"(x - x)^-1", 9, "zero to a negative power"},
        {"x $ y", 3, "found '$'"},
        {"x \\n y", 3, "found '\\'"},
        {"x; y", 2, "found ';'"},
        {"x = y", 3, "found '='"},
        {"x*\u03b8", 3, "found '\\xce\\xb8'"},
        {"\u03b8*x", 1, "found '\\xce\\xb8'"},
        {"1e*x", 2, "expected digits after the e"},
        {"1e999", 1, "out of range"},
        {"1.2.3", 4, "expected an operator"},
        {std::string(200, '(') + "x", 101, "nested more than 100 deep"},
        {std::string(200, '-') + "x", 101, "nested more than 100 deep"},
        {std::string(65, 'a'), 1, "longer than 64"},
    };
    for (const mistake& m : table) {
        expect_error(file_of("f = \"" + m.cost + "\""), 9, 5 + m.column, m.expected);
        expect_error(file_of("f = '" + m.cost + "'"), 9, 5 + m.column, m.expected);
    }
}

TEST(TextErrors, InExpressionsOfSeveralLines) {
    expect_error(file_of("f = \"\"\"\n  x +\n  z\n\"\"\""), 11, 3, "'z'");
    expect_error(file_of("f = '''x +\r\n  z'''"), 10, 3, "'z'");
    expect_error(file_of("f = \"\"\"x +\n  \\u0041\"\"\""), 10, 3, "found '\\'");
    expect_error(file_of("f = \"\"\"x\"\"\"\""), 9, 9, "found '\"'");
}

TEST(TextErrors, ColumnsCountCharacters) {
    expect_error("name = \"a\" # \u03b8\n[player1]\nx = [1, 0] # \u03b8", 3, 5, "below its second");
    expect_error("name = \"a\"\n[player1]\nx = { window = [0, 1], \"\u03b8\" = 1 }", 3, 24,
                 "is nothing that a variable has");
}

const std::string players = "[player1]\nx = [-1, 1]\n[player2]\ny = [-1, 1]\n";

TEST(TextErrors, InTheFilesLayout) {
    const std::string name = "name = \"a\"\n", cost = "[cost]\nf = \"x*y\"\n";
    EXPECT_EQ(message(name + players + cost), "");
    EXPECT_EQ(message(name + "reference = \"\u03b8\" # \u03b8\n" + players + cost), "");
    expect_error("", 1, 1, "the file has no name");
    expect_error("name = \n", 1, 8, "");
    expect_error("name = \"a\"\nname = \"b\"\n", 2, 8, "");
    expect_error("nam = \"a\"\n", 1, 1, "expected one of name, reference, player1");
    expect_error("name = 3\n", 1, 8, "expected text");
    expect_error("name = \"a b\"\n", 1, 8, "letters, digits");
    expect_error("name = \"\"\n", 1, 8, "letters, digits");
    expect_error(name + "reference = \"\"\"a\nb\"\"\"", 2, 17, "one line of text");
    expect_error(name + "reference = 'a\\b'", 2, 15, "without a backslash");
    expect_error("name = \u03b8\n", 1, 8, "expected ASCII outside");
    expect_error("# \u03b8\xff\n", 1, 4, "in UTF-8");
    expect_error(name + cost, 1, 1, "the file has no player1");
    expect_error(name + "[player1]\nx = [-1, 1]\n" + cost, 1, 1, "the file has no player2");
    expect_error(name + players, 1, 1, "the file has no cost");
    expect_error(name + "[$]\n", 2, 2, "expected the name of a table");
    expect_error(name + " [[ \u03b8]]\n", 2, 5, "expected the name of a table");
    expect_error(name + "[", 2, 2, "");
    expect_error(name + "[player1]\nx = [-1, }\n", 3, 10, "expected a value before the brace");
    EXPECT_EQ(message("# {a, }\n" + name + "reference = '{a, }'\n" + players + cost), "");
    expect_error(name + "player1 = 3\n", 2, 1, "expected a table, [player1]");
    expect_error(name + "[player1]\n[player2]\n", 2, 2, "expected a variable");
    expect_error(name + players + "[cost]\n", 6, 2, "f alone");
    expect_error(name + players + "[cost]\nf1 = \"x\"\n", 6, 2, "both f1 and f2");
    expect_error(name + players + "[cost]\nf = \"x\"\nf1 = \"x\"\n", 6, 2, "f alone");
    expect_error(name + players + "[cost]\ng = \"x\"\n", 7, 1, "expected one of f, f1, f2");
    expect_error(name + players + "[cost]\nf = 3\n", 7, 5, "an expression in quotation marks");
}

TEST(TextErrors, InVariablesAndParameters) {
    const std::string name = "name = \"a\"\n";
    const auto variable = [&](const std::string& line) {
        return std::string(name).append("[player1]\n").append(line).append("\n");
    };
    expect_error(variable("pi = [-1, 1]"), 3, 1, "has a meaning already");
    expect_error(variable("sin = [-1, 1]"), 3, 1, "has a meaning already");
    expect_error(variable("x-1 = [-1, 1]"), 3, 1, "can be no name");
    expect_error(variable("\"a;system(1)\" = [-1, 1]"), 3, 1, "can be no name");
    expect_error(variable("x = 3"), 3, 5, "expected a window [LOW, HIGH]");
    expect_error(variable("x = [1]"), 3, 5, "a window of two numbers");
    expect_error(variable("x = [1, 1]"), 3, 5, "below its second");
    expect_error(variable("x = [-1, \"p\"]"), 3, 11, "no variable, parameter or definition 'p'");
    expect_error(variable("x = [-1, true]"), 3, 10, "expected a number");
    expect_error(variable("x = [-1, inf]"), 3, 10, "a finite number");
    expect_error(variable("x = [-1, \"1e300*1e300\"]"), 3, 10, "a finite number");
    expect_error(variable("x = [-1, 1e10]"), 3, 5, "within [-1e9, 1e9]");
    expect_error(variable("x = {}"), 3, 1, "needs a window");
    expect_error(variable("x = { period = -1 }"), 3, 16, "a period between");
    expect_error(variable("x = { windw = [-1, 1] }"), 3, 7, "expected one of window, period");
    expect_error(name + "[player1]\nx = [-1, 1]\n[player2]\nx = [-1, 1]\n", 5, 1, "declared twice");
    expect_error(name + players + "[parameters]\nx = 1\n", 7, 1, "declared twice");
    expect_error(name + players + "[parameters]\nmu = \"x\"\n", 7, 7,
                 "no variable, parameter or definition 'x'; expected one of pi");
    expect_error(name + players + "[definitions]\nr = \"s\"\ns = \"x\"\n", 7, 6, "'s'");
}

TEST(TextErrors, HostileSizes) {
    expect_error(std::string("name = \"").append(5000, 'a').append("\""), 1, 4001,
                 "a line of at most 4000 bytes");
    std::string many = "name = \"a\"\n[player1]\n";
    for (int i = 0; i < 40; ++i) many.append("x").append(std::to_string(i)).append(" = [-1, 1]\n");
    expect_error(many, 35, 1, "at most 32 entries");
    std::string dots = "a";
    for (int i = 0; i < 1900; ++i) dots += ".a";
    std::string nested = "[";
    nested.append(dots).append("]\n").append(dots).append(" = 1\n");
    expect_error(nested, 1, 2, "is nothing that a game has");
    EXPECT_THROW(game_of_text(std::string(1U << 20U, '\n')), user_error);
}

TEST(TextErrors, GradientThatWouldBeTooLarge) {
    std::string sum = "x";
    for (int i = 0; i < most_nodes / 5; ++i) sum += " +\nsin(" + std::to_string(i) + "*x*y)";
    const text_game game = game_of_text(file_of("f = \"\"\"" + sum + "\"\"\""));
    try {
        header_of(game);
        FAIL() << "no error";
    } catch (const user_error& error) {
        EXPECT_EQ(std::string(error.what()).substr(0, 34), "my.toml: line 8, column 2: expecte")
            << error.what();
    }
}

TEST(TextErrors, NoFile) {
    EXPECT_THROW(read_source("/nowhere/my.toml"), user_error);
    EXPECT_THROW(read_source(""), user_error);
    EXPECT_THROW(read_source("/"), user_error);
}

TEST(TextFile, GivesWhatIsWritten) {
    const text_game game = game_of_text(
        "name = \"a-1\"\nreference = \"by hand, \u03b8\"\n[player1]\nz = { window = [\"-pi\", 3], period = "
        "\"2*pi\" "
        "}\n"
        "a = [-1, 1.5]\n[player2]\nphi = { period = 4 }\n[parameters]\nnu = \"1/4\"\nmu = 2\n"
        "[definitions]\nq = \"z*nu\"\nb = \"q + a\"\n[cost]\nf2 = \"phi*b\"\nf1 = \"b\"\n");
    EXPECT_EQ(game.name, "a-1");
    EXPECT_EQ(game.reference, "by hand, \u03b8");
    EXPECT_EQ(game.n1, 2);
    ASSERT_EQ(game.variables.size(), 3U);
    EXPECT_EQ(game.variables[0].name, "z");  // in the file's order
    EXPECT_EQ(game.variables[0].low, -3.141592653589793);
    EXPECT_EQ(game.variables[0].high, 3.0);
    EXPECT_EQ(game.variables[0].period, 6.283185307179586);
    EXPECT_EQ(game.variables[1].high, 1.5);
    EXPECT_EQ(game.variables[2].low, -2.0);
    EXPECT_EQ(game.variables[2].high, 2.0);
    ASSERT_EQ(game.parameters.size(), 2U);
    EXPECT_EQ(game.parameters[0].name, "nu");
    EXPECT_EQ(game.parameters[0].value, 0.25);
    const auto values = values_of<double>(game.expressions, {2.0, 3.0, 5.0}, {0.25, 2.0});
    EXPECT_EQ(values[static_cast<std::size_t>(game.cost1)], 3.5);
    EXPECT_EQ(values[static_cast<std::size_t>(*game.cost2)], 17.5);
}

}  // namespace
