// The program: runs one command and turns errors into exit statuses (INTERFACE.md).

#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <iostream>
#include <nlohmann/json.hpp>

#include "host/cli/options.hpp"
#include "host/cli/report.hpp"
#include "kernels/error.hpp"

namespace {

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
    } catch (...) {
        return tauroa::cli::report(std::current_exception());
    }
}
