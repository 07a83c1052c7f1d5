// The program: runs one command and turns errors into exit statuses (INTERFACE.md).

#include <algorithm>
#include <cctype>
#include <iostream>

#include "host/cli/options.hpp"
#include "kernels/error.hpp"

namespace {

constexpr int exit_failed = 1;
constexpr int exit_wrong_request = 2;

/// One line whatever the arguments held.
std::string one_line(std::string text) {
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())) != 0) text.pop_back();
    std::replace_if(
        text.begin(), text.end(), [](char c) { return std::iscntrl(static_cast<unsigned char>(c)) != 0; },
        ' ');
    return text;
}

int report(const std::string& what, int status) {
    std::cerr << "tauroa: " << one_line(what) << '\n';
    return status;
}

void run(const std::vector<std::string>& arguments) {
    tauroa::cli::parse_command_line(arguments)();
    std::cout.flush();
    if (!std::cout) throw tauroa::failure("standard output cannot be written");
}

}  // namespace

int main(int argc, char** argv) {
    try {
        run({argv + 1, argv + argc});
        return 0;
    } catch (const tauroa::user_error& wrong) {
        return report(wrong.what(), exit_wrong_request);
    } catch (const std::exception& failed) {
        return report(failed.what(), exit_failed);
    }
}
