// Requests: text into numbers and back, defaults, and what is refused.

#include "host/request.hpp"

#include <gtest/gtest.h>

#include "host/number.hpp"
#include "host/tau_list.hpp"
#include "kernels/error.hpp"

namespace {

using namespace tauroa;

/// The message with which something is refused; empty where it is not.
template <class F>
std::string refusal(F f) {
    try {
        f();
    } catch (const user_error& e) {
        return e.what();
    }
    return "";
}

void expect_refused_naming(const std::string& message, const std::string& value) {
    EXPECT_NE(message.find(value), std::string::npos) << "'" << message << "' does not name " << value;
}

TEST(Numbers, AreReadWholeOrNotAtAll) {
    EXPECT_EQ(parse_number("x", "1e-3"), 1e-3);
    EXPECT_EQ(parse_number("x", "-2"), -2.0);
    for (const char* wrong : {"", "1x", "nan", "inf", "-inf", "1e999", " 1", "1 ", "0x10", "1,5"})
        expect_refused_naming(refusal([=] { parse_number("--x", wrong); }), "--x");
    EXPECT_EQ(parse_count("n", "4294967295", 0, 4294967295U), 4294967295U);
    for (const char* wrong : {"", "-1", "1.5", "4294967296", "99999999999999999999999"})
        expect_refused_naming(refusal([=] { parse_count("--n", wrong, 0, 4294967295U); }), "--n");
}

TEST(Numbers, ShortestTextReadsBack) {
    for (const double x : {0.1, 1.0 / 3.0, 1e-300, 3.141592653589793, -15.0, 75001.0})
        EXPECT_EQ(parse_number("x", shortest(x)), x);
}

TEST(Numbers, LoseTheirLastDigits) {
    EXPECT_EQ(to_few_digits(0x1.fffp10, 4), 0x1.ep10);
    EXPECT_EQ(to_few_digits(-0x1.fffp-300, 4), -0x1.ep-300);
    for (const double x : {0.0, -0.0, 1.0, 0x1p-1074, HUGE_VAL}) EXPECT_EQ(to_few_digits(x, 24), x);
    EXPECT_TRUE(std::isnan(to_few_digits(std::nan(""), 24)));
}

TEST(TauList, IsSortedWithExactEnds) {
    EXPECT_EQ(parse_tau_list("5,1,2"), (std::vector<double>{1, 2, 5}));
    EXPECT_EQ(parse_tau_list("1:2:3"), (std::vector<double>{1, 1.5, 2}));
    const auto log = parse_tau_list("0.2:20:201:log");
    EXPECT_EQ(log.size(), 201U);
    EXPECT_EQ(log.front(), 0.2);
    EXPECT_EQ(log.back(), 20.0);
    EXPECT_NEAR(log[100], 2.0, 1e-14);
}

TEST(TauList, RefusesWhatIsNoTimescaleSeparation) {
    for (const char* wrong :
         {"", "0", "-1", "nan", "inf", "1,,2", "1,1", "1,2,1.0", "2:1:3", "1:1:3", "1:2:1", "1:2:0", "1:2",
          "1:2:3:lin", "1:2:3:log:4", "1:2:1e18", "0:2:3", "1;2"})
        expect_refused_naming(refusal([=] { parse_tau_list(wrong); }), "--tau");
}

TEST(Axis, ReadsBackAndHasBothEnds) {
    const axis a = parse_axis("x1=-15:15:200");
    EXPECT_EQ(a, (axis{"x1", -15, 15, 200}));
    EXPECT_EQ(parse_axis(to_string(a)), a);
    const auto at = linspace(0.1, 0.7, 7);
    EXPECT_EQ(at.size(), 7U);
    EXPECT_EQ(at.front(), 0.1);
    EXPECT_EQ(at.back(), 0.7);
}

TEST(Axis, RefusesWhatIsNoAxis) {
    for (const char* wrong :
         {"", "x1", "x1=", "=1:2:3", "x1=1:2", "x1=2:1:5", "x1=1:1:5", "x1=1:2:1", "x1=1:2:0", "x1=1:2:-3",
          "x1=1:2:2000000", "x1=nan:2:3", "x1=1:inf:3", "x1=-1e308:1e308:3", "x1=1:2:3:4", "x1=a:b:c"})
        expect_refused_naming(refusal([=] { parse_axis(wrong); }), "--axis");
}

map_request small() {
    map_request r;
    r.game = "polynomial";
    r.tau = {1.0};
    r.gamma = 1e-3;
    return r;
}

TEST(Request, TakesTheGamesWindowByDefault) {
    const map_request r = completed(small());
    ASSERT_EQ(r.axes.size(), 2U);
    EXPECT_EQ(r.axes[0], (axis{"x1", -15, 15, 200}));
    EXPECT_EQ(r.axes[1], (axis{"x2", -15, 15, 200}));
}

TEST(Request, FixedVariablesLeaveTheOthersAsAxes) {
    map_request r = small();
    r.fixed = {{"x1", 3.0}};
    r = completed(r);
    ASSERT_EQ(r.axes.size(), 1U);
    EXPECT_EQ(r.axes[0].name, "x2");
}

/// What a change of the small request is refused with.
template <class F>
std::string refused_with(F change) {
    map_request r = small();
    change(r);
    return refusal([&] { completed(r); });
}

TEST(Request, RefusalsNameWhatIsWrong) {
    const axis x1{"x1", 0, 1, 3}, y{"y", 0, 1, 3}, huge{"x1", 0, 1, max_axis_count};
    expect_refused_naming(refused_with([](map_request& r) { r.game = "chess"; }), "chess");
    expect_refused_naming(refused_with([](map_request& r) { r.parameters = {{"mu", 0.3}}; }), "mu");
    expect_refused_naming(refused_with([&](map_request& r) { r.axes = {y}; }), "--axis y");
    expect_refused_naming(refused_with([](map_request& r) { r.fixed = {{"y", 0.0}}; }), "--fix y");
    expect_refused_naming(refused_with([&](map_request& r) { r.axes = {x1, x1}; }), "x1");
    expect_refused_naming(refused_with([](map_request& r) {
                              r.game = "torus", r.fixed = {{"x1", 1e9}};
                          }),
                          "--fix x1");
    expect_refused_naming(refused_with([](map_request& r) {
                              r.axes = {{"x1", 1.0, 1.0000000000000002, 5}};
                              r.fixed = {{"x2", 0.0}};
                          }),
                          "--axis x1");
    expect_refused_naming(refused_with([&](map_request& r) {
                              r.axes = {x1}, r.fixed = {{"x1", 0.0}};
                          }),
                          "x1");
    expect_refused_naming(refused_with([&](map_request& r) { r.axes = {x1}; }), "x2");
    expect_refused_naming(refused_with([](map_request& r) {
                              r.fixed = {{"x1", 0.0}, {"x2", 0.0}};
                          }),
                          "all fixed");
    expect_refused_naming(refused_with([](map_request& r) { r.tolerance = 1e-12; }), "--tol 1e-12");
    expect_refused_naming(refused_with([](map_request& r) { r.tolerance = 1.1e12; }), "--tol 1.1e+12");
    expect_refused_naming(refused_with([](map_request& r) { r.gamma = 1e308, r.tau = {100.0}; }), "--gamma");
    expect_refused_naming(refused_with([](map_request& r) { r.game = "torus", r.gamma = 1e7; }), "--gamma");
    expect_refused_naming(refused_with([&](map_request& r) {
                              r.axes = {huge, {"x2", 0, 1, max_axis_count}};
                              r.tau = {1, 2, 3};
                          }),
                          "cells");
    EXPECT_EQ(refused_with([](map_request& /*r*/) {}), "");
}

}  // namespace
