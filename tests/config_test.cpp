// --config files: characters beyond ASCII, and random files, each of which is settings or an error in one line.

#include "host/cli/config.hpp"

#include <gtest/gtest.h>

#include <boost/locale/utf.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "kernels/error.hpp"

namespace {

using tauroa::cli::read_config;
using settings = std::vector<std::pair<std::string, std::vector<std::string>>>;

settings settings_of(const std::string& text) {
    const std::string path = testing::TempDir() + "config_test_" +
                             testing::UnitTest::GetInstance()->current_test_info()->name() + ".toml";
    std::filesystem::remove(path);  // to write over a file takes longer
    std::ofstream(path, std::ios::binary) << text;
    return read_config(path, tauroa::cli::sweep_keys);
}

std::string in_utf8(boost::locale::utf::code_point c) {
    std::string text;
    boost::locale::utf::utf_traits<char>::encode(c, std::back_inserter(text));
    return text;
}

bool is_character(boost::locale::utf::code_point c) { return c < 0xD800 || c > 0xDFFF; }

TEST(Config, KeepsEveryCharacterOfATextAndLeavesCommentsOut) {
    for (boost::locale::utf::code_point page = 0x80; page < 0x11000; page += 0x80) {
        std::string all;
        for (auto c = page; c < page + 0x80; ++c)
            if (is_character(c)) all += in_utf8(c);
        std::string text = "# " + all + "\noutput = \"" + all + "\" # " + all + "\ngame-text = \"\"\"\\\n  ";
        text.append(all).append("\\\n  ").append(all).append("\"\"\"\naxis = ['").append(all).append("']\n");
        const settings expected{{"axis", {all}}, {"game-text", {all + all}}, {"output", {all}}};
        ASSERT_EQ(settings_of(text), expected) << page;
    }
}

TEST(Config, KeepsEscapesAndALongLineAndDropsAByteOrderMark) {
    const std::string start(100000, '1');
    const settings expected{{"output", {"\u00e9"}}, {"tau", {start + "," + start}}};
    EXPECT_EQ(
        settings_of("\xEF\xBB\xBFoutput = \"\\u00e9\"\ntau = [\n\"" + start + "\", '" + start + "'\n]\n"),
        expected);
}

TEST(Config, RefusesACharacterOutsideOfTexts) {
    for (boost::locale::utf::code_point c = 0x80; c < 0x11000; ++c) {
        if (!is_character(c)) continue;
        const std::string odd = in_utf8(c);
        for (const std::string& text :
             {odd, "steps" + odd + " = 1", "steps = " + odd, "steps = 1" + odd, "steps = 1 " + odd + "\n",
              "tau = [1" + odd + "]", "[" + odd + "]", "[[a" + odd + "]]", "tol = nan" + odd,
              "tau = \"\\" + odd + '"', "tau = \"\"\"\\" + odd + "\"\"\""})
            ASSERT_THROW(settings_of(text), tauroa::user_error) << c << ": " << text;
        c += c < 0x500 ? 16 : 255;  // some of each range
    }
}

TEST(Config, RefusesANameThatWouldNeedTheWholeStack) {
    std::string name = "a";
    for (int i = 0; i < 200000; ++i) name += ". \"$\"";
    EXPECT_THROW(settings_of(name + " = 1"), tauroa::user_error);
    EXPECT_THROW(settings_of("[" + name + "]"), tauroa::user_error);
    EXPECT_THROW(settings_of("tau = {" + name + " = 1}"), tauroa::user_error);
    std::string numbers = "tau = [0.5";
    for (int i = 0; i < 5000; ++i) numbers += ", 1.5";
    EXPECT_EQ(settings_of(numbers + "]").size(), 1U);
}

TEST(Config, RandomFiles) {
    const std::vector<std::string> pieces{
        "tau",    "steps",  "=",          " = ",        "1",          "0.5",      "\n",
        "\n[",    "[[",     "[",          "]",          "{",          "}",        ",",
        ".",      "\"",     "\"\"\"",     "'",          "'''",        "#",        "\\",
        "\r\n",   "\t",     " ",          "true",       "inf",        "0x1",      "1e3",
        "-",      "\u00a0", "\u00e9",     "\u03c4",     "\u3042",     "\ufeff",   "\ufb01",
        "\u2028", "\u1680", "\U0001d54a", "\U000f1234", "1979-05-27", "07:32:00", std::string(1, '\0'),
        "\xff"};
    std::mt19937_64 random(1);
    const auto below = [&](std::size_t n) {
        return std::uniform_int_distribution<std::size_t>(0, n - 1)(random);
    };
    int taken = 0;
    for (int i = 0; i < 5000; ++i) {
        std::string text;
        for (std::size_t k = below(12); k > 0; --k) text += pieces[below(pieces.size())];
        if (i % 2 == 0) text.insert(0, "steps = 20\ntau = \"");
        try {
            settings_of(text);
            ++taken;
        } catch (const tauroa::user_error& error) {
            ASSERT_NE(std::string(error.what()).find("config"), std::string::npos) << text;
        }
    }
    EXPECT_GT(taken, 30);
}

}  // namespace
