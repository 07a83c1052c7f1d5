// The program: runs one command and turns errors into exit statuses (INTERFACE.md).

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <csignal>
#include <iostream>
#include <nlohmann/json.hpp>

#include "host/cli/crew.hpp"
#include "host/cli/options.hpp"
#include "kernels/error.hpp"

namespace {

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

/// Whether text is UTF-8: what files and messages hold must be readable everywhere.
bool is_utf8(const std::string& text) {
    const nlohmann::json quoted(text);
    try {
        static_cast<void>(quoted.dump());
        return true;
    } catch (const nlohmann::json::type_error&) {
        return false;
    }
}

void run(const std::vector<std::string>& arguments) {
    for (const std::string& a : arguments)
        if (!is_utf8(a)) throw tauroa::user_error("argument " + a + ": is not UTF-8; give names in UTF-8");
    tauroa::cli::parse_command_line(arguments)();
    std::cout.flush();
    if (!std::cout) throw tauroa::failure("standard output cannot be written");
}

/// With a standard stream closed, the next file opened would take its number, and messages would go into that file.
void open_standard_streams() {
    for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; ++descriptor)
        if (fcntl(descriptor, F_GETFD) < 0)
            open("/dev/null", O_RDWR);  // takes the lowest free number: this one
}

}  // namespace

int main(int argc, char** argv) {
    try {
        open_standard_streams();
        static_cast<void>(std::signal(SIGXFSZ, SIG_IGN));  // a file too large shall be an error of its write
        run({argv + 1, argv + argc});
        return 0;
    } catch (const tauroa::cli::told_elsewhere& told) {
        return told.status;
    } catch (const std::exception& wrong) {
        return report(wrong.what(), tauroa::cli::exit_status(std::current_exception()));
    }
}
