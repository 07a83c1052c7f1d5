// Tables for people: alignment, and folding of the last column.

#include "host/cli/text_table.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace {

using tauroa::cli::text_table;

std::string printed(const text_table& table, std::size_t widest) {
    std::ostringstream text;
    table.print(text, widest);
    return text.str();
}

TEST(TextTable, AlignsNumbersRightAndWordsLeft) {
    text_table table({"tau", "kind", "x"});
    table.add({"1", "Nash", "-2.5"});
    table.add({"20", "-", "inf"});
    EXPECT_EQ(printed(table, 80), "tau  kind     x\n  1  Nash  -2.5\n 20  -      inf\n");
}

TEST(TextTable, FoldsTheLastColumnAtSpaces) {
    text_table table({"#", "windows"});
    table.add({"0", "(0.125, 0.25) (0.5, 0.75) (1, 2)"});
    table.add({"1", "never"});
    EXPECT_EQ(printed(table, 30), "#  windows\n0  (0.125, 0.25) (0.5, 0.75)\n   (1, 2)\n1  never\n");
}

TEST(TextTable, LeavesAWordThatIsTooLongWhole) {
    text_table table({"a"});
    table.add({"abcdefghijklmnopqrstuvwxyz abc"});
    EXPECT_EQ(printed(table, 5), "a\nabcdefghijklmnopqrstuvwxyz\nabc\n");
}

}  // namespace
