#pragma once

// As much of GoogleTest's interface as backend_test.cpp uses, for machines that have no GoogleTest (tests/gpu.sh).

#include <iostream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

namespace testing {

/// A test; what its checks have found.
class Test {
  public:
    Test() = default;
    Test(const Test&) = delete;
    Test& operator=(const Test&) = delete;
    Test(Test&&) = delete;
    Test& operator=(Test&&) = delete;
    virtual ~Test() = default;
    virtual void SetUp() {}
    virtual void TestBody() = 0;
};

struct outcome {
    int failures = 0;
    bool skipped = false;
};

/// The outcome of the test that is running.
inline outcome& current() {
    static outcome now;
    return now;
}

struct registered {
    std::string name;
    std::unique_ptr<Test> (*make)();
};

inline std::vector<registered>& all_tests() {
    static std::vector<registered> tests;
    return tests;
}

template <class Body>
bool add_test(const char* suite, const char* name) {
    all_tests().push_back({std::string(suite) + "." + name,
                           []() -> std::unique_ptr<Test> { return std::make_unique<Body>(); }});
    return true;
}

/// Collects what is streamed to a check that failed, and prints it.
class message {
  public:
    message(const char* file, int line, const char* what) {
        text_ << file << ":" << line << ": " << what << ": ";
    }
    message(const message&) = delete;
    message& operator=(const message&) = delete;
    message(message&&) = delete;
    message& operator=(message&&) = delete;
    ~message() { std::cout << text_.str() << "\n"; }
    template <class T>
    message& operator<<(const T& more) {
        text_ << more;
        return *this;
    }

  private:
    std::ostringstream text_;
};

/// Lets `return` stand before a message.
struct nothing {
    void operator=(const message& /*text*/) const {}
};

inline bool failed() {
    ++current().failures;
    return false;
}

inline const char* skip() {
    current().skipped = true;
    return "skipped";
}

template <class F>
bool throws(F&& f) {
    try {
        f();
    } catch (...) {
        return true;
    }
    return false;
}

}  // namespace testing

#define TAUROA_TEST(suite, test, base)                                                    \
    class suite##_##test : public base {                                                  \
        void TestBody() override;                                                         \
    };                                                                                    \
    const bool suite##_##test##_added = testing::add_test<suite##_##test>(#suite, #test); \
    void suite##_##test::TestBody()
#define TEST(suite, test) TAUROA_TEST(suite, test, testing::Test)
#define TEST_F(suite, test) TAUROA_TEST(suite, test, suite)

#define TAUROA_EXPECT(condition, what) \
    if (!(condition) && !testing::failed()) testing::message(__FILE__, __LINE__, what)
#define EXPECT_EQ(a, b) TAUROA_EXPECT((a) == (b), #a " is not " #b)
#define EXPECT_GE(a, b) TAUROA_EXPECT((a) >= (b), #a " is below " #b)
#define EXPECT_LE(a, b) TAUROA_EXPECT((a) <= (b), #a " is above " #b)
#define EXPECT_GT(a, b) TAUROA_EXPECT((a) > (b), #a " is not above " #b)
#define ASSERT_EQ(a, b)                      \
    if (!((a) == (b)) && !testing::failed()) \
    return testing::nothing{} = testing::message(__FILE__, __LINE__, #a " is not " #b)
#define EXPECT_ANY_THROW(statement) \
    TAUROA_EXPECT(testing::throws([&] { statement; }), #statement " threw nothing")
#define EXPECT_NO_THROW(statement) TAUROA_EXPECT(!testing::throws([&] { statement; }), #statement " threw")
#define GTEST_SKIP() return testing::nothing{} = testing::message(__FILE__, __LINE__, testing::skip())
