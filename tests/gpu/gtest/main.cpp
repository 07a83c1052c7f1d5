// Runs every test. Exit status: 0 where all passed, 1 else; one that was skipped has not passed.

#include <exception>

#include "gtest/gtest.h"

namespace {

bool passes(const testing::registered& test) {
    testing::current() = {};
    try {
        const auto body = test.make();
        body->SetUp();
        if (!testing::current().skipped) body->TestBody();
    } catch (const std::exception& error) {
        testing::failed();
        std::cout << test.name << " threw: " << error.what() << "\n";
    }
    const bool passed = testing::current().failures == 0 && !testing::current().skipped;
    std::cout << (passed ? "passed " : "FAILED ") << test.name << std::endl;
    return passed;
}

}  // namespace

int main() {
    std::size_t passed = 0;
    for (const auto& test : testing::all_tests()) passed += passes(test) ? 1 : 0;
    std::cout << passed << " of " << testing::all_tests().size() << " tests passed\n";
    return passed > 0 && passed == testing::all_tests().size() ? 0 : 1;
}
