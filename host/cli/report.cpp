#include "host/cli/report.hpp"

#include <algorithm>
#include <cctype>
#include <iostream>
#include <string>

#include "kernels/error.hpp"

namespace tauroa::cli {
namespace {

/// One line whatever the arguments held.
std::string one_line(std::string text) {
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())) != 0) text.pop_back();
    std::replace_if(
        text.begin(), text.end(), [](char c) { return std::iscntrl(static_cast<unsigned char>(c)) != 0; },
        ' ');
    return text;
}

}  // namespace

int exit_status(const std::exception_ptr& wrong) {
    constexpr int failed = 1, wrong_request = 2, stopped = 75;
    try {
        std::rethrow_exception(wrong);
    } catch (const user_error&) {
        return wrong_request;
    } catch (const interrupted&) {
        return stopped;
    } catch (const told_elsewhere& told) {
        return told.status;
    } catch (...) {
        return failed;
    }
}

int report(const std::exception_ptr& wrong) {
    try {
        std::rethrow_exception(wrong);
    } catch (const std::exception& e) {
        std::cerr << "tauroa: " << one_line(e.what()) << std::endl;
    } catch (const told_elsewhere&) {
        return exit_status(wrong);
    }
    return exit_status(wrong);
}

}  // namespace tauroa::cli
